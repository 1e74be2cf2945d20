package dev.rolewise.answer;

import dev.rolewise.answer.Conversations.Told;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Reply;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Keeping;
import dev.rolewise.question.Tier;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets callers ask within their limits, hands them the answer with its buttons, and remembers what was told. Thread-safe. */
final class AnswerDesk {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerDesk.class);

    private final AnswerService answers;
    private final QuestionLimits limits;
    private final RatingButtons ratings;
    private final Conversations conversations;
    private final AnswerListener listener;
    private final AnswerIds ids;

    AnswerDesk(
            AnswerService answers,
            QuestionLimits limits,
            RatingButtons ratings,
            Conversations conversations,
            AnswerListener listener,
            AnswerIds ids) {
        this.answers = answers;
        this.limits = limits;
        this.ratings = ratings;
        this.conversations = conversations;
        this.listener = listener;
        this.ids = ids;
    }

    /** Why the caller may not ask now; {@code counts} where they do and it is not only a look. */
    Optional<Reply> denial(Caller caller, boolean counts) {
        return (counts ? limits.accept(caller) : limits.look(caller)).map(AnswerDesk::denied);
    }

    private static Reply denied(QuestionLimits.Denied denied) {
        LOG.info("denied reason={}", denied.reason());
        return Reply.aside(denied.text());
    }

    /** {@code before} are keys of statements that were shown before and did not help. */
    Reply answered(Caller caller, Keeping keeping, Set<String> before, Supplier<Answer> answer) {
        QuestionLimits.Admission admission = limits.admit(caller);
        if (admission instanceof QuestionLimits.Denied denied) {
            return denied(denied);
        }
        QuestionLimits.Granted granted = (QuestionLimits.Granted) admission;
        try {
            return told(caller, keeping, before, answer.get());
        } finally {
            granted.close();
        }
    }

    private Reply told(Caller caller, Keeping keeping, Set<String> before, Answer answer) {
        String toldId = ids.given(answer);
        String firstId = answer.receipt()
                .reused()
                .map(reused -> AnswerIds.of(reused.question(), answer))
                .orElseGet(() -> AnswerIds.of(answer));
        keeping.keep(() -> {
            if (answer.receipt().reused().isEmpty() || keeping.undisturbed()) {
                conversations.remember(caller, toldId, Told.of(caller, answer, firstId, before));
            }
            listener.given(caller, answer);
        });
        boolean harder = answers.has(Tier.STRONG)
                && answer.receipt().servedBy() != Tier.STRONG
                && answer.status() == Answer.Status.ANSWERED;
        return AnswerReply.of(answer, toldId, ratings.payload(toldId, caller.serverId()), harder);
    }
}
