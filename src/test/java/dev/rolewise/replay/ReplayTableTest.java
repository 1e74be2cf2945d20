package dev.rolewise.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.question.Answer;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import dev.rolewise.replay.Draw.Drawn;
import dev.rolewise.testing.Packs;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The arithmetic of the replay. */
class ReplayTableTest {
    private static final Served LOCAL = served(Tier.LOCAL, 0, 0, 0, 0);
    private static final Served CHEAP = served(Tier.CHEAP, 1, 4, 3, 1_000_000);
    private static final Served STRONG = served(Tier.STRONG, 1, 4, 4, 10_000_000);

    private static final Served EXACT = reused(CacheHit.EXACT, Optional.empty(), true);

    private static Served served(Tier tier, int calls, int claims, int kept, long nanos) {
        return new Served(tier, Optional.empty(), Optional.empty(), true, true, calls, claims, kept, nanos);
    }

    private static Served reused(CacheHit hit, Optional<String> madeFor, boolean right) {
        return new Served(Tier.LOCAL, Optional.of(hit), madeFor, true, right, 0, 0, 0, 0);
    }

    private static Answer answered(String text) {
        return new Answer(
                Answer.Status.ANSWERED,
                List.of(AnswerLine.of(text)),
                List.of(),
                List.of(),
                Optional.empty(),
                Receipt.local(Spending.NONE));
    }

    private static List<Served> of(int count, Served served) {
        return Collections.nCopies(count, served);
    }

    @Test
    void few_questions_are_asked_often_and_the_same_seed_asks_the_same() {
        List<Drawn> from = IntStream.range(0, 100)
                .mapToObj(i -> new Drawn(i, "Question number " + i + "?", i % 10 == 0, Label.NONE))
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
        List<Drawn> from = List.of(new Drawn(0, "Does it rain?", true, Label.NONE));

        assertThat(Draw.of(from, 300, 1, Packs.gardeners()))
                .allSatisfy(d -> assertThat(d.text()).containsIgnoringCase("does it rain"))
                .allMatch(Drawn::complex)
                .extracting(Drawn::text)
                .contains("Does it rain?", "does it rain?", "Does it rain", "Does it rain??", "DOES IT RAIN?");
    }

    @Test
    void a_row_is_measured_by_the_base() {
        ReplayTable table = new ReplayTable(Collections.nCopies(10, new Drawn(0, "q", true, Label.NONE)));
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
        List<Served> ours = List.of(CHEAP, CHEAP.again(EXACT), LOCAL.again(EXACT), STRONG);

        assertThat(ReplayTable.behindOurCache(ours, of(4, STRONG)))
                .containsExactly(STRONG, STRONG.again(EXACT), STRONG.again(EXACT), STRONG);
    }

    @Test
    void a_lot_falls_as_often_on_the_strong_tier_as_in_ours() {
        List<Served> ours = IntStream.range(0, 10_000)
                .mapToObj(i -> i % 5 == 0 ? STRONG : i % 5 == 1 ? CHEAP : i % 5 == 2 ? LOCAL : CHEAP.again(EXACT))
                .toList();

        List<Served> lot = ReplayTable.byLot(ours, of(10_000, STRONG), of(10_000, CHEAP), 1);
        assertThat(Collections.frequency(lot, STRONG)).isBetween(1_800, 2_200);
        assertThat(Collections.frequency(lot, CHEAP)).isBetween(7_800, 8_200);

        List<Served> behind = ReplayTable.byLotBehindOurCache(ours, of(10_000, STRONG), of(10_000, CHEAP), 1);
        assertThat(behind).filteredOn(Served::cached).hasSize(4_000);
        assertThat(Collections.frequency(behind, STRONG)).isBetween(1_850, 2_150);
        assertThat(Collections.frequency(behind, LOCAL)).isBetween(1_850, 2_150);
    }

    @Test
    void an_answer_reused_for_another_line_is_listed_and_wrong_where_its_label_says_so() {
        Label rain = new Label("rain", true, List.of());
        Label sun = new Label("sun", true, List.of());
        List<Drawn> asked = List.of(
                new Drawn(0, "Does it rain?", false, rain),
                new Drawn(0, "does it rain", false, rain),
                new Drawn(1, "Any rain?", false, rain),
                new Drawn(2, "Does the sun shine?", false, sun),
                new Drawn(3, "How much rain?", false, rain));
        List<Served> ours = List.of(
                LOCAL,
                reused(CacheHit.SEMANTIC, Optional.of("Does it rain?"), true),
                reused(CacheHit.SEMANTIC, Optional.of("Does it rain?"), true),
                reused(CacheHit.SEMANTIC, Optional.of("Does it rain?"), true),
                reused(CacheHit.SEMANTIC, Optional.of("Does it rain?"), false));

        assertThat(new ReplayTable(asked).reuses(ours, of(5, LOCAL)))
                .containsExactly(
                        "Reused for a question of another line: 3 different pairs; wrong by label: 2 answers.",
                        "  Any rain? ⇐ Does it rain?",
                        "  wrong by label: Does the sun shine? ⇐ Does it rain?",
                        "  wrong by label: How much rain? ⇐ Does it rain?");
    }

    @Test
    void a_label_is_met_by_one_wording_of_each_group_or_by_a_refusal_where_there_is_no_answer() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Label label = Label.of(json.readTree("{\"must\":[[\"Water\",\"rain\"],[\"daily\"]]}"));
        Label none = Label.of(json.readTree("{\"answerable\":false}"));

        assertThat(label.isMetBy(answered("Give water daily."))).isTrue();
        assertThat(label.isMetBy(answered("Give water."))).isFalse();
        assertThat(none.isMetBy(answered("Give water."))).isFalse();
        assertThat(Label.NONE.tells()).isFalse();
    }
}
