package dev.rolewise.discord;

import dev.rolewise.command.Progress;
import dev.rolewise.command.Reply;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The replies that a command shows while it is at work: one under way at a time, the newest only, with a pause after each,
 * and none once the last reply is due, which waits for the one under way. Thread-safe; never blocks.
 */
final class InterimReplies implements Progress {
    private static final Logger LOG = LoggerFactory.getLogger(InterimReplies.class);

    private final Sender sender;
    private final Executor afterPause;
    private State state = State.IDLE;
    private @Nullable Reply newest;
    private @Nullable Runnable last;

    /** Sends one interim reply. */
    interface Sender {
        /** Does not wait; {@code whenOver} is run once, when the reply was taken or refused. */
        void send(Reply reply, Runnable whenOver);
    }

    private enum State {
        IDLE,
        SENDING,
        PAUSING
    }

    /** @param afterPause runs what it is given after the pause between two interim replies */
    InterimReplies(Sender sender, Executor afterPause) {
        this.sender = sender;
        this.afterPause = afterPause;
    }

    @Override
    public void show(Reply soFar) {
        synchronized (this) {
            if (last != null) {
                return;
            }
            newest = soFar;
            if (state != State.IDLE) {
                return;
            }
        }
        sendNewest();
    }

    /** Runs {@code last}, which sends the last reply, as soon as no interim reply is under way; shows no more from now on. */
    void finish(Runnable lastReply) {
        synchronized (this) {
            last = lastReply;
            if (state == State.SENDING) {
                return;
            }
        }
        lastReply.run();
    }

    private void sendNewest() {
        Reply next;
        synchronized (this) {
            if (last != null || state == State.SENDING) {
                return;
            }
            next = newest;
            newest = null;
            state = next == null ? State.IDLE : State.SENDING;
        }
        if (next == null) {
            return;
        }
        try {
            sender.send(next, this::over);
        } catch (RuntimeException e) {
            LOG.warn("Could not show an interim reply", e);
            over();
        }
    }

    private void over() {
        Runnable due;
        synchronized (this) {
            state = State.PAUSING;
            due = last;
        }
        if (due == null) {
            afterPause.execute(this::sendNewest);
        } else {
            due.run();
        }
    }
}
