package dev.rolewise.question;

/**
 * What routing made of a question.
 *
 * @param tier the cheapest that answers well
 * @param need whether it needs a model
 * @param complexity how much must be weighed, 0 to 1, before anything that ratings have taught
 */
public record Choice(Tier tier, ModelNeed need, double complexity) {}
