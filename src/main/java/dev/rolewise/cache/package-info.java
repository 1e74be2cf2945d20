/**
 * The answer cache: an answer is reused only for the same question, conversation and scope.
 *
 * <p>A part: it may use base packages and nothing else of ours. Start reading at {@link dev.rolewise.cache.AnswerCache};
 * what counts as the same question is in {@link dev.rolewise.cache.TextNormalizer}.
 */
@NullMarked
package dev.rolewise.cache;

import org.jspecify.annotations.NullMarked;
