package dev.rolewise.question;

import java.util.Optional;

/**
 * Whose knowledge may be used: the installation's alone, or with one server's documents.
 *
 * @param serverId id of the Discord server whose documents count too; empty for the installation alone
 */
public record Scope(Optional<String> serverId) {
    /** The pack and the operator's own documents, shared by everybody. */
    public static final Scope INSTALLATION = new Scope(Optional.empty());
}
