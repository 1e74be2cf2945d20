/**
 * Small models that several parts train from labelled examples: the intent of a question, coverage, support, routes.
 *
 * <p>A base package: it uses {@code question} for embeddings and nothing else of ours. Start reading at
 * {@link dev.rolewise.learning.LogisticRegression}.
 */
@NullMarked
package dev.rolewise.learning;

import org.jspecify.annotations.NullMarked;
