package dev.rolewise.command;

import java.util.function.Function;

/**
 * Told in which servers the bot is, so that what is kept for a server can go when the bot has gone. A server that is only
 * unavailable counts as one that the bot is in. Implementations are thread-safe and return at once.
 */
public interface ServerWatch {
    /** Where the bot is as to one server. */
    enum Presence {
        /** It is there, and be it that the server is unavailable. */
        IN,
        /** It is not there. */
        GONE,
        /** This connection cannot tell. */
        UNKNOWN
    }

    /** Nobody wants to know. */
    ServerWatch NONE = new ServerWatch() {
        @Override
        public void connected(Function<String, Presence> presence) {
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
     * @param presence whether the bot is in the server with that id
     */
    void connected(Function<String, Presence> presence);

    /** The bot is in that server, perhaps again. */
    void joined(String serverId);

    /** The bot was removed from that server, or the server is gone. */
    void left(String serverId);
}
