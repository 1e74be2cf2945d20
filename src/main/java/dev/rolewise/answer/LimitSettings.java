package dev.rolewise.answer;

/**
 * How many questions may be asked; each is at least 1.
 *
 * @param memberMinute by one member in any 60 seconds ({@code limits.member-minute})
 * @param memberDay by one member in a UTC day ({@code limits.member-day})
 * @param serverDay by all members of one Discord server in a UTC day ({@code limits.server-day})
 * @param memberInFlight by one member that are being answered at the same time ({@code limits.member-in-flight})
 */
public record LimitSettings(int memberMinute, int memberDay, int serverDay, int memberInFlight) {
    public LimitSettings {
        check("limits.member-minute", memberMinute);
        check("limits.member-day", memberDay);
        check("limits.server-day", serverDay);
        check("limits.member-in-flight", memberInFlight);
    }

    private static void check(String key, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(key + " must be at least 1, but is " + limit);
        }
    }
}
