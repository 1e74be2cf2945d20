package dev.rolewise.server;

import java.time.Instant;

/**
 * An answer that those who manage a server wrote.
 *
 * @param id 10 characters of {@code [0-9a-z]}
 * @param serverId of the server
 * @param question what it answers, so that it stands alone, masked
 * @param answer plain text, 1 to {@value #LONGEST} characters
 * @param live whether it is served
 * @param before the answer before the last change; empty text where there was none
 * @param liveBefore whether that was served
 * @param writtenBy id of the member who changed it last
 * @param writtenAt when
 */
public record Correction(
        String id,
        String serverId,
        String question,
        String answer,
        boolean live,
        String before,
        boolean liveBefore,
        String writtenBy,
        Instant writtenAt) {
    /** The longest answer, in characters. */
    public static final int LONGEST = 1_000;

    /** With another answer, which is served. */
    Correction saying(String other, String by, Instant at) {
        return new Correction(id, serverId, question, other, true, answer, live, by, at);
    }

    /** No longer served. */
    Correction withdrawn(String by, Instant at) {
        return new Correction(id, serverId, question, answer, false, answer, live, by, at);
    }

    /** As it was before the last change; the same once more brings the change back. */
    Correction undone(String by, Instant at) {
        return new Correction(id, serverId, question, before, liveBefore, answer, live, by, at);
    }
}
