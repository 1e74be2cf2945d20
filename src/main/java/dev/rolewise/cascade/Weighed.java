package dev.rolewise.cascade;

import dev.rolewise.question.ModelNeed;

/**
 * A question as the thresholds of routing see it.
 *
 * @param need whether it needs a model
 * @param complexity how much must be weighed, 0 to 1
 */
public record Weighed(ModelNeed need, double complexity) {}
