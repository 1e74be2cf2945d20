package dev.rolewise.cascade;

import dev.rolewise.question.Tier;

/**
 * An answer that a member judged.
 *
 * @param complexity as it was routed, 0 to 1
 * @param tier that answered
 * @param helpful 👍 rather than 👎
 */
public record CalibrationExample(double complexity, Tier tier, boolean helpful) {}
