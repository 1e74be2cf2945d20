/**
 * A loopback model provider: a raw socket on 127.0.0.1 that speaks just enough of four interfaces (OpenAI's chat
 * completions, Anthropic, Google, Ollama) and misbehaves as told, call by call. Nothing leaves the machine.
 *
 * <p>Start reading at {@link dev.rolewise.provider.LoopbackProvider}, then {@link dev.rolewise.provider.Scripts} (faults)
 * and {@link dev.rolewise.provider.ScriptedModels} (models of good and bad character).
 */
@NullMarked
package dev.rolewise.provider;

import org.jspecify.annotations.NullMarked;
