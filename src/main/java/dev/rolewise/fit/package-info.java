/**
 * Quizzes: which role fits, why, and what would change it.
 *
 * <p>A feature: it uses parts and base packages. Start reading at {@link dev.rolewise.fit.FitCommand}; the arithmetic is in
 * {@link dev.rolewise.fit.QuizScorer}, and {@link dev.rolewise.fit.QuizAudit} tells whether a quiz is fair.
 */
@NullMarked
package dev.rolewise.fit;

import org.jspecify.annotations.NullMarked;
