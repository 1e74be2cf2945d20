package dev.rolewise.answer;

import dev.rolewise.answer.Conversations.Told;
import dev.rolewise.answer.Feedback.Rating;
import dev.rolewise.cache.ReuseLog;
import dev.rolewise.command.Caller;
import dev.rolewise.question.Question;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes ratings, and draws from them what follows for others: an answer that did not help is not given again, or, where
 * many others speak for it, to the very same question alone; and a reuse that was judged is an example to learn from.
 * Thread-safe.
 */
final class RatingDesk {
    private final FeedbackLog feedback;
    private final ReuseLog reuses;
    private final AnswerService answers;
    private final EvictionQuota quota;
    private final Clock clock;

    RatingDesk(FeedbackLog feedback, ReuseLog reuses, AnswerService answers, EvictionQuota quota, Clock clock) {
        this.feedback = feedback;
        this.reuses = reuses;
        this.answers = answers;
        this.quota = quota;
        this.clock = clock;
    }

    /**
     * Keeps a rating or, where the member has rated the answer so before, takes it back; says whether it is kept.
     *
     * @param told the answer, if it is still known
     */
    boolean rate(String answerId, Optional<Told> told, Caller caller, Rating rating) {
        String member = caller.memberId();
        if (feedback.ratingBy(answerId, member).filter(rating::equals).isPresent()) {
            feedback.withdraw(answerId, member);
            reuses.withdraw(answerId, member);
            return false;
        }
        Instant now = clock.instant();
        feedback.record(new Feedback(answerId, member, caller.serverId(), rating, now));
        told.flatMap(t -> t.receipt().reused())
                .ifPresent(reused -> reuses.record(
                        new ReuseLog.Judged(answerId, member, reused.similarity(), rating == Rating.HELPFUL, now)));
        if (rating == Rating.UNHELPFUL) {
            told.ifPresent(t -> takeBack(answerId, t, caller));
        }
        return true;
    }

    private void takeBack(String answerId, Told told, Caller caller) {
        if (told.turn().question().isEmpty() || !quota.take(caller.memberId())) {
            return;
        }
        FeedbackLog.Ratings ratings = feedback.ratingsOf(told.firstId());
        if (!told.firstId().equals(answerId)) {
            ratings = ratings.plus(feedback.ratingsOf(answerId));
        }
        answers.takeBack(
                new Question(told.turn().question(), List.of(), answers.scope(caller.serverId())),
                told.receipt(),
                told.turn().statements(),
                ratings.speakForIt());
    }
}
