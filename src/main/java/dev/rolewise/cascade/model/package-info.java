/**
 * Language models behind one seam: the prompt that they get, the one call, and what they say, as values.
 *
 * <p>It uses {@code knowledge}, {@code question} and {@link dev.rolewise.cascade.Claim} of ours; LangChain4j's chat models
 * and Resilience4j stay here. Start reading at {@link dev.rolewise.cascade.model.ModelTier}, then {@link
 * dev.rolewise.cascade.model.ProviderTier}; the way of a text is {@link dev.rolewise.cascade.model.PromptBook} → {@link
 * dev.rolewise.cascade.model.Prompt} → {@link dev.rolewise.cascade.model.ClaimReply}.
 */
@NullMarked
package dev.rolewise.cascade.model;

import org.jspecify.annotations.NullMarked;
