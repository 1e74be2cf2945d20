/**
 * The terminal as a surface: the same commands as on Discord, with no Discord account, over JLine.
 *
 * <p>Uses only {@code command}; JLine's types stay in here. Start reading at {@link dev.rolewise.console.Chat}; {@code
 * Session} turns typed lines into replies, {@code Painter} turns replies into lines of text.
 */
@NullMarked
package dev.rolewise.console;

import org.jspecify.annotations.NullMarked;
