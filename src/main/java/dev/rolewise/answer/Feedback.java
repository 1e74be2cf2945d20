package dev.rolewise.answer;

import java.time.Instant;
import java.util.Optional;

/**
 * What one member thought of one answer. It holds ids only, no text of anybody's.
 *
 * @param answerId short id of the answer, 1 to {@value #MAX_ID} characters
 * @param memberId who rated it
 * @param serverId the Discord server where it was rated; empty in a direct message and outside Discord
 * @param rating the verdict
 * @param at when the button was pressed; kept to the millisecond
 */
public record Feedback(String answerId, String memberId, Optional<String> serverId, Rating rating, Instant at) {
    /** The longest id, in characters. */
    public static final int MAX_ID = 64;

    /** A verdict on an answer. */
    public enum Rating {
        HELPFUL,
        UNHELPFUL
    }

    public Feedback {
        checkId("answer", answerId);
        checkId("member", memberId);
        serverId.ifPresent(id -> checkId("server", id));
    }

    private static void checkId(String of, String id) {
        if (id.isBlank() || id.length() > MAX_ID) {
            throw new IllegalArgumentException("id of the " + of + " must have 1 to " + MAX_ID + " characters");
        }
    }
}
