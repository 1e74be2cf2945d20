package dev.rolewise.cascade.money;

import java.time.Instant;
import java.util.Optional;

/**
 * Counts answers by how they were served, by Discord server and day of UTC.
 *
 * <p>Thread-safe. {@link #record} takes no longer than a look into a map: what is counted is written later, on another
 * thread, and at the end. A crash may lose what was counted in the last moments.
 */
public interface Tally {
    /** Counts an answer, today. */
    void record(TalliedAnswer answer);

    /**
     * What was counted from the day of {@code since} on, for one Discord server or for all together.
     *
     * @throws java.io.UncheckedIOException where it cannot be read
     */
    TallyTotals since(Optional<String> serverId, Instant since);

    /** How many answers were not counted because what could not be written had become too much. */
    long dropped();
}
