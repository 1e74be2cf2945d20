/**
 * The words of the design as values: what is asked, what was understood, what was found, what is answered.
 *
 * <p>A base package: it may use {@code knowledge} and nothing else of ours. Start reading at {@link
 * dev.rolewise.question.Question} and {@link dev.rolewise.question.Answer}.
 */
@NullMarked
package dev.rolewise.question;

import org.jspecify.annotations.NullMarked;
