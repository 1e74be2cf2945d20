/**
 * The scorecard: asks many questions from a file, writes the answers as JSON lines, and measures them against labels.
 *
 * <p>A feature: it may use the parts and the base, and gets the answerer as a function. Start reading at {@link
 * dev.rolewise.scorecard.Batch} and {@link dev.rolewise.scorecard.Scorecard}.
 */
@NullMarked
package dev.rolewise.scorecard;

import org.jspecify.annotations.NullMarked;
