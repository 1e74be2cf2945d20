package dev.rolewise.cascade;

import dev.rolewise.question.Evidence;
import dev.rolewise.question.QuestionProfile;

/**
 * What a route is decided on.
 *
 * @param profile what was understood
 * @param evidence what was found, best first
 * @param coverageMargin how far the probability that the sources answer it lies above the threshold of the coverage check,
 *     -1 to 1; below 0 where they do not
 * @param disagreements how many matters on which the sources differ it touches
 * @param settled whether the local answer is one that no model would better: a definition, or a wrong premise corrected
 */
public record RouteFacts(
        QuestionProfile profile, Evidence evidence, double coverageMargin, int disagreements, boolean settled) {}
