package dev.rolewise.cascade.money;

import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.util.Optional;

/**
 * A model call that is to be made. It holds ids only, no text of anybody's.
 *
 * @param questionId id of the question, the same for all calls that it causes; like the other ids 1 to {@value #MAX_ID}
 *     characters
 * @param tier which tier calls
 * @param provider kind of the provider, as in the settings
 * @param model name of the model, 1 to {@value #MAX_MODEL} characters
 * @param memberId who asked; empty at the terminal
 * @param serverId the Discord server where it was asked; empty in a direct message and outside Discord
 * @param worstCase the most that the call can cost, as {@link WorstCase} says
 * @param strongWorst the most that the strong model would have cost for it
 */
public record CallIntent(
        String questionId,
        Tier tier,
        String provider,
        String model,
        Optional<String> memberId,
        Optional<String> serverId,
        Usd worstCase,
        Usd strongWorst) {
    /** The longest id, in characters. */
    public static final int MAX_ID = 64;

    /** The longest name of a model or a provider, in characters. */
    public static final int MAX_MODEL = 200;

    public CallIntent {
        check("id of the question", questionId, MAX_ID);
        check("provider", provider, MAX_MODEL);
        check("model", model, MAX_MODEL);
        memberId.ifPresent(id -> check("id of the member", id, MAX_ID));
        serverId.ifPresent(id -> check("id of the server", id, MAX_ID));
        if (worstCase.compareTo(Usd.ZERO) < 0 || strongWorst.compareTo(Usd.ZERO) < 0) {
            throw new IllegalArgumentException("a worst case is not negative");
        }
    }

    /** The same for a member who must not be named. */
    public CallIntent ofNobody() {
        return new CallIntent(questionId, tier, provider, model, Optional.empty(), serverId, worstCase, strongWorst);
    }

    private static void check(String what, String text, int max) {
        if (text.isBlank() || text.length() > max) {
            throw new IllegalArgumentException(what + " must have 1 to " + max + " characters");
        }
    }
}
