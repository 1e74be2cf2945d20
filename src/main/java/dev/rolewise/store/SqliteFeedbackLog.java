package dev.rolewise.store;

import dev.rolewise.answer.Feedback;
import dev.rolewise.answer.Feedback.Rating;
import dev.rolewise.answer.FeedbackLog;
import java.util.Optional;

/** The feedback of members, in the table {@code feedback}. Thread-safe. */
public final class SqliteFeedbackLog implements FeedbackLog {
    private final Database database;

    public SqliteFeedbackLog(Database database) {
        this.database = database;
    }

    @Override
    public void record(Feedback feedback) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO feedback (answer_id, member_id, server_id, rating, rated_at)
                        VALUES (:answer, :member, :server, :rating, :at)
                        ON CONFLICT (answer_id, member_id) DO UPDATE
                        SET server_id = excluded.server_id, rating = excluded.rating, rated_at = excluded.rated_at
                        WHERE rating <> excluded.rating
                        """)
                .bind("answer", feedback.answerId())
                .bind("member", feedback.memberId())
                .bind("server", feedback.serverId())
                .bind("rating", feedback.rating().name())
                .bind("at", feedback.at().toEpochMilli())
                .execute());
    }

    @Override
    public Optional<Rating> ratingBy(String answerId, String memberId) {
        return database.read(handle -> handle.createQuery(
                        "SELECT rating FROM feedback WHERE answer_id = :answer AND member_id = :member")
                .bind("answer", answerId)
                .bind("member", memberId)
                .mapTo(String.class)
                .findOne()
                .map(Rating::valueOf));
    }

    @Override
    public void withdraw(String answerId, String memberId) {
        database.write(
                handle -> handle.createUpdate("DELETE FROM feedback WHERE answer_id = :answer AND member_id = :member")
                        .bind("answer", answerId)
                        .bind("member", memberId)
                        .execute());
    }
}
