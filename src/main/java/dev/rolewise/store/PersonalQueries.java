package dev.rolewise.store;

import dev.rolewise.question.Usd;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * What is kept about a member, by the query for it. A column {@code at} holds milliseconds since 1970 and is given as a time,
 * one that ends in {@code _usd} billionths of a dollar and is given as an amount.
 */
final class PersonalQueries {
    static final Map<String, String> ALL = all();

    private PersonalQueries() {}

    private static Map<String, String> all() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("Your ratings of answers", """
                SELECT answer_id AS answer, server_id AS server, rating, rated_at AS at FROM feedback
                WHERE member_id = :member ORDER BY rated_at
                """);
        queries.put("Your ratings of answers that were made for other words", """
                SELECT answer_id AS answer, similarity, correct AS helpful, judged_at AS at FROM reuse
                WHERE member_id = :member ORDER BY judged_at
                """);
        queries.put("Questions of yours that I could not answer well", """
                SELECT question, topic, server_id AS server, reason, asked_at AS at FROM gap
                WHERE asked_by = :code ORDER BY asked_at
                """);
        queries.put("Questions of yours that count for what is asked most", """
                SELECT question, server_id AS server,
                CASE helpful WHEN 1 THEN 'HELPFUL' WHEN 0 THEN 'UNHELPFUL' END AS rating, asked_at AS at
                FROM asked_question WHERE asked_by = :code ORDER BY asked_at
                """);
        queries.put("Answers to questions of yours that my processes share", """
                SELECT name, kept_at AS at FROM shared_answer WHERE asked_by = :code ORDER BY kept_at
                """);
        queries.put("Calls of models for your questions", """
                SELECT id, tier, provider, model, server_id AS server, state, cost_nanos AS cost_usd, reserved_at AS at
                FROM model_call WHERE member_id = :member ORDER BY reserved_at
                """);
        queries.put("What your questions cost, by day", """
                SELECT period AS day, money_nanos AS cost_usd, calls FROM spending
                WHERE holder = 'MEMBER' AND holder_id = :member ORDER BY period
                """);
        queries.put("Guides that you added", """
                SELECT id, server_id AS server, title, state, added_at AS at FROM document
                WHERE added_by = :member ORDER BY added_at
                """);
        queries.put("Corrections that you wrote", """
                SELECT id, server_id AS server, question, answer, written_at AS at FROM correction
                WHERE written_by = :member ORDER BY written_at
                """);
        return queries;
    }

    static List<Map<String, Object>> rows(Handle handle, String sql, String memberId, String code) {
        return handle.createQuery(sql)
                .bindMap(Map.of("member", memberId, "code", code))
                .mapToMap()
                .map(PersonalQueries::readable)
                .list();
    }

    private static Map<String, Object> readable(Map<String, Object> row) {
        Map<String, Object> readable = new LinkedHashMap<>();
        row.forEach((column, value) -> {
            if (value != null) {
                readable.put(column, readable(column, value));
            }
        });
        return readable;
    }

    private static Object readable(String column, Object value) {
        if (column.equals("at")) {
            return Instant.ofEpochMilli(((Number) value).longValue()).toString();
        }
        if (column.endsWith("_usd")) {
            return new Usd(((Number) value).longValue()).toString();
        }
        return Objects.requireNonNull(value);
    }
}
