package dev.rolewise.answer;

import dev.rolewise.answer.Feedback.Rating;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps ratings in memory. */
final class KeptRatings implements FeedbackLog {
    final Map<String, Feedback> kept = new HashMap<>();

    @Override
    public void record(Feedback feedback) {
        kept.put(feedback.answerId() + "/" + feedback.memberId(), feedback);
    }

    @Override
    public Optional<Rating> ratingBy(String answerId, String memberId) {
        return Optional.ofNullable(kept.get(answerId + "/" + memberId)).map(Feedback::rating);
    }

    @Override
    public void withdraw(String answerId, String memberId) {
        kept.remove(answerId + "/" + memberId);
    }

    @Override
    public FeedbackLog.Ratings ratingsOf(String answerId) {
        List<Rating> given = kept.values().stream()
                .filter(f -> f.answerId().equals(answerId))
                .map(Feedback::rating)
                .toList();
        long helpful = given.stream().filter(Rating.HELPFUL::equals).count();
        return new FeedbackLog.Ratings(helpful, given.size() - helpful);
    }

    @Override
    public FeedbackLog.Ratings ratings(Optional<String> serverId, Instant since) {
        return new FeedbackLog.Ratings(kept.size(), 0);
    }
}
