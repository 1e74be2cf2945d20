package dev.rolewise.cascade.money;

import java.time.Duration;

/** What keeps the reservations of a living process and lets go of those of a dead one. Thread-safe. */
public interface Leases {
    /** How long reservations are held for a process that has last been heard of. */
    Duration LEASE = Duration.ofMinutes(2);

    /** How often {@link #renew} and {@link #settleAbandoned} are to be called. */
    Duration RENEW_EVERY = Duration.ofSeconds(30);

    /**
     * Says that this process lives; also writes the settlements that could not be written before.
     *
     * @throws java.io.UncheckedIOException where the record cannot be written
     */
    void renew();

    /**
     * Settles the reservations of other processes whose lease has run out, at their worst case; if such a process turns
     * out to live, its own settlement replaces that. Returns how many there were.
     *
     * @throws java.io.UncheckedIOException where the record cannot be written
     */
    int settleAbandoned();
}
