/**
 * A replay of many questions through the whole program, against a loopback model provider: what they cost, and what they
 * would have cost otherwise. Its parts; {@code dev.rolewise.app.Replay} runs it.
 *
 * <p>Start reading at {@link dev.rolewise.replay.Draw} (the questions) and {@link dev.rolewise.replay.ReplayTable} (the
 * figures).
 */
@NullMarked
package dev.rolewise.replay;

import org.jspecify.annotations.NullMarked;
