package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.answer.Feedback;
import dev.rolewise.answer.Feedback.Rating;
import dev.rolewise.cache.ReuseLog.Judged;
import dev.rolewise.cascade.money.BudgetSettings;
import dev.rolewise.cascade.money.CallIntent;
import dev.rolewise.cascade.money.Decision.Reserved;
import dev.rolewise.cascade.money.Outcome;
import dev.rolewise.cascade.money.Settlement;
import dev.rolewise.cascade.money.SpendListener;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Scope;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import dev.rolewise.server.AskedLog.Asked;
import dev.rolewise.server.Correction;
import dev.rolewise.server.GapLog.Gap;
import dev.rolewise.server.ServerDocument;
import dev.rolewise.server.ServerDocument.State;
import dev.rolewise.testing.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabasePersonalDataTest extends OnStore {
    private static final Usd MUCH = Usd.parse("1000");
    private static final Usd WORST = Usd.parse("0.10");

    private SetClock clock;
    private DatabasePersonalData data;
    private String mia;
    private String tom;
    private String here;
    private String there;

    @BeforeEach
    void nothing_yet() {
        clock = new SetClock("2026-11-21T12:00:00Z");
        data = new DatabasePersonalData(database, clock);
        mia = id("m");
        tom = id("m");
        here = id("s");
        there = id("s");
    }

    @Test
    void all_that_has_a_members_name_is_told_by_kind_and_nothing_of_another() {
        assertThat(data.about(mia)).isEmpty();
        everything(mia, here);

        Map<String, List<Map<String, Object>>> kept = data.about(mia);

        assertThat(kept.keySet())
                .containsExactly(
                        "Your ratings of answers",
                        "Your ratings of answers that were made for other words",
                        "Questions of yours that count for what is asked most",
                        "Calls of models for your questions",
                        "What your questions cost, by day",
                        "Guides that you added",
                        "Corrections that you wrote");
        assertThat(kept.get("Guides that you added")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("title", AWKWARD.get(0))
                .containsEntry("server", here));
        assertThat(kept.get("Corrections that you wrote")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("answer", AWKWARD.get(1)));
        assertThat(data.about(tom)).isEmpty();
    }

    @Test
    void a_deleted_member_is_named_nowhere_and_the_servers_things_and_others_stay() {
        everything(mia, here);
        everything(tom, here);
        Map<String, List<Map<String, Object>>> toms = data.about(tom);
        clock.advance(Duration.ofDays(1));

        assertThat(data.delete(mia)).isEqualTo(7);

        assertThat(data.about(mia)).isEmpty();
        assertThat(data.about(tom)).isEqualTo(toms);
        assertThat(new DatabaseDocuments(database).of(new Scope(Optional.of(here))))
                .hasSize(2);
        assertThat(new DatabaseCorrections(database).of(here)).hasSize(2);
        assertThat(data.delete(mia)).isZero();
    }

    @Test
    void what_was_used_of_todays_limits_outlives_a_deletion_and_even_a_call_under_way_loses_the_name() {
        everything(mia, here);
        DatabaseLedger ledger = ledger();
        reserve(ledger, mia, here);

        data.delete(mia);

        assertThat(data.about(mia).keySet()).containsExactly("What your questions cost, by day");
    }

    @Test
    void a_deletion_that_fails_deletes_nothing() {
        everything(mia, here);
        Map<String, List<Map<String, Object>>> before = data.about(mia);

        refusing("correction", "written_by = 'deleted' AND server_id = '" + here + "'", () -> assertThatThrownBy(
                        () -> data.delete(mia))
                .isInstanceOf(DatabaseException.class));

        assertThat(data.about(mia)).isEqualTo(before);
    }

    @Test
    void a_wish_to_be_left_out_is_kept_until_it_is_taken_back() {
        data.optOut(mia, true);
        data.optOut(mia, true);
        assertThat(data.optedOut(mia)).isTrue();
        assertThat(data.optedOut(tom)).isFalse();
        data.delete(mia);
        assertThat(data.optedOut(mia)).isTrue();

        data.optOut(mia, false);
        assertThat(data.optedOut(mia)).isFalse();
    }

    @Test
    void what_is_kept_about_a_server_goes_and_what_is_kept_about_another_stays() {
        everything(mia, here);
        everything(mia, there);
        data.deleteServer(here);

        for (String table : List.of("gap", "asked_question", "topic_day", "feedback", "model_call")) {
            assertThat(count(table, "server_id", here)).as(table).isZero();
            assertThat(count(table, "server_id", there)).as(table).isEqualTo(1);
        }
        assertThat(count("spending", "holder_id", here)).isZero();
        assertThat(count("spending", "holder_id", there)).isEqualTo(1);
    }

    @Test
    void servers_that_the_bot_left_are_told_from_their_time_on_unless_it_came_back() {
        data.left(here, true);
        data.left(there, true);
        long first = clock.millis();
        clock.advance(Duration.ofHours(1));
        data.left(here, true);

        assertThat(data.leftBefore(first - 1)).doesNotContain(here, there);
        assertThat(data.leftBefore(first)).contains(here, there);
        data.left(there, false);
        assertThat(data.leftBefore(first)).contains(here).doesNotContain(there);
    }

    @Test
    void servers_about_which_something_is_kept_are_told_once() {
        everything(mia, here);
        new DatabaseServerSettings(database).set(there, "threads", "on");
        String rated = id("s");
        new DatabaseFeedbackLog(database)
                .record(new Feedback(id("a"), mia, Optional.of(rated), Rating.HELPFUL, clock.instant()));
        new DatabaseFeedbackLog(database)
                .record(new Feedback(id("a"), mia, Optional.empty(), Rating.HELPFUL, clock.instant()));
        String paid = id("s");
        reserve(ledger(), mia, paid);

        assertThat(data.servers())
                .contains(here, there, rated, paid)
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    void what_is_older_than_its_time_goes_and_calls_under_way_stay() {
        everything(mia, here);
        reserve(ledger(), mia, here);
        clock.advance(Duration.ofDays(10));
        everything(mia, there);
        long before = clock.millis() - 1;

        assertThat(data.expire(before, before, before)).isGreaterThanOrEqualTo(5);

        for (String table : List.of("gap", "asked_question", "feedback")) {
            assertThat(count(table, "server_id", here)).as(table).isZero();
            assertThat(count(table, "server_id", there)).as(table).isEqualTo(1);
        }
        assertThat(count("reuse", "member_id", mia)).isEqualTo(1);
        assertThat(count("model_call", "server_id", here)).isEqualTo(1);
        assertThat(data.expire(before, before, before)).isZero();
    }

    @Test
    void many_that_delete_at_once_leave_nothing() throws Exception {
        everything(mia, here);
        clock.advance(Duration.ofDays(1));
        together(16, (opened, i) -> {
            DatabasePersonalData own = new DatabasePersonalData(opened, clock);
            own.delete(mia);
            own.optOut(mia, i % 2 == 0);
        });

        assertThat(data.about(mia)).isEmpty();
    }

    /** One row of each kind. */
    private void everything(String member, String server) {
        Instant now = clock.instant();
        new DatabaseFeedbackLog(database)
                .record(new Feedback(id("a"), member, Optional.of(server), Rating.HELPFUL, now));
        new DatabaseReuseLog(database).record(new Judged(id("a"), member, 0.9, true, now));
        DatabaseLedger ledger = ledger();
        ledger.settle(
                reserve(ledger, member, server),
                new Settlement(Usd.parse("0.01"), Optional.empty(), Outcome.ANSWERED, WORST));
        new DatabaseDocuments(database)
                .add(new ServerDocument.Text(
                        new ServerDocument(
                                id("d"),
                                new Scope(Optional.of(server)),
                                AWKWARD.get(0),
                                "text",
                                0,
                                1,
                                "hash",
                                member,
                                now,
                                State.LIVE,
                                now,
                                Optional.empty()),
                        List.of()));
        new DatabaseCorrections(database)
                .put(new Correction(id("c"), server, "q", AWKWARD.get(1), true, "", false, member, now));
        DatabaseGapLog gaps = new DatabaseGapLog(database);
        gaps.add(new Gap(id("g"), server, "q", "tools", Embedding.of(new float[] {1}), "unhelpful", now), "m1");
        gaps.count(server, "tools", Optional.empty(), now);
        new DatabaseAskedLog(database).add(new Asked(server, "q", "", Embedding.of(new float[] {1}), now), member);
    }

    private static String reserve(DatabaseLedger ledger, String member, String server) {
        return ((Reserved) ledger.reserve(new CallIntent(
                        "q", Tier.CHEAP, "openai", "small", Optional.of(member), Optional.of(server), WORST, WORST)))
                .callId();
    }

    private DatabaseLedger ledger() {
        return new DatabaseLedger(
                database,
                new BudgetSettings(MUCH, MUCH, MUCH, 9_999, 9_999, 9_999),
                clock,
                () -> id("call"),
                SpendListener.NONE);
    }
}
