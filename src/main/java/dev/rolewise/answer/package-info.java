/**
 * Answering a question: the {@code ask} command, the guards, the local answerer, limits and feedback.
 *
 * <p>A feature: it may use parts and base packages, no surface and no other feature. What it needs kept is a port here
 * ({@link dev.rolewise.answer.FeedbackLog}) that {@code store} implements.
 */
@NullMarked
package dev.rolewise.answer;

import org.jspecify.annotations.NullMarked;
