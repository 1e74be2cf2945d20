package dev.rolewise.answer;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Spending;
import java.util.List;
import java.util.Optional;

/** What is said to a message that is not answered, whatever it asks. Thread-safe. */
final class GuardReplies {
    private static final Receipt NOTHING_SPENT = Receipt.local(Spending.NONE);

    private final Pack pack;
    private final Refusals refusals;

    GuardReplies(Pack pack, Refusals refusals) {
        this.pack = pack;
        this.refusals = refusals;
    }

    /** To somebody in distress. */
    Answer comfort() {
        AnswerDraft draft = new AnswerDraft().frame(Phrases.DISTRESS);
        return new Answer(
                Answer.Status.OUT_OF_SCOPE, draft.lines(), List.of(), List.of(), Optional.empty(), NOTHING_SPENT);
    }

    /** To what the input guard turns away. */
    Answer refuse(InputGuard.Result.Refused refused) {
        String sentence =
                switch (refused.reason()) {
                    case EMPTY -> Phrases.empty(pack);
                    case TOO_LONG -> Phrases.tooLong(refused.characters(), InputGuard.MAX_CHARACTERS);
                    case HOSTILE -> Phrases.hostile(pack);
                    case ONLY_SECRET -> Phrases.ONLY_SECRET;
                };
        boolean empty = refused.reason() == InputGuard.Reason.EMPTY;
        AnswerDraft draft = new AnswerDraft().frame(sentence).frame(refusals.suggestion());
        return new Answer(
                empty ? Answer.Status.OUT_OF_SCOPE : Answer.Status.BLOCKED,
                draft.lines(),
                List.of(),
                List.of(),
                Optional.empty(),
                NOTHING_SPENT);
    }
}
