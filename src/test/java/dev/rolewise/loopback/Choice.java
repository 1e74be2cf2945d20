package dev.rolewise.loopback;

/** A suggestion that the bot made while a member typed an option; {@code value} is what the bot gets if it is chosen. */
public record Choice(String name, String value) {}
