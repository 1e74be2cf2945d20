package dev.rolewise.command;

import java.util.Optional;

/**
 * Who calls a command, and where.
 *
 * @param memberId stable id of the person on their surface
 * @param serverId id of the Discord server; empty in a direct message and outside Discord
 * @param placeId where the conversation takes place: a channel, or the one terminal
 */
public record Caller(String memberId, Optional<String> serverId, String placeId) {}
