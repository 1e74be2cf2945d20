/**
 * Answering: guards, the coverage check, the local answerer, and the commands that use them.
 *
 * <p>A feature: it uses parts and base packages. Start reading at {@link dev.rolewise.answer.AnswerService}, whose
 * {@code ask} is the way of a question.
 */
@NullMarked
package dev.rolewise.answer;

import org.jspecify.annotations.NullMarked;
