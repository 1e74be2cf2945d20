package dev.rolewise.discord;

import dev.rolewise.command.Reply;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes work in, tells the member to wait, has it done off the event thread and delivers the reply. Every member who was
 * told to wait gets an answer: the reply, one kind sentence with an error's id, or a word when the bot stops. Thread-safe.
 */
final class ReplyDesk {
    private static final Logger LOG = LoggerFactory.getLogger(ReplyDesk.class);
    private static final Duration LAST_WORD = Duration.ofSeconds(3);

    private final ExecutorService workers;
    private final Supplier<String> errorIds;
    private final PendingReplies pending = new PendingReplies();

    ReplyDesk(ExecutorService workers, Supplier<String> errorIds) {
        this.workers = workers;
        this.errorIds = errorIds;
    }

    /** Whether new work is declined because the bot stops. */
    boolean isClosed() {
        return pending.isClosed();
    }

    /**
     * Accepts or declines at once; never blocks.
     *
     * @param visible whether everybody sees the reply
     * @param what names the call in the log: the command and ids, nothing that a member typed
     */
    void take(IReplyCallback interaction, boolean visible, String what, Supplier<Reply> work) {
        Optional<PendingReply> opened = pending.open(interaction.getHook());
        if (opened.isEmpty()) {
            Notice.RESTARTING.tell(interaction, what);
            return;
        }
        PendingReply reply = opened.get();
        try {
            reply.workIs(workers.submit(() -> carryOut(reply, visible, what, work)));
        } catch (RejectedExecutionException e) {
            reply.end();
            Notice.BUSY.tell(interaction, what);
            return;
        }
        interaction.deferReply(!visible).queue(null, failure -> {
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
                send(reply, Reply.line(Notice.INTERRUPTED.text()), false, "tell somebody that the bot restarts");
            }
        }
        pending.await(LAST_WORD);
    }

    private void carryOut(PendingReply pendingReply, boolean visible, String what, Supplier<Reply> work) {
        Reply reply;
        try {
            reply = work.get();
        } catch (RuntimeException | Error e) {
            if (pendingReply.claim()) {
                send(pendingReply, Notice.failure(logged(what, e)), visible, what);
            }
            return;
        }
        if (pendingReply.claim()) {
            deliver(pendingReply, reply, visible, what);
        }
    }

    private void deliver(PendingReply pendingReply, Reply reply, boolean visible, String what) {
        try {
            send(pendingReply, reply, visible, what);
        } catch (RuntimeException e) {
            send(pendingReply, Notice.failure(logged(what, e)), visible, what);
        }
    }

    /** Sends the reply, or if Discord does not take it, the apology, so that nobody is left waiting. */
    private void send(PendingReply pendingReply, Reply reply, boolean visible, String what) {
        edit(pendingReply, ReplyRenderer.render(reply, visible)).queue(sent -> pendingReply.end(), failure -> {
            if (RestFailures.isGone(failure)) {
                giveUp(pendingReply, what, failure);
                return;
            }
            String id = errorIds.get();
            LOG.warn("Error {} in {}: {}", id, what, RestFailures.reason(failure));
            edit(pendingReply, ReplyRenderer.render(Notice.failure(id), visible))
                    .queue(sent -> pendingReply.end(), again -> giveUp(pendingReply, what, again));
        });
    }

    private static RestAction<?> edit(PendingReply reply, Container container) {
        return reply.hook()
                .editOriginalComponents(container)
                .useComponentsV2()
                .setAllowedMentions(EnumSet.noneOf(MentionType.class));
    }

    private static void giveUp(PendingReply reply, String what, Throwable failure) {
        LOG.warn("Could not answer {}: {}", what, RestFailures.reason(failure));
        reply.end();
    }
}
