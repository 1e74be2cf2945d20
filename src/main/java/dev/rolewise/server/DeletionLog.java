package dev.rolewise.server;

import java.time.Instant;
import java.util.List;

/**
 * The record of members who had all of theirs deleted, for the other processes to follow: codes, no ids. Thread-safe; a call
 * returns when the change is on disk. Each method but {@link #code} throws {@link java.io.UncheckedIOException} where the
 * record cannot be used, and that one where it cannot be used the first time.
 */
public interface DeletionLog {
    /**
     * A member's latest deletion.
     *
     * @param code stands for the member; only this installation can tell whom
     * @param at milliseconds since 1970, or a little more: each is later than those that were recorded before
     */
    record Deletion(String code, long at) {}

    /** The code of a member. */
    String code(String memberId);

    /** Records a deletion in the place of the member's former ones. */
    Deletion add(String memberId);

    /** When the last one was recorded; 0 where there is none. */
    long last();

    /** Those recorded after {@code at}, in their order. */
    List<Deletion> since(long at);

    /** Forgets those recorded before. */
    void expire(Instant before);
}
