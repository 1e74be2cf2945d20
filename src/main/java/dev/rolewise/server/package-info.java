/**
 * A Discord server's own: its documents, its corrected answers, its settings, what its members miss and ask most, and their
 * privacy.
 *
 * <p>A feature: it may use parts and base, and no other feature. What it keeps lies behind the ports {@code …Store}, which the
 * package {@code store} implements. Start reading at {@link dev.rolewise.server.ServerScopes}.
 */
@NullMarked
package dev.rolewise.server;

import org.jspecify.annotations.NullMarked;
