package dev.rolewise.discord;

import dev.rolewise.command.Progress;
import dev.rolewise.command.Reply;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes work in, tells the member to wait, has it done off the event thread, shows what is there meanwhile and delivers the
 * reply. Every member who was told to wait gets an answer: the reply, one kind sentence with an error's id, or a word when
 * the bot stops. Thread-safe.
 */
final class ReplyDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyDesk.class);
    private static final Duration LAST_WORD = Duration.ofSeconds(3);

    /** Discord takes about five edits of one message in five seconds. */
    private static final long INTERIM_PAUSE_MILLIS = 1_100;

    private final ExecutorService workers;
    private final Supplier<String> errorIds;
    private final PendingReplies pending;

    ReplyDesk(ExecutorService workers, Supplier<String> errorIds) {
        this(workers, errorIds, CompletableFuture.delayedExecutor(INTERIM_PAUSE_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** @param afterPause runs what it is given after the pause between two interim replies to one member */
    ReplyDesk(ExecutorService workers, Supplier<String> errorIds, Executor afterPause) {
        this.workers = workers;
        this.errorIds = errorIds;
        this.pending = new PendingReplies(afterPause);
    }

    /** Whether new work is declined because the bot stops. */
    boolean isClosed() {
        return pending.isClosed();
    }

    /**
     * Accepts or declines at once; never blocks.
     *
     * @param what names the call in the log: the command and ids, nothing that a member typed
     */
    void take(IReplyCallback interaction, Standing standing, String what, Function<Progress, Reply> work) {
        Delivery delivery = new Delivery(interaction, standing);
        Optional<PendingReply> opened = pending.open(delivery, what);
        if (opened.isEmpty()) {
            Notice.RESTARTING.tell(interaction, what);
            return;
        }
        PendingReply reply = opened.get();
        try {
            reply.workIs(workers.submit(() -> carryOut(reply, work)));
        } catch (RejectedExecutionException e) {
            reply.end();
            Notice.BUSY.tell(interaction, what);
            return;
        }
        delivery.acknowledge().queue(null, failure -> {
            reply.end();
            reply.cancelWork();
            LOG.warn("Could not acknowledge {}: {}", what, RestFailures.reason(failure));
        });
    }

    /** Logs a failure that the member is told about, and returns the id under which it is logged. */
    String logged(String what, Throwable failure) {
        String id = errorIds.get();
        LOG.error("Error {} in {}", id, what, failure);
        return id;
    }

    /** Declines new work, waits for what is pending, and tells those who still wait then. */
    void close(Duration patience) throws InterruptedException {
        pending.close();
        pending.await(patience);
        for (PendingReply reply : pending.all()) {
            if (reply.claim()) {
                reply.cancelWork();
                reply.answer(() -> tell(reply, Reply.line(Notice.INTERRUPTED.text())));
            }
        }
        pending.await(LAST_WORD);
    }

    private void carryOut(PendingReply pendingReply, Function<Progress, Reply> work) {
        Reply reply;
        try {
            reply = work.apply(pendingReply.progress());
        } catch (RuntimeException | Error e) {
            if (pendingReply.claim()) {
                Reply failure = Notice.failure(logged(pendingReply.what(), e));
                pendingReply.answer(() -> tell(pendingReply, failure));
            }
            return;
        }
        if (pendingReply.claim()) {
            pendingReply.answer(() -> deliver(pendingReply, reply));
        }
    }

    /** Sends the reply, or if it cannot be shown or Discord does not take it, the apology, so that nobody is left waiting. */
    private void deliver(PendingReply pendingReply, Reply reply) {
        RestAction<?> sending;
        try {
            sending = pendingReply.delivery().last(reply);
        } catch (RuntimeException e) {
            tell(pendingReply, Notice.failure(logged(pendingReply.what(), e)));
            return;
        }
        sending.queue(
                sent -> {
                    pendingReply.end();
                    pendingReply.delivery().delivered(reply, sent);
                },
                failure -> {
                    if (RestFailures.isGone(failure)) {
                        giveUp(pendingReply, failure);
                        return;
                    }
                    String id = errorIds.get();
                    LOG.warn("Error {} in {}: {}", id, pendingReply.what(), RestFailures.reason(failure));
                    tell(pendingReply, Notice.failure(id));
                });
    }

    private static void tell(PendingReply pendingReply, Reply notice) {
        pendingReply
                .delivery()
                .notice(notice)
                .queue(sent -> pendingReply.end(), failure -> giveUp(pendingReply, failure));
    }

    private static void giveUp(PendingReply reply, Throwable failure) {
        LOG.warn("Could not answer {}: {}", reply.what(), RestFailures.reason(failure));
        reply.end();
    }
}
