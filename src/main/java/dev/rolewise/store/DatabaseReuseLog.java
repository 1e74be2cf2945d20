package dev.rolewise.store;

import dev.rolewise.cache.ReuseLog;
import java.time.Instant;
import java.util.List;

/** The judged reuses of answers, in the table {@code reuse}. Thread-safe. */
public final class DatabaseReuseLog implements ReuseLog {
    private final Database database;

    public DatabaseReuseLog(Database database) {
        this.database = database;
    }

    @Override
    public void record(Judged judged) {
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO reuse (answer_id, member_id, similarity, correct, judged_at)
                        VALUES (:answer, :member, :similarity, :correct, :at)
                        ON CONFLICT (answer_id, member_id) DO UPDATE
                        SET similarity = excluded.similarity, correct = excluded.correct, judged_at = excluded.judged_at
                        """)
                .bind("answer", judged.answerId())
                .bind("member", judged.memberId())
                .bind("similarity", judged.similarity())
                .bind("correct", judged.correct() ? 1 : 0)
                .bind("at", judged.at().toEpochMilli())
                .execute());
    }

    @Override
    public void withdraw(String answerId, String memberId) {
        database.write(
                handle -> handle.createUpdate("DELETE FROM reuse WHERE answer_id = :answer AND member_id = :member")
                        .bind("answer", answerId)
                        .bind("member", memberId)
                        .execute());
    }

    @Override
    public List<Example> examples(int most) {
        return database.read(handle -> handle.createQuery(
                        "SELECT similarity, correct FROM reuse ORDER BY judged_at DESC LIMIT :most")
                .bind("most", most)
                .map((row, context) -> new Example(row.getDouble("similarity"), row.getInt("correct") == 1))
                .list());
    }

    @Override
    public long falseReuses(Instant since) {
        return database.read(
                handle -> handle.createQuery("SELECT count(*) FROM reuse WHERE correct = 0 AND judged_at >= :since")
                        .bind("since", since.toEpochMilli())
                        .mapTo(Long.class)
                        .one());
    }
}
