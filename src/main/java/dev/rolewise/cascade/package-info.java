/**
 * From a question and its evidence to a checked answer of a model: which tier is asked, what it costs, and which of its
 * claims the passages carry.
 *
 * <p>A part: it uses {@code command}, {@code question}, {@code knowledge} and {@code learning} and no other part. Start
 * reading at {@link dev.rolewise.cascade.Router} (whom to ask) and {@link dev.rolewise.cascade.Verifier} (what to keep).
 */
@NullMarked
package dev.rolewise.cascade;

import org.jspecify.annotations.NullMarked;
