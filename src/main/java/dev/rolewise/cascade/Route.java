package dev.rolewise.cascade;

import dev.rolewise.question.Tier;

/**
 * Which tier is to answer.
 *
 * @param tier the cheapest that answers well; the caller takes the next lower one that is set up
 * @param complexity 0 to 1
 * @param reason a short phrase for log and receipt: "one fact, well covered"
 */
public record Route(Tier tier, double complexity, String reason) {}
