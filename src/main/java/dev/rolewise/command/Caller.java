package dev.rolewise.command;

import java.util.Optional;

/**
 * Who calls a command, and where.
 *
 * @param memberId stable id of the person on their surface
 * @param serverId id of the Discord server; empty in a direct message and outside Discord
 * @param placeId where the conversation takes place: a channel, or the one terminal
 * @param threadOf the channel that the place is a thread of; empty where it is none
 * @param manages whether they may manage the server that they are in, as Discord says; at the terminal always
 */
public record Caller(
        String memberId, Optional<String> serverId, String placeId, Optional<String> threadOf, boolean manages) {
    /** Who sits at the terminal. */
    public static final Caller TERMINAL = new Caller("local", Optional.empty(), "terminal", true);

    /** Somebody who is in no thread. */
    public Caller(String memberId, Optional<String> serverId, String placeId, boolean manages) {
        this(memberId, serverId, placeId, Optional.empty(), manages);
    }

    /** A member without any rights over the server. */
    public static Caller member(String memberId, Optional<String> serverId, String placeId) {
        return new Caller(memberId, serverId, placeId, false);
    }
}
