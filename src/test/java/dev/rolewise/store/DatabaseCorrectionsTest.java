package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.server.Correction;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseCorrectionsTest extends OnStore {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");

    private String here;
    private String there;
    private DatabaseCorrections corrections;

    @BeforeEach
    void nothing_yet() {
        corrections = new DatabaseCorrections(database);
        here = id("s");
        there = id("s");
    }

    @Test
    void a_correction_comes_back_as_it_was_given() {
        for (String text : AWKWARD) {
            Correction written = new Correction(id("c"), here, text, text, true, text, false, "m1", NOON);
            corrections.put(written);
            assertThat(corrections.correction(written.id())).contains(written);
        }
        assertThat(corrections.of(here)).hasSize(AWKWARD.size());
        assertThat(corrections.correction("no such")).isEmpty();
    }

    @Test
    void what_cannot_be_kept_is_replaced_and_not_refused() {
        String id = id("c");
        corrections.put(new Correction(id, here, UNKEEPABLE, UNKEEPABLE, true, UNKEEPABLE, true, "m1", NOON));

        assertThat(corrections.correction(id))
                .contains(new Correction(id, here, KEPT, KEPT, true, KEPT, true, "m1", NOON));
    }

    @Test
    void the_same_once_more_is_a_change_of_all_but_the_question() {
        Correction first = correction(here, "one", NOON);
        corrections.put(first);
        Correction changed = new Correction(
                first.id(), here, first.question(), "two", false, "one", true, "m2", NOON.plusSeconds(1));
        corrections.put(changed);

        assertThat(corrections.of(here)).containsExactly(changed);
    }

    @Test
    void a_change_that_fails_leaves_what_was() {
        Correction first = correction(here, "one", NOON);
        corrections.put(first);

        refusing("correction", "answer = 'refused'", () -> assertThatThrownBy(() -> corrections.put(
                        new Correction(first.id(), here, first.question(), "refused", true, "one", true, "m1", NOON)))
                .isInstanceOf(DatabaseException.class));

        assertThat(corrections.of(here)).containsExactly(first);
    }

    @Test
    void those_written_last_come_first_and_another_servers_stay_when_one_forgets() {
        Correction old = correction(here, "old", NOON);
        Correction fresh = correction(here, "new", NOON.plusSeconds(1));
        Correction elsewhere = correction(there, "elsewhere", NOON);
        corrections.put(fresh);
        corrections.put(old);
        corrections.put(elsewhere);
        assertThat(corrections.of(here)).containsExactly(fresh, old);

        corrections.drop(fresh.id());
        corrections.drop("no such");
        assertThat(corrections.of(here)).containsExactly(old);
        corrections.dropAll(here);

        assertThat(corrections.of(here)).isEmpty();
        assertThat(corrections.correction(old.id())).isEmpty();
        assertThat(corrections.of(there)).containsExactly(elsewhere);
    }

    @Test
    void of_many_changes_at_once_one_is_there_whole() throws Exception {
        String id = id("c");
        together(60, (opened, i) -> new DatabaseCorrections(opened)
                .put(new Correction(
                        id, here, "q", "a" + i, i % 2 == 0, "b" + i, i % 2 == 1, "m" + i, NOON.plusMillis(i))));

        assertThat(corrections.of(here)).singleElement().satisfies(c -> {
            String number = c.answer().substring(1);
            assertThat(c.before()).isEqualTo("b" + number);
            assertThat(c.writtenBy()).isEqualTo("m" + number);
            assertThat(c.live()).isEqualTo(Integer.parseInt(number) % 2 == 0);
        });
    }

    private static Correction correction(String server, String answer, Instant at) {
        return new Correction(id("c"), server, "question", answer, true, "", false, "m1", at);
    }
}
