/**
 * The Discord surface: gateway, slash commands, buttons, forms, rendering and Discord's limits, on JDA.
 *
 * <p>Uses {@code command} and nothing else of ours; no other package may use JDA types. It translates only: what a
 * command does and says is not its matter. Start reading at {@link dev.rolewise.discord.DiscordBot}, then at
 * {@code InteractionListener}.
 */
@NullMarked
package dev.rolewise.discord;

import org.jspecify.annotations.NullMarked;
