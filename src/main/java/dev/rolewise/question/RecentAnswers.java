package dev.rolewise.question;

import java.util.Optional;

/** Answers that were given lately, by the id that is in their buttons. Thread-safe; answers from memory. */
@FunctionalInterface
public interface RecentAnswers {
    /**
     * An answer that was given.
     *
     * @param question it answered, so that it stands alone, masked
     * @param text what it said, with its markers
     */
    record Recent(String question, String text) {}

    /** The answer with that id, if it is still known and was given in that server; no server is a direct message. */
    Optional<Recent> recent(String id, Optional<String> serverId);
}
