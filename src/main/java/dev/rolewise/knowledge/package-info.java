/**
 * Knowledge packs: roles, aspects, sources with their passages and statements, and the reader that checks them.
 *
 * <p>A base package: it uses nothing else of ours. Start reading at {@link dev.rolewise.knowledge.Pack} and {@link
 * dev.rolewise.knowledge.PackLoader}.
 */
@NullMarked
package dev.rolewise.knowledge;

import org.jspecify.annotations.NullMarked;
