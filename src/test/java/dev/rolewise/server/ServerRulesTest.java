package dev.rolewise.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Caller;
import dev.rolewise.question.ServerKnowledge.Mix;
import dev.rolewise.question.Usd;
import dev.rolewise.testing.FakeTicker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerRulesTest {
    private static final Optional<String> HERE = Optional.of("1");

    private final KeptSettings store = new KeptSettings();
    private final FakeTicker ticker = new FakeTicker();
    private final ServerRules rules = new ServerRules(store, new Ceilings(100, 2000, Usd.parse("1"), 50), ticker);
    private final List<String> told = new ArrayList<>();

    @Test
    void a_server_that_has_set_nothing_and_direct_messages_have_the_defaults() {
        assertThat(rules.of(HERE)).isEqualTo(ServerSettings.DEFAULT);
        assertThat(rules.of(Optional.empty())).isEqualTo(ServerSettings.DEFAULT);
        assertThat(rules.of(HERE).answersIn(Caller.member("m", HERE, "any"))).isTrue();
    }

    @Test
    void what_is_set_holds_at_once_for_that_server_alone_and_is_told() {
        rules.whenChanged(told::add);
        rules.of(HERE);

        rules.set("1", SettingName.REPLIES, "private");
        rules.set("1", SettingName.KNOWLEDGE, "own-only");
        rules.set("1", SettingName.CHANNELS, "11 12");
        rules.set("1", SettingName.MEMBER_DAY, "5");
        rules.set("1", SettingName.BUDGET_DAY_USD, "0.25");

        ServerSettings set = rules.of(HERE);
        assertThat(set.quiet()).isTrue();
        assertThat(set.mix()).isEqualTo(Mix.OWN_ONLY);
        assertThat(set.limits().memberDay()).contains(5);
        assertThat(set.limits().memberHour()).isEmpty();
        assertThat(set.budget().day()).contains(Usd.parse("0.25"));
        assertThat(set.answersIn(Caller.member("m", HERE, "12"))).isTrue();
        assertThat(set.answersIn(Caller.member("m", HERE, "13"))).isFalse();
        assertThat(set.answersIn(new Caller("m", HERE, "99", Optional.of("11"), false)))
                .isTrue();
        assertThat(rules.of(Optional.of("2"))).isEqualTo(ServerSettings.DEFAULT);
        assertThat(told).containsOnly("1").hasSize(5);
    }

    @Test
    void the_default_is_not_kept_as_a_wish() {
        rules.set("1", SettingName.MEMBER_DAY, "5");
        rules.set("1", SettingName.MEMBER_DAY, "none");

        assertThat(rules.kept("1")).isEmpty();
        assertThat(rules.of(HERE).limits().memberDay()).isEmpty();
    }

    @Test
    void the_record_is_read_again_after_some_seconds_for_another_process_may_have_changed_it() {
        rules.of(HERE);
        store.set("1", "threads", "on");
        rules.of(HERE);
        assertThat(store.reads).isEqualTo(1);

        ticker.advance(Duration.ofSeconds(11));

        assertThat(rules.of(HERE).threads()).isTrue();
    }

    @Test
    void what_a_server_has_set_is_forgotten_with_it() {
        rules.set("1", SettingName.THREADS, "on");
        rules.whenChanged(told::add);

        rules.dropAll("1");

        assertThat(rules.of(HERE)).isEqualTo(ServerSettings.DEFAULT);
        assertThat(told).containsExactly("1");
    }
}
