package dev.rolewise.server;

import dev.rolewise.question.Embedding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The durable record of what members ask and are answered, from which it shows what many ask. Nobody can be read out of it:
 * whoever asked is kept as a code, for {@link PersonalData} to find what is theirs. It is bounded: a server and a member
 * there have so many questions, and the oldest give way. Thread-safe; a call returns when the change is on disk. Each method
 * throws {@link java.io.UncheckedIOException} where the record cannot be used.
 */
public interface AskedLog {
    /**
     * A question that a member asked.
     *
     * @param serverId where
     * @param question masked
     * @param matter what it is about in short: questions of another matter ask something else however alike they sound
     * @param meaning its embedding
     * @param at when
     */
    record Asked(String serverId, String question, String matter, Embedding meaning, Instant at) {}

    /**
     * A question as it is kept.
     *
     * @param id 20 hexadecimal digits
     * @param askedBy the code of whoever asked
     * @param helpful how they rated an answer to it, where they did
     */
    record Kept(String id, Asked asked, String askedBy, Optional<Boolean> helpful) {}

    /** Keeps a question of that member; the same one of theirs on the same day (UTC) is kept once. */
    void add(Asked asked, String memberId);

    /**
     * Keeps how a member rated an answer to a question of their own, in place of what they said before; empty where they took
     * that back.
     */
    void rate(String serverId, String memberId, String question, Optional<Boolean> helpful);

    /** The questions of a server from {@code since} on, newest first. */
    List<Kept> of(String serverId, Instant since);

    /** The question with that id, if it is that server's. */
    Optional<Kept> find(String serverId, String id);
}
