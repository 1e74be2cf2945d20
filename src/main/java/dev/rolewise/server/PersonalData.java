package dev.rolewise.server;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept about members, wherever it is kept. Thread-safe; a call returns when the change is on disk. Each method throws
 * {@link java.io.UncheckedIOException} where the record cannot be used.
 */
public interface PersonalData {
    /** What stands where the id of a member stood who had all of theirs deleted. */
    String NOBODY = "deleted";

    /**
     * All that is kept about a member and can be linked to them, their id or not: rows by the kind of record, each row by
     * plain words for its columns. Kinds of which there is nothing are left out.
     */
    Map<String, List<Map<String, Object>>> about(String memberId);

    /**
     * Deletes or makes nameless all that is kept about a member, in every file of the data folder. What they used of today's
     * model budget stays until the day is over, so that deleting does not start it anew; so does their wish of {@link
     * #optOut}, without their id.
     *
     * @return how many rows were deleted or made nameless
     */
    int delete(String memberId);

    /** Whether the member wants nothing of theirs in logs and insights. */
    boolean optedOut(String memberId);

    /** Since when they want that; empty where they do not. */
    Optional<Instant> optedOutSince(String memberId);

    /**
     * Keeps that wish, without the member's id, or forgets it. What is in insights of theirs goes with the wish.
     *
     * @return how many records of their questions were taken out of insights
     */
    int optOut(String memberId, boolean out);

    /**
     * Deletes all that is kept about a server beside its documents, corrections and settings, which have to be gone; and, in
     * every file of the data folder, what they left.
     */
    void deleteServer(String serverId);

    /** Notes that the bot has left a server, or ({@code false}) is in it again. */
    void left(String serverId, boolean gone);

    /** Servers that the bot left before {@code millis}, in milliseconds since 1970. */
    List<String> leftBefore(long millis);

    /** Servers about which something is kept. */
    List<String> servers();

    /**
     * Deletes what is older than its time: questions and counts of topics, ratings, settled calls; and what members have used
     * of the model budget of days that are over.
     */
    int expire(long gapsBefore, long ratingsBefore, long callsBefore);
}
