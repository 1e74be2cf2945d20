package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseServerSettingsTest extends OnStore {
    private String here;
    private String there;
    private DatabaseServerSettings settings;

    @BeforeEach
    void nothing_yet() {
        settings = new DatabaseServerSettings(database);
        here = id("s");
        there = id("s");
    }

    @Test
    void values_come_back_as_they_were_set() {
        Map<String, String> set = new HashMap<>();
        for (String value : AWKWARD) {
            set.put("name" + set.size(), value);
        }
        set.forEach((name, value) -> settings.set(here, name, value));
        settings.set(there, "name", UNKEEPABLE);

        assertThat(settings.of(here)).isEqualTo(set);
        assertThat(settings.of(there)).isEqualTo(Map.of("name", KEPT));
        assertThat(settings.of(id("s"))).isEmpty();
    }

    @Test
    void a_later_value_takes_the_place_of_the_earlier_and_one_that_fails_does_not() {
        settings.set(here, "replies", "private");
        settings.set(here, "replies", "public");
        refusing("server_setting", "value = 'refused'", () -> assertThatThrownBy(
                        () -> settings.set(here, "replies", "refused"))
                .isInstanceOf(DatabaseException.class));

        assertThat(settings.of(here)).isEqualTo(Map.of("replies", "public"));
    }

    @Test
    void what_is_reset_or_forgotten_is_gone_here_alone() {
        settings.set(here, "replies", "private");
        settings.set(here, "threads", "on");
        settings.set(there, "replies", "private");

        settings.reset(here, "replies");
        settings.reset(here, "no such");
        assertThat(settings.of(here)).isEqualTo(Map.of("threads", "on"));
        settings.dropAll(here);

        assertThat(settings.of(here)).isEmpty();
        assertThat(settings.of(there)).isEqualTo(Map.of("replies", "private"));
    }

    @Test
    void many_that_set_at_once_lose_nothing() throws Exception {
        together(60, (opened, i) -> new DatabaseServerSettings(opened).set(here, "n" + i % 30, "v" + i));

        assertThat(settings.of(here)).hasSize(30);
    }
}
