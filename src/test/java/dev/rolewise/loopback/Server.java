package dev.rolewise.loopback;

/** A Discord server (a guild, to the API), known to members and the bot by its id. */
public record Server(String id, String name) {}
