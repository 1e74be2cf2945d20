package dev.rolewise.answer;

import dev.rolewise.command.ActionSeal;
import java.util.Optional;

/**
 * What is in the buttons by which an answer is rated: its id, sealed for the server where it was given. So a rating is taken
 * after a restart, too, when nothing else is known of the answer, and from nowhere else. Thread-safe.
 */
final class RatingSeal {
    private static final char JOINT = '.';

    private final ActionSeal seal;

    RatingSeal(ActionSeal seal) {
        this.seal = seal;
    }

    /** {@code toldId} has two parts, with a dot between them. */
    String seal(String toldId, Optional<String> serverId) {
        int joint = toldId.indexOf(JOINT);
        return seal.seal(place(serverId), toldId.substring(joint + 1), toldId.substring(0, joint));
    }

    /** The id in a payload that may be anything; empty where it was not sealed for that server. */
    Optional<String> open(String payload, Optional<String> serverId) {
        return seal.openForAnybody(place(serverId), payload)
                .map(id -> payload.substring(0, payload.lastIndexOf(JOINT)));
    }

    private static String place(Optional<String> serverId) {
        return AskCommand.NAME + " in " + serverId.orElse("a direct message");
    }
}
