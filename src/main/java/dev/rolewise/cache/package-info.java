/**
 * The answer cache: an answer is given again to the same question, and to another that asks for the same, in the same scope.
 *
 * <p>A part: it may use base packages and nothing else of ours. Start reading at {@link dev.rolewise.cache.AnswerCache};
 * its way through the levels is {@link dev.rolewise.cache.Asking}, what counts as the same question is in {@link
 * dev.rolewise.cache.TextNormalizer}.
 */
@NullMarked
package dev.rolewise.cache;

import org.jspecify.annotations.NullMarked;
