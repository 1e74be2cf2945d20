/**
 * A loopback Discord: the parts of Discord's REST interface and gateway that a bot made of application commands uses, on
 * 127.0.0.1, with Discord's own limits enforced. A test acts as members and reads what the bot answered; nothing leaves the machine.
 *
 * <p>Start reading at {@link dev.rolewise.loopback.LoopbackDiscord}, then {@link dev.rolewise.loopback.Member} and {@link
 * dev.rolewise.loopback.Exchange}. Uses OkHttp's mockwebserver3, Jackson and networknt's JSON schema validator; JDA appears in the tests of this package alone.
 */
@NullMarked
package dev.rolewise.loopback;

import org.jspecify.annotations.NullMarked;
