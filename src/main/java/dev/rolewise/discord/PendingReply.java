package dev.rolewise.discord;

import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import net.dv8tion.jda.api.interactions.InteractionHook;
import org.jspecify.annotations.Nullable;

/** A member who was told to wait. Exactly one party, the command or the shutdown, gets to answer. Thread-safe. */
final class PendingReply {
    private final InteractionHook hook;
    private final Consumer<PendingReply> whenOver;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private @Nullable Future<?> work;
    private boolean cancelled;

    PendingReply(InteractionHook hook, Consumer<PendingReply> whenOver) {
        this.hook = hook;
        this.whenOver = whenOver;
    }

    InteractionHook hook() {
        return hook;
    }

    synchronized void workIs(Future<?> submitted) {
        work = submitted;
        if (cancelled) {
            submitted.cancel(true);
        }
    }

    /** True for the first who asks, who then answers the member and calls {@link #end}. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    /** The member has their answer, or there is nobody left to answer. */
    void end() {
        claimed.set(true);
        whenOver.accept(this);
    }

    /** Interrupts the command, whose answer nobody waits for any more. */
    synchronized void cancelWork() {
        cancelled = true;
        if (work != null) {
            work.cancel(true);
        }
    }
}
