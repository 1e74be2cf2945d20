package dev.rolewise.answer;

import dev.rolewise.answer.QuestionLimits.Denied;
import dev.rolewise.answer.QuestionLimits.Reason;
import java.time.Duration;

/** What a member reads whose question is over a limit: which, and when to come back. */
final class LimitTexts {
    private LimitTexts() {}

    static Denied memberMinute(int limit, Duration comeBack) {
        String text = "You've asked " + count(limit, "question") + " in the last minute. Please try again in "
                + count(ceil(comeBack, 1), "second") + ".";
        return new Denied(Reason.MEMBER_MINUTE, comeBack, text);
    }

    static Denied memberDay(int limit, Duration comeBack) {
        String text = "You've asked " + count(limit, "question")
                + " today, and that's the limit for one day. Please come back " + tomorrow(comeBack) + ".";
        return new Denied(Reason.MEMBER_DAY, comeBack, text);
    }

    static Denied memberDayHere(int limit, Duration comeBack) {
        String text = "You've asked " + count(limit, "question")
                + " here today, and that's this server's limit for one day. Please come back " + tomorrow(comeBack)
                + ".";
        return new Denied(Reason.MEMBER_DAY, comeBack, text);
    }

    static Denied memberHour(int limit, Duration comeBack) {
        String text = "You've asked " + count(limit, "question")
                + " here in the last hour, and that's this server's limit. Please try again in "
                + count(ceil(comeBack, 60), "minute") + ".";
        return new Denied(Reason.MEMBER_HOUR, comeBack, text);
    }

    static Denied serverDay(int limit, Duration comeBack) {
        String text = "This server has asked " + count(limit, "question")
                + " today, and that's its limit for one day. Please come back " + tomorrow(comeBack) + ".";
        return new Denied(Reason.SERVER_DAY, comeBack, text);
    }

    static Denied memberInFlight(int limit, Duration comeBack) {
        String text = limit == 1
                ? "I'm still working on your last question. Please ask again once it's answered."
                : "I'm still working on your last " + limit
                        + " questions. Please ask again once one of them is answered.";
        return new Denied(Reason.MEMBER_IN_FLIGHT, comeBack, text);
    }

    private static String tomorrow(Duration comeBack) {
        long minutes = ceil(comeBack, 60);
        return "tomorrow (00:00 UTC, in " + (minutes <= 90 ? minutes + " min" : ceil(comeBack, 3600) + " h") + ")";
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** Rounded up, so that nobody is sent back too early. */
    private static long ceil(Duration time, long unitSeconds) {
        long unitMillis = unitSeconds * 1000;
        return Math.max(1, (time.toMillis() + unitMillis - 1) / unitMillis);
    }
}
