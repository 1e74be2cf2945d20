package dev.rolewise.server;

import java.util.List;
import java.util.Map;

/**
 * What is kept about members, wherever it is kept. Thread-safe; a call returns when the change is on disk. Each method throws
 * {@link java.io.UncheckedIOException} where the record cannot be used.
 */
public interface PersonalData {
    /** All that is kept about a member: rows by the kind of record, each row by the names of its columns. */
    Map<String, List<Map<String, Object>>> about(String memberId);

    /**
     * Deletes or makes nameless all that is kept about a member. What they used of today's limits stays until the day is over,
     * so that deleting does not start the limits anew.
     *
     * @return how many rows were deleted or made nameless
     */
    int delete(String memberId);

    /** Whether the member wants nothing of theirs in logs and insights. */
    boolean optedOut(String memberId);

    /** Keeps that wish, or forgets it. */
    void optOut(String memberId, boolean out);

    /** Deletes all that is kept about a server beside its documents, corrections and settings. */
    void deleteServer(String serverId);

    /** Notes that the bot has left a server, or ({@code false}) is in it again. */
    void left(String serverId, boolean gone);

    /** Servers that the bot left before {@code millis}, in milliseconds since 1970. */
    List<String> leftBefore(long millis);

    /** Servers about which something is kept. */
    List<String> servers();

    /** Deletes what is older than its time: questions that were not answered, ratings, settled calls. */
    int expire(long gapsBefore, long ratingsBefore, long callsBefore);
}
