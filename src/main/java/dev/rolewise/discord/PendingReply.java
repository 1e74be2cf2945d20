package dev.rolewise.discord;

import dev.rolewise.command.Progress;
import dev.rolewise.command.Reply;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A member who was told to wait. Exactly one party, the command or the shutdown, gets to answer. Thread-safe. */
final class PendingReply {
    private final Delivery delivery;
    private final String what;
    private final Consumer<PendingReply> whenOver;
    private final InterimReplies interim;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private @Nullable Future<?> work;
    private boolean cancelled;

    /** @param what names the call in the log */
    PendingReply(Delivery delivery, String what, Executor afterPause, Consumer<PendingReply> whenOver) {
        this.delivery = delivery;
        this.what = what;
        this.whenOver = whenOver;
        this.interim = new InterimReplies(this::sendInterim, afterPause);
    }

    Delivery delivery() {
        return delivery;
    }

    String what() {
        return what;
    }

    Progress progress() {
        return interim;
    }

    synchronized void workIs(Future<?> submitted) {
        work = submitted;
        if (cancelled) {
            submitted.cancel(true);
        }
    }

    /** True for the first who asks, who then answers the member by {@link #answer} and calls {@link #end}. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    /** Runs what sends the answer once no interim reply is under way that could come after it. */
    void answer(Runnable sending) {
        interim.finish(sending);
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

    private void sendInterim(Reply reply, Runnable whenSent) {
        if (!delivery.showsBefore(reply) || claimed.get()) {
            whenSent.run();
            return;
        }
        delivery.interim(reply).queue(sent -> whenSent.run(), failure -> {
            RestFailures.logged("show what is there so far of " + what).accept(failure);
            whenSent.run();
        });
    }
}
