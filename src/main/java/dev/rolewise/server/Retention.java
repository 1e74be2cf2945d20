package dev.rolewise.server;

import java.time.Duration;

/**
 * How long what is kept is kept.
 *
 * @param gaps questions of members, without whose they are, and counts of topics
 * @param ratings ratings of answers
 * @param calls records of model calls that are settled
 * @param leftServers what belongs to a server from which the bot was removed
 */
public record Retention(Duration gaps, Duration ratings, Duration calls, Duration leftServers) {
    public Retention {
        if (gaps.isNegative() || ratings.isNegative() || calls.isNegative() || leftServers.isNegative()) {
            throw new IllegalArgumentException("a time to keep something cannot be negative");
        }
    }
}
