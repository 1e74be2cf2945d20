package dev.rolewise.store;

import dev.rolewise.answer.Feedback;
import dev.rolewise.answer.Feedback.Rating;
import dev.rolewise.answer.FeedbackLog;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The feedback of members, in the table {@code feedback}. Thread-safe. */
public final class DatabaseFeedbackLog implements FeedbackLog {
    private final Database database;

    public DatabaseFeedbackLog(Database database) {
        this.database = database;
    }

    @Override
    public void record(Feedback feedback) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO feedback (answer_id, member_id, server_id, rating, rated_at)
                        VALUES (:answer, :member, :server, :rating, :at)
                        ON CONFLICT (answer_id, member_id) DO UPDATE
                        SET server_id = excluded.server_id, rating = excluded.rating, rated_at = excluded.rated_at
                        WHERE feedback.rating <> excluded.rating
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

    @Override
    public Ratings ratings(Optional<String> serverId, Instant since) {
        return database.read(handle -> new Ratings(
                count(handle, serverId, since, Rating.HELPFUL), count(handle, serverId, since, Rating.UNHELPFUL)));
    }

    @Override
    public Ratings ratingsOf(String answerId) {
        return database.read(handle ->
                new Ratings(count(handle, answerId, Rating.HELPFUL), count(handle, answerId, Rating.UNHELPFUL)));
    }

    private static long count(Handle handle, String answerId, Rating rating) {
        return handle.createQuery("SELECT count(*) FROM feedback WHERE answer_id = :answer AND rating = :rating")
                .bind("answer", answerId)
                .bind("rating", rating.name())
                .mapTo(Long.class)
                .one();
    }

    private static long count(Handle handle, Optional<String> serverId, Instant since, Rating rating) {
        return handle.createQuery("""
                        SELECT count(*) FROM feedback
                        WHERE rating = :rating AND rated_at >= :since AND (CAST(:server AS TEXT) IS NULL OR server_id = :server)
                        """)
                .bind("rating", rating.name())
                .bind("since", since.toEpochMilli())
                .bind("server", serverId)
                .mapTo(Long.class)
                .one();
    }
}
