package dev.rolewise.answer;

import java.util.Optional;

/**
 * How many questions a Discord server allows, besides what the installation does; the lower of the two holds. Empty for no
 * wish; what is there is at least 1.
 *
 * @param memberHour by one member there in any 60 minutes
 * @param memberDay by one member there in a UTC day
 * @param serverDay by all its members in a UTC day
 */
public record ServerLimits(Optional<Integer> memberHour, Optional<Integer> memberDay, Optional<Integer> serverDay) {
    /** No wish at all. */
    public static final ServerLimits NONE = new ServerLimits(Optional.empty(), Optional.empty(), Optional.empty());
}
