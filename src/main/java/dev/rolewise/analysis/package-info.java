/**
 * From a question's text to its profile: roles, direction, polarity, aspect, intent, parts and conversation.
 *
 * <p>A part: it uses the base packages only. Start reading at {@link dev.rolewise.analysis.QuestionAnalyzer}.
 */
@NullMarked
package dev.rolewise.analysis;

import org.jspecify.annotations.NullMarked;
