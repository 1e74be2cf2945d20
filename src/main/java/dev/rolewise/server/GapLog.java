package dev.rolewise.server;

import dev.rolewise.question.Embedding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The durable record of questions that the bot could not answer well, and of how often topics were asked about. Nobody can be
 * read out of it: whoever asked is kept as a code, for {@link PersonalData} to find what is theirs. Thread-safe; a call returns when the change is on disk. Each method throws
 * {@link java.io.UncheckedIOException} where the record cannot be used.
 */
public interface GapLog {
    /**
     * A question that was not answered, or whose answer did not help.
     *
     * @param id 10 characters of {@code [0-9a-z]}
     * @param serverId where it was asked
     * @param question masked
     * @param topic intent of the pack
     * @param meaning its embedding
     * @param reason {@code not-covered} or {@code unhelpful}
     * @param at when
     */
    record Gap(
            String id, String serverId, String question, String topic, Embedding meaning, String reason, Instant at) {}

    /**
     * How a topic fared.
     *
     * @param topic intent of the pack
     */
    record Topic(String topic, long asked, long helpful, long unhelpful) {}

    /** Keeps a question of that member. */
    void add(Gap gap, String memberId);

    /** The questions of a server from {@code since} on, newest first, at most {@code most}. */
    List<Gap> of(String serverId, Instant since, int most);

    /** That question of that server. */
    Optional<Gap> find(String serverId, String id);

    /** Forgets questions, for they have an answer now. */
    void forget(String serverId, List<String> ids);

    /** Counts a question ({@code helpful} empty) or a rating. */
    void count(String serverId, String topic, Optional<Boolean> helpful, Instant at);

    /** How topics fared in a server from {@code since} on, most asked first. */
    List<Topic> topics(String serverId, Instant since);
}
