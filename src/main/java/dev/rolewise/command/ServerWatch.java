package dev.rolewise.command;

import java.util.function.Predicate;

/**
 * Told in which servers the bot is, so that what is kept for a server can go when the bot has gone. A server that is only
 * unavailable counts as one that the bot is in. Implementations are thread-safe and return at once.
 */
public interface ServerWatch {
    /** Nobody wants to know. */
    ServerWatch NONE = new ServerWatch() {
        @Override
        public void connected(Predicate<String> isIn) {
            // nobody wants to know
        }

        @Override
        public void joined(String serverId) {
            // nobody wants to know
        }

        @Override
        public void left(String serverId) {
            // nobody wants to know
        }
    };

    /**
     * The connection stands anew; the bot may have been removed from servers meanwhile.
     *
     * @param isIn whether the bot is in the server with that id; also true where this connection cannot know
     */
    void connected(Predicate<String> isIn);

    /** The bot is in that server, perhaps again. */
    void joined(String serverId);

    /** The bot was removed from that server, or the server is gone. */
    void left(String serverId);
}
