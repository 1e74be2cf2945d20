package dev.rolewise.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Tier;
import dev.rolewise.replay.Draw.Drawn;
import dev.rolewise.testing.Packs;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The arithmetic of the replay. */
class ReplayTableTest {
    private static final Served LOCAL = new Served(Tier.LOCAL, false, true, 0, 0, 0, 0);
    private static final Served CHEAP = new Served(Tier.CHEAP, false, true, 1, 4, 3, 1_000_000);
    private static final Served STRONG = new Served(Tier.STRONG, false, true, 1, 4, 4, 10_000_000);

    private static List<Served> of(int count, Served served) {
        return Collections.nCopies(count, served);
    }

    @Test
    void few_questions_are_asked_often_and_the_same_seed_asks_the_same() {
        List<Drawn> from = IntStream.range(0, 100)
                .mapToObj(i -> new Drawn("Question number " + i + "?", i % 10 == 0))
                .toList();

        List<Drawn> drawn = Draw.of(from, 2_000, 7, Packs.gardeners());

        assertThat(Draw.of(from, 2_000, 7, Packs.gardeners())).isEqualTo(drawn);
        assertThat(Draw.of(from, 2_000, 8, Packs.gardeners())).isNotEqualTo(drawn);
        Map<String, Long> often = drawn.stream()
                .collect(Collectors.groupingBy(d -> d.text().replaceAll("\\D", ""), Collectors.counting()));
        assertThat(Collections.max(often.values())).isBetween(300L, 460L);
        assertThat(drawn.stream().map(Drawn::text).collect(Collectors.toSet())).hasSizeBetween(200, 900);
    }

    @Test
    void every_light_edit_keeps_the_words() {
        List<Drawn> from = List.of(new Drawn("Does it rain?", true));

        assertThat(Draw.of(from, 300, 1, Packs.gardeners()))
                .allSatisfy(d -> assertThat(d.text()).containsIgnoringCase("does it rain"))
                .allMatch(Drawn::complex)
                .extracting(Drawn::text)
                .contains("Does it rain?", "does it rain?", "Does it rain", "Does it rain??", "DOES IT RAIN?");
    }

    @Test
    void a_row_is_measured_by_the_base() {
        ReplayTable table = new ReplayTable(Collections.nCopies(10, new Drawn("q", true)));
        table.add("base", of(10, STRONG), Duration.ofSeconds(2));
        table.add(
                "half",
                IntStream.range(0, 10).mapToObj(i -> i < 5 ? STRONG : LOCAL).toList());

        assertThat(table.lines("base").get(1))
                .containsSubsequence(
                        "base", "$0.10", "100.0%", "0.0%", "100.0%", "10", "10", "100.0%", "100.0%", "2 s");
        assertThat(table.lines("base").get(2))
                .containsSubsequence("half", "$0.05", "50.0%", "50.0%", "0.0%", "50.0%", "5", "10", "100.0%", "50.0%");
    }

    @Test
    void what_our_cache_has_costs_nothing_in_the_rows_behind_it() {
        List<Served> ours = List.of(CHEAP, CHEAP.again(), LOCAL.again(), STRONG);

        assertThat(ReplayTable.behindOurCache(ours, of(4, STRONG)))
                .containsExactly(STRONG, STRONG.again(), STRONG.again(), STRONG);
    }

    @Test
    void a_lot_falls_as_often_on_the_strong_tier_as_in_ours() {
        List<Served> ours = IntStream.range(0, 10_000)
                .mapToObj(i -> i % 5 == 0 ? STRONG : i % 5 == 1 ? CHEAP : i % 5 == 2 ? LOCAL : CHEAP.again())
                .toList();

        List<Served> lot = ReplayTable.byLot(ours, of(10_000, STRONG), of(10_000, CHEAP), 1);
        assertThat(Collections.frequency(lot, STRONG)).isBetween(1_800, 2_200);
        assertThat(Collections.frequency(lot, CHEAP)).isBetween(7_800, 8_200);

        List<Served> behind = ReplayTable.byLotBehindOurCache(ours, of(10_000, STRONG), of(10_000, CHEAP), 1);
        assertThat(behind).filteredOn(Served::cached).hasSize(4_000);
        assertThat(Collections.frequency(behind, STRONG)).isBetween(1_850, 2_150);
        assertThat(Collections.frequency(behind, LOCAL)).isBetween(1_850, 2_150);
    }
}
