package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.question.Embedding;
import dev.rolewise.server.GapLog.Gap;
import dev.rolewise.server.GapLog.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseGapLogTest extends OnStore {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");

    private String here;
    private String there;
    private DatabaseGapLog log;

    @BeforeEach
    void nothing_yet() {
        log = new DatabaseGapLog(database);
        here = id("s");
        there = id("s");
    }

    @Test
    void a_question_comes_back_as_it_was_given() {
        for (String text : AWKWARD) {
            log.add(gap(here, text, NOON), "m1");
        }
        log.add(gap(there, UNKEEPABLE, NOON), "m1");

        assertThat(log.of(here, NOON, 100)).extracting(Gap::question).containsExactlyInAnyOrderElementsOf(AWKWARD);
        assertThat(log.of(there, NOON, 100)).singleElement().satisfies(gap -> {
            assertThat(gap.question()).isEqualTo(KEPT);
            assertThat(gap.serverId()).isEqualTo(there);
            assertThat(gap.topic()).isEqualTo("tools");
            assertThat(gap.reason()).isEqualTo("not-covered");
            assertThat(gap.at()).isEqualTo(NOON);
            assertThat(gap.meaning().values()).containsExactly(meaning().values());
        });
    }

    @Test
    void the_newest_come_first_not_before_a_moment_and_not_more_than_asked_for() {
        Gap old = gap(here, "old", NOON.minusMillis(1));
        Gap noon = gap(here, "noon", NOON);
        Gap later = gap(here, "later", NOON.plusMillis(1));
        List.of(noon, old, later).forEach(gap -> log.add(gap, "m1"));
        log.add(gap(there, "elsewhere", NOON), "m1");

        assertThat(ids(log.of(here, NOON, 100))).containsExactly(later.id(), noon.id());
        assertThat(ids(log.of(here, Instant.EPOCH, 2))).containsExactly(later.id(), noon.id());
        assertThat(log.of(here, NOON, 0)).isEmpty();
    }

    @Test
    void one_is_found_by_its_id_in_its_own_server_alone() {
        Gap one = gap(here, "one", NOON);
        List.of(one, gap(here, "two", NOON)).forEach(gap -> log.add(gap, "m1"));

        assertThat(log.find(here, one.id())).map(Gap::question).contains("one");
        assertThat(log.find(there, one.id())).isEmpty();
        assertThat(log.find(here, "no such")).isEmpty();
    }

    @Test
    void what_is_forgotten_is_that_servers_alone_and_all_of_it_or_nothing() {
        Gap one = gap(here, "one", NOON);
        Gap two = gap(here, "two", NOON);
        Gap elsewhere = gap(there, "three", NOON);
        List.of(one, two, elsewhere).forEach(gap -> log.add(gap, "m1"));

        log.forget(here, List.of(one.id(), elsewhere.id(), "no such"));
        log.forget(here, List.of());

        assertThat(ids(log.of(here, NOON, 9))).containsExactly(two.id());
        assertThat(ids(log.of(there, NOON, 9))).containsExactly(elsewhere.id());
    }

    @Test
    void topics_are_counted_by_day_the_most_asked_first() {
        for (int i = 0; i < 3; i++) {
            log.count(here, "tools", Optional.empty(), NOON);
        }
        log.count(here, "tools", Optional.of(true), NOON);
        log.count(here, "tools", Optional.of(false), NOON);
        log.count(here, "skills", Optional.empty(), NOON);
        log.count(here, "salary", Optional.empty(), NOON);
        log.count(here, "old", Optional.empty(), NOON.minus(Duration.ofDays(1)));
        log.count(there, "tools", Optional.empty(), NOON);

        assertThat(log.topics(here, NOON))
                .containsExactly(
                        new Topic("tools", 3, 1, 1), new Topic("salary", 1, 0, 0), new Topic("skills", 1, 0, 0));
        assertThat(log.topics(here, Instant.EPOCH)).contains(new Topic("old", 1, 0, 0));
        assertThat(log.topics(there, NOON)).containsExactly(new Topic("tools", 1, 0, 0));
    }

    @Test
    void what_fails_counts_nothing() {
        log.count(here, "tools", Optional.empty(), NOON);
        refusing("topic_day", "topic = 'tools' AND asked > 1 AND server_id = '" + here + "'", () -> assertThatThrownBy(
                        () -> log.count(here, "tools", Optional.empty(), NOON))
                .isInstanceOf(DatabaseException.class));

        assertThat(log.topics(here, NOON)).containsExactly(new Topic("tools", 1, 0, 0));
    }

    @Test
    void many_that_count_and_write_at_once_lose_nothing() throws Exception {
        together(60, (opened, i) -> {
            DatabaseGapLog own = new DatabaseGapLog(opened);
            own.count(here, "tools", i % 3 == 0 ? Optional.empty() : Optional.of(i % 3 == 1), NOON);
            own.add(gap(here, "q" + i, NOON), "m1");
        });

        assertThat(log.topics(here, NOON)).containsExactly(new Topic("tools", 20, 20, 20));
        assertThat(log.of(here, NOON, 100)).hasSize(60);
    }

    private static List<String> ids(List<Gap> gaps) {
        return gaps.stream().map(Gap::id).toList();
    }

    private static Embedding meaning() {
        return Embedding.of(new float[] {0.6f, -0.8f, 0});
    }

    private static Gap gap(String server, String question, Instant at) {
        return new Gap(id("g"), server, question, "tools", meaning(), "not-covered", at);
    }
}
