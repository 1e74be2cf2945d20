package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.question.Embedding;
import dev.rolewise.server.AskedLog.Asked;
import dev.rolewise.server.AskedLog.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseAskedLogTest extends OnStore {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");

    private String here;
    private String there;
    private String mia;
    private String tom;
    private DatabaseAskedLog log;

    @BeforeEach
    void nothing_yet() {
        log = new DatabaseAskedLog(database);
        here = id("s");
        there = id("s");
        mia = id("m");
        tom = id("m");
    }

    @Test
    void a_question_comes_back_as_it_was_given_with_a_code_for_who_asked() {
        for (String text : AWKWARD) {
            log.add(asked(here, text, NOON), mia);
        }
        log.add(asked(there, UNKEEPABLE, NOON), mia);

        assertThat(questions(here)).containsExactlyInAnyOrderElementsOf(AWKWARD);
        assertThat(log.of(there, NOON)).singleElement().satisfies(kept -> {
            assertThat(kept.asked()).isEqualTo(asked(there, KEPT, NOON));
            assertThat(kept.askedBy())
                    .isEqualTo(new MemberCodes(database).of(mia))
                    .isNotEqualTo(mia);
            assertThat(kept.helpful()).isEmpty();
            assertThat(kept.id()).matches("[0-9a-f]{20}");
            assertThat(log.find(there, kept.id())).contains(kept);
            assertThat(log.find(here, kept.id())).isEmpty();
        });
        assertThat(log.find(there, "no such")).isEmpty();
    }

    @Test
    void the_same_question_of_the_same_member_on_one_day_is_kept_once_and_all_others_are() {
        log.add(asked(here, "one", NOON), mia);
        log.add(asked(here, "one", NOON.plus(Duration.ofHours(11))), mia);
        assertThat(log.of(here, Instant.EPOCH)).hasSize(1);

        log.add(asked(here, "one", NOON.plus(Duration.ofHours(12))), mia);
        log.add(asked(here, "one", NOON), tom);
        log.add(asked(here, "two", NOON), mia);
        log.add(asked(there, "one", NOON), mia);

        assertThat(questions(here)).containsExactlyInAnyOrder("one", "one", "one", "two");
        assertThat(questions(there)).containsExactly("one");
    }

    @Test
    void the_newest_come_first_and_not_before_a_moment() {
        log.add(asked(here, "noon", NOON), mia);
        log.add(asked(here, "old", NOON.minusMillis(1)), mia);
        log.add(asked(here, "later", NOON.plusMillis(1)), tom);

        assertThat(questions(here)).containsExactly("later", "noon", "old");
        assertThat(log.of(here, NOON)).extracting(k -> k.asked().question()).containsExactly("later", "noon");
    }

    @Test
    void a_member_rates_their_own_newest_question_of_that_wording_alone_and_may_change_their_mind() {
        Instant yesterday = NOON.minus(Duration.ofDays(1));
        log.add(asked(here, "one", yesterday), mia);
        log.add(asked(here, "one", NOON), mia);
        log.add(asked(here, "one", NOON.plusMillis(1)), tom);
        log.add(asked(there, "one", NOON), mia);

        log.rate(here, mia, "one", Optional.of(true));
        log.rate(here, mia, "other", Optional.of(true));
        log.rate(here, id("m"), "one", Optional.of(false));
        log.add(asked(here, "one", NOON.plusMillis(2)), mia);

        assertThat(log.of(here, Instant.EPOCH))
                .filteredOn(k -> k.helpful().isPresent())
                .singleElement()
                .satisfies(k -> assertThat(k.asked().at()).isEqualTo(NOON))
                .satisfies(k -> assertThat(k.helpful()).contains(true));
        assertThat(log.of(there, NOON)).extracting(Kept::helpful).containsExactly(Optional.empty());

        log.rate(here, mia, "one", Optional.of(false));
        assertThat(log.of(here, NOON))
                .extracting(Kept::helpful)
                .containsExactlyInAnyOrder(Optional.of(false), Optional.empty());

        log.rate(here, mia, "one", Optional.empty());
        assertThat(log.of(here, NOON)).extracting(Kept::helpful).containsOnly(Optional.empty());
    }

    @Test
    void a_server_and_a_member_there_have_so_many_and_the_oldest_give_way_one_member_pushing_out_none_of_anothers() {
        DatabaseAskedLog small = new DatabaseAskedLog(database, 5, 3);
        small.add(asked(here, "tom's", NOON), tom);
        for (int i = 1; i <= 7; i++) {
            small.add(asked(here, "q" + i, NOON.plusMillis(i)), mia);
            small.add(asked(there, "q" + i, NOON.plusMillis(i)), id("m"));
        }

        assertThat(questions(here)).containsExactly("q7", "q6", "q5", "tom's");
        assertThat(questions(there)).containsExactly("q7", "q6", "q5", "q4", "q3");
    }

    @Test
    void what_fails_keeps_nothing_and_pushes_out_nothing() {
        DatabaseAskedLog small = new DatabaseAskedLog(database, 1, 1);
        small.add(asked(here, "one", NOON), mia);
        refusing("asked_question", "question = 'two' AND server_id = '" + here + "'", () -> assertThatThrownBy(
                        () -> small.add(asked(here, "two", NOON.plusMillis(1)), mia))
                .isInstanceOf(DatabaseException.class));

        assertThat(questions(here)).containsExactly("one");
    }

    @Test
    void many_that_ask_at_once_lose_nothing_and_count_nothing_twice() throws Exception {
        together(60, (opened, i) -> {
            DatabaseAskedLog own = new DatabaseAskedLog(opened);
            own.add(asked(here, "q" + i % 20, NOON), mia);
            own.rate(here, mia, "q" + i % 20, Optional.of(true));
        });

        assertThat(log.of(here, NOON)).hasSize(20).allMatch(k -> k.helpful().isPresent());
    }

    private List<String> questions(String server) {
        return log.of(server, Instant.EPOCH).stream()
                .map(k -> k.asked().question())
                .toList();
    }

    private static Asked asked(String server, String question, Instant at) {
        return new Asked(server, question, "ts|>|POSITIVE|", Embedding.of(new float[] {0.6f, -0.8f, 0}), at);
    }
}
