package dev.rolewise.discord;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InteractionExpiredException;
import net.dv8tion.jda.api.exceptions.InteractionFailureException;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line in the log for a call that Discord refused or that did not reach it. */
final class RestFailures {
    private static final Logger LOG = LoggerFactory.getLogger(RestFailures.class);

    private static final Set<ErrorResponse> GONE = EnumSet.of(
            ErrorResponse.UNKNOWN_INTERACTION,
            ErrorResponse.UNKNOWN_WEBHOOK,
            ErrorResponse.UNKNOWN_MESSAGE,
            ErrorResponse.INVALID_WEBHOOK_TOKEN);

    private RestFailures() {}

    /** Logs that {@code what} (an infinitive: "answer /ask by 1") failed. */
    static Consumer<Throwable> logged(String what) {
        return failure -> LOG.warn("Could not {}: {}", what, reason(failure));
    }

    static String reason(Throwable failure) {
        if (failure instanceof ErrorResponseException refused) {
            String said = refused.getErrorResponse() == ErrorResponse.INVALID_FORM_BODY
                    ? String.valueOf(refused.getMessage())
                    : refused.getMeaning();
            return "Discord answered " + refused.getErrorCode() + " " + oneLine(said);
        }
        return failure.getClass().getSimpleName() + " " + oneLine(String.valueOf(failure.getMessage()));
    }

    /** Whether the reply or its interaction is no longer there, so that trying again cannot help. */
    static boolean isGone(Throwable failure) {
        return failure instanceof InteractionExpiredException
                || failure instanceof InteractionFailureException
                || (failure instanceof ErrorResponseException refused && GONE.contains(refused.getErrorResponse()));
    }

    private static String oneLine(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining(" "));
    }
}
