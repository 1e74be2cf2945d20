package dev.rolewise.answer;

import dev.rolewise.answer.Conversations.Told;
import dev.rolewise.answer.Feedback.Rating;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionSeal;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Reply;
import dev.rolewise.question.Keeping;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * The buttons by which an answer is rated. What they hold is the answer's id, sealed for the server where it was given: so a
 * rating is taken after a restart, too, when nothing else is known of the answer, and from nowhere else. Thread-safe.
 */
final class RatingButtons {
    private static final String TAKEN_BACK = "Taken back: your rating of this answer is gone.";

    private final ActionSeal seal;
    private final RatingDesk desk;
    private final Conversations conversations;
    private final AnswerListener listener;

    RatingButtons(ActionSeal seal, RatingDesk desk, Conversations conversations, AnswerListener listener) {
        this.seal = seal;
        this.desk = desk;
        this.conversations = conversations;
        this.listener = listener;
    }

    /** For the buttons of an answer that is given in that server. */
    String payload(String toldId, Optional<String> serverId) {
        int joint = toldId.indexOf(AnswerIds.SERIAL);
        return seal.seal(place(serverId), toldId.substring(joint + 1), toldId.substring(0, joint));
    }

    /** Rates, or takes the same rating back; where it is kept, {@code thanks} says so, given the answer's id. */
    Reply press(ActionCall call, Keeping keeping, Rating rating, Function<String, Reply> thanks) {
        Optional<String> toldId = toldId(call);
        if (toldId.isEmpty()) {
            return Reply.aside(AskCommand.GONE);
        }
        AtomicBoolean kept = new AtomicBoolean();
        keeping.keep(() -> kept.set(rate(toldId.get(), call.caller(), rating)));
        return kept.get() ? thanks.apply(toldId.get()) : Reply.line(TAKEN_BACK);
    }

    /** Empty where the payload was not made for an answer in that server. */
    private Optional<String> toldId(ActionCall call) {
        String payload = call.id().payload();
        return seal.openForAnybody(place(call.caller().serverId()), payload)
                .map(id -> payload.substring(0, payload.lastIndexOf(AnswerIds.SERIAL)));
    }

    private boolean rate(String toldId, Caller caller, Rating rating) {
        Optional<Told> told = conversations.told(toldId, caller.serverId());
        boolean kept = desk.rate(toldId.substring(0, toldId.indexOf(AnswerIds.SERIAL)), told, caller, rating);
        told.flatMap(t -> t.turn().profile()).ifPresent(question -> {
            if (kept) {
                listener.rated(caller, question, rating);
            } else {
                listener.takenBack(caller, question);
            }
        });
        return kept;
    }

    private static String place(Optional<String> serverId) {
        return AskCommand.NAME + " in " + serverId.orElse("a direct message");
    }
}
