package dev.rolewise.scorecard;

/**
 * How a run over a file of questions went.
 *
 * @param answered lines that got an answer
 * @param broken lines that could not be read or answered; each was reported with its number
 */
public record Tally(int answered, int broken) {}
