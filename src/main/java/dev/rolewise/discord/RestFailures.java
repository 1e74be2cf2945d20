package dev.rolewise.discord;

import java.util.function.Consumer;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line in the log for a call that Discord refused or that did not reach it. */
final class RestFailures {
    private static final Logger LOG = LoggerFactory.getLogger(RestFailures.class);

    private RestFailures() {}

    /** Logs that {@code what} (an infinitive: "answer /ask by 1") failed. */
    static Consumer<Throwable> logged(String what) {
        return failure -> LOG.warn("Could not {}: {}", what, reason(failure));
    }

    static String reason(Throwable failure) {
        if (failure instanceof ErrorResponseException refused) {
            return "Discord answered " + refused.getErrorCode() + " " + oneLine(refused.getMeaning());
        }
        return failure.getClass().getSimpleName() + " " + oneLine(String.valueOf(failure.getMessage()));
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
