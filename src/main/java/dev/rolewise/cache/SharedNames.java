package dev.rolewise.cache;

import dev.rolewise.question.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The durable record of the names of shared answers, so that those of a member or a server can be taken back when no process
 * has them in memory any more. Thread-safe; a call returns when the change is on disk. Each method throws {@link
 * java.io.UncheckedIOException} where the record cannot be used.
 */
public interface SharedNames {
    /** Keeps the name of an answer, instead of what was kept under that name. */
    void keep(String name, Optional<String> memberId, Scope scope, Instant at);

    /** Names of the answers that were made for questions of that member. */
    List<String> ofMember(String memberId);

    /** Names of the answers that were made of what that server has of its own. */
    List<String> ofServer(String serverId);

    /** Forgets those kept before: their answers have expired. */
    void expire(Instant before);
}
