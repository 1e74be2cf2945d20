package dev.rolewise.knowledge.reading;

import java.time.Duration;

/**
 * How much a document may ask of this machine. Whatever it asks more than that, it is refused.
 *
 * @param bytes the longest document
 * @param pages the most pages
 * @param characters the most visible characters
 * @param nesting how deep elements may stand in each other
 * @param heapMebibytes the memory of the process that reads it
 * @param time from the start of that process to its end
 * @param atOnce how many documents are read at the same time
 * @param patience how long a document waits for its turn
 */
public record ReadingLimits(
        int bytes,
        int pages,
        int characters,
        int nesting,
        int heapMebibytes,
        Duration time,
        int atOnce,
        Duration patience) {
    /** 8 MiB, 500 pages, a million characters, 9 s, two at once. */
    public static final ReadingLimits DEFAULT = new ReadingLimits(
            8 * 1024 * 1024, 500, 1_000_000, 200, 192, Duration.ofSeconds(9), 2, Duration.ofSeconds(20));
}
