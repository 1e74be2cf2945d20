/**
 * What a surface (Discord, the terminal) and a feature share: commands, their calls, and replies made of blocks.
 *
 * <p>A base package: it uses nothing else of ours. Start reading at {@link dev.rolewise.command.Command}.
 */
@NullMarked
package dev.rolewise.command;

import org.jspecify.annotations.NullMarked;
