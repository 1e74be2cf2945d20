package dev.rolewise.knowledge.reading;

/**
 * A document that could not be read.
 *
 * @param reason one sentence for the person who sent it, which says what to do
 */
public record Unreadable(String reason) implements Reading {}
