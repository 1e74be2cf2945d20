/**
 * The shared level of the answer cache: answers in a Redis or Valkey that several processes use, and word among them of
 * what is taken back. That server is neither trusted nor relied on.
 *
 * <p>Belongs to the cache: it may use {@code cache} and base packages. Lettuce and netty stay in here. Start reading at
 * {@link dev.rolewise.cache.shared.RedisLevel}.
 */
@NullMarked
package dev.rolewise.cache.shared;

import org.jspecify.annotations.NullMarked;
