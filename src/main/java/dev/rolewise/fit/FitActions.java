package dev.rolewise.fit;

import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.ActionSeal;
import dev.rolewise.knowledge.Quiz;
import java.util.Optional;

/** The action ids of {@code /fit}. A state is sealed for one member and one verb. Thread-safe. */
final class FitActions {
    /** Shows the question or the result of a state. */
    static final String GO = "go";

    /** Shows what a result rests on. */
    static final String WHY = "why";

    /** Posts a result. */
    static final String SHARE = "share";

    /** Starts a quiz for whoever presses. */
    static final String START = "start";

    private final ActionSeal seal;

    FitActions(ActionSeal seal) {
        this.seal = seal;
    }

    /** What became of a pressed button. */
    sealed interface Opened {
        /** A state that was sealed for this member and this verb; it may be of a quiz that has changed since. */
        record State(QuizState state) implements Opened {}

        /** Somebody else's. */
        record Foreign() implements Opened {}

        /** None of ours. */
        record Forged() implements Opened {}
    }

    /** An id that says {@code verb} about a state, for that member alone. */
    ActionId sealed(String verb, String memberId, QuizState state) {
        return new ActionId(FitCommand.NAME, verb, seal.seal(domain(verb), memberId, state.encode()));
    }

    /** An id that starts the quiz for anybody. */
    static ActionId start(Quiz quiz) {
        return new ActionId(FitCommand.NAME, START, quiz.id());
    }

    Opened open(ActionCall call) {
        ActionSeal.Opened opened = seal.open(
                domain(call.id().verb()), call.caller().memberId(), call.id().payload());
        if (opened instanceof ActionSeal.Opened.State text) {
            Optional<QuizState> state = QuizState.decode(text.text());
            return state.<Opened>map(Opened.State::new).orElseGet(Opened.Forged::new);
        }
        return opened instanceof ActionSeal.Opened.Foreign ? new Opened.Foreign() : new Opened.Forged();
    }

    /** What is sealed for one verb does not open under another. */
    private static String domain(String verb) {
        return FitCommand.NAME + ":" + verb;
    }
}
