package dev.rolewise.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.cascade.ComplexityClassifier;
import dev.rolewise.cascade.Verifier;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.learning.Interval;
import dev.rolewise.learning.RoutingMeasures.Intervals;
import dev.rolewise.question.Embedder;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartScorecardsTest {
    private static final Pack PACK = Packs.gardeners();
    private static final Embedder EMBEDDER = new HashedWords();
    private static final List<String> THINGS =
            List.of("rose", "oak", "fern", "moss", "ivy", "elm", "ash", "yew", "hazel", "larch", "pine", "fir");

    private final Path folder;
    private final List<String> messages = new ArrayList<>();

    /** Each look takes a millisecond. */
    private final LongSupplier nanos = new AtomicLong()::incrementAndGet;

    PartScorecardsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void intents_of_a_file_are_learnt_and_measured() throws IOException {
        List<String> train = new ArrayList<>();
        List<String> in = new ArrayList<>();
        for (int i = 0; i < THINGS.size(); i++) {
            List<String> half = i % 2 == 0 ? train : in;
            half.add(intent("please water my " + THINGS.get(i) + " today", "water"));
            half.add(intent("cut the " + THINGS.get(i) + " back now", "cut"));
        }
        in.add(intent("qqqq zzzz jjjj", "oos"));
        in.add(intent("please water my cactus today", "cut"));

        IntentScorecard.Result found = intents().run(file("train", train), file("in", in), Optional.of(out()));

        assertThat(found.accuracyInScope().figure()).isCloseTo(12 / 13.0, within(1e-9));
        assertThat(found.accuracyAtThreshold().figure()).isBetween(8 / 13.0, 12 / 13.0);
        assertThat(found.oosRecallAtThreshold().figure()).isEqualTo(1);
        assertThat(found.threshold()).isBetween(0.05, 1.0);
        assertThat(found.trained()).isEqualTo("12 examples of train");
        assertThat(found.n()).isEqualTo(14);
        assertThat(found.json())
                .startsWith("{\"accuracy_in_scope\":0.9231,\"accuracy_in_scope_interval\":[")
                .contains("\"threshold\":", "\"accuracy_at_threshold\":", "\"oos_recall_at_threshold\":1,")
                .contains("\"median_ms\":", "\"p99_ms\":")
                .doesNotContain("accuracy_of_pack_alone");
        List<String> lines = Files.readAllLines(out());
        assertThat(lines).hasSize(14);
        assertThat(lines.get(0))
                .startsWith("{\"text\":\"please water my oak today\",\"intent\":\"water\",\"predicted\":\"water\","
                        + "\"confidence\":0.");
        assertThat(lines.get(12)).contains("\"intent\":\"oos\"").doesNotContain("\"predicted\":\"oos\"");
    }

    @Test
    void intents_of_the_pack_are_held_out_before_they_are_asked() throws IOException {
        List<String> rows = PACK.intents().stream()
                .flatMap(i -> i.examples().stream().map(e -> intent(e.replace("\"", ""), i.id())))
                .toList();

        IntentScorecard.Result found = intents().crossValidate(PACK, file("in", rows), Optional.empty());

        assertThat(found.accuracyInScope().figure()).isBetween(0.1, 0.9);
        assertThat(found.accuracyOfPack().figure()).isBetween(0.1, 0.9);
        assertThat(found.oosRecallAtThreshold().figure()).isNaN();
        assertThat(found.json()).contains("\"oos_recall_at_threshold\":null", "cross-validated (10 folds)");
        assertThat(found.table()).contains("oos_recall_at_threshold  -", "accuracy_of_pack_alone");
    }

    @Test
    void complexity_is_measured_held_out_and_as_shipped() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String thing : THINGS) {
            rows.add(complexity("what is a " + thing, "simple"));
            rows.add(complexity(
                    "should we plant a " + thing + " or rather two, and how would you split the work", "complex"));
        }

        ComplexityScorecard.Result found = new ComplexityScorecard(
                        ComplexityClassifier.examples(PACK),
                        ComplexityClassifier.train(PACK, EMBEDDER),
                        EMBEDDER,
                        messages::add)
                .run(file("in", rows), Optional.of(out()));

        assertThat(found.accuracy().figure()).isGreaterThan(0.9);
        assertThat(found.auc().figure()).isGreaterThan(0.9);
        assertThat(found.accuracyAsShipped().figure()).isGreaterThan(0.9);
        assertThat(found.json()).contains("\"accuracy\":", "\"auc\":", "\"accuracy_as_shipped\":");
        assertThat(Files.readAllLines(out()).get(0))
                .startsWith("{\"text\":\"what is a rose\",\"predicted\":\"simple\",\"score\":0.");
    }

    @Test
    void routing_stands_beside_its_baselines() throws IOException {
        RoutingScorecard.Result found =
                routing().run(file("train", outcomes(0)), file("in", outcomes(1)), Optional.of(out()));

        assertThat(found.router().apgr().figure()).isCloseTo(0.75, within(1e-9));
        Intervals random = baseline(found, "random");
        assertThat(random.apgr().figure()).isCloseTo(0.5, within(0.03));
        assertThat(random.apgr().low()).isLessThan(0.5);
        assertThat(random.apgr().high()).isGreaterThan(0.5);
        assertThat(baseline(found, "prompt_length").apgr().figure()).isBetween(0.2, 0.8);
        assertThat(baseline(found, "oracle").apgr().figure())
                .isGreaterThanOrEqualTo(found.router().apgr().figure());
        assertThat(found.json())
                .startsWith("{\"apgr\":")
                .contains("\"cpt50\":", "\"cpt80_interval\":[", "\"baselines\":{\"random\":{\"apgr\":");
        assertThat(found.table()).contains("baselines.oracle.cpt80");
        assertThat(Files.readAllLines(out()).get(0)).matches("\\{\"prompt\":\"prove .*\",\"score\":[-0-9.]+}");
        assertThat(routing()
                        .run(file("train", outcomes(0)), file("in", outcomes(1)), Optional.empty())
                        .json())
                .isEqualTo(found.json());
    }

    @Test
    void routing_without_a_file_to_learn_from_is_cross_validated() throws IOException {
        RoutingScorecard.Result found = routing().crossValidate(file("in", outcomes(0)), Optional.empty());

        assertThat(found.router().apgr().figure()).isCloseTo(0.75, within(1e-9));
        assertThat(found.trained()).isEqualTo("the file itself, cross-validated (10 folds)");
    }

    @Test
    void too_few_outcomes_are_said_to_be_so() throws IOException {
        Path few = file("few", outcomes(0).subList(0, 5));

        assertThatThrownBy(() -> routing().crossValidate(few, Optional.empty()))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageEndingWith("holds 5 outcomes; at least 40 are needed");
    }

    @Test
    void grounding_is_measured_at_the_shipped_threshold() throws IOException {
        List<String> rows = new ArrayList<>();
        for (String thing : THINGS) {
            String evidence = "[\"The %s grows in the shade of walls.\",\"It is watered once a week.\"]";
            rows.add(claim(
                    "The " + thing + " grows in the shade of walls.",
                    String.format(Locale.ROOT, evidence, thing),
                    "supported"));
            rows.add(claim(
                    "Berlin paid 4711 dollars for Martian lasers.",
                    String.format(Locale.ROOT, evidence, thing),
                    "not_supported"));
        }

        GroundingScorecard.Result found = new GroundingScorecard(
                        new Verifier(PACK, new PackAnalyzer(PACK), EMBEDDER), nanos, messages::add)
                .run(file("in", rows), Optional.of(out()));

        assertThat(found.balancedAccuracy()).isEqualTo(new Interval(1, 1, 1));
        assertThat(found.auc().figure()).isEqualTo(1);
        assertThat(found.crossValidated().figure()).isEqualTo(1);
        assertThat(found.threshold()).isEqualTo(0.5);
        assertThat(found.json()).contains("\"balanced_accuracy\":1,", "\"auc\":1,", "\"median_ms\":");
        assertThat(Files.readAllLines(out()).get(0))
                .startsWith("{\"claim\":\"The rose grows")
                .contains("\"score\":0.");
    }

    @Test
    void broken_lines_are_reported_with_their_number_and_passed_over() throws IOException {
        Path in = file(
                "in",
                List.of(
                        complexity("what is a rose", "simple"),
                        "nonsense",
                        "[1]",
                        "{\"complexity\":\"simple\"}",
                        complexity("what is moss", "easy"),
                        "",
                        complexity("should I plan or split or choose", "complex")));

        ComplexityScorecard.Result found = new ComplexityScorecard(
                        ComplexityClassifier.examples(PACK),
                        ComplexityClassifier.train(PACK, EMBEDDER),
                        EMBEDDER,
                        messages::add)
                .run(in, Optional.empty());

        assertThat(found.n()).isEqualTo(2);
        assertThat(found.broken()).isEqualTo(4);
        assertThat(messages)
                .containsExactly(
                        "in: line 2 is not JSON (column 1); write one JSON object a line",
                        "in: line 3 is no JSON object; write {\"text\": \"…\", \"complexity\": \"simple\"}",
                        "in: line 4 has no text; add \"text\": \"…\"",
                        "in: line 5 has an unknown complexity; write \"simple\" or \"complex\"");
    }

    @Test
    void each_measurement_says_what_its_lines_lack() throws IOException {
        Path empty = file(
                "empty",
                List.of("{\"prompt\":\"p\",\"weak_score\":\"x\"}", "{\"claim\":\"c\",\"label\":\"supported\"}"));

        assertThatThrownBy(() -> routing().crossValidate(empty, Optional.empty()))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageEndingWith(
                        "holds no line that can be used; write lines like {\"prompt\": \"…\", \"weak_score\": 0,"
                                + " \"strong_score\": 1}");
        assertThat(messages).contains("empty: line 1 has no number weak_score; add \"weak_score\": 0.5");
        assertThatThrownBy(() -> new GroundingScorecard(
                                new Verifier(PACK, new PackAnalyzer(PACK), EMBEDDER), nanos, messages::add)
                        .run(empty, Optional.empty()))
                .isInstanceOf(UnusableFileException.class);
        assertThat(messages).contains("empty: line 2 has no evidence; add \"evidence\": [\"…\"]");
        Path outside = file("outside", List.of(intent("a", "oos")));
        assertThatThrownBy(() -> intents().run(outside, outside, Optional.empty()))
                .hasMessageEndingWith("holds only texts that are out of scope; add some of each intent");
    }

    @Test
    void a_result_that_could_not_be_written_is_found_before_the_work() throws IOException {
        Path in = file("in", List.of(intent("a", "b")));

        assertThatThrownBy(() -> intents().run(in, in, Optional.of(folder.resolve("no/such"))))
                .isInstanceOf(UnusableFileException.class);
        assertThatThrownBy(() -> intents().run(in, in, Optional.of(in))).hasMessageContaining("is the input as well");
        assertThat(folder).isDirectoryContaining(p -> p.equals(in)).isDirectoryNotContaining("glob:**.part");
    }

    private IntentScorecard intents() {
        return new IntentScorecard(EMBEDDER, HashedWords::new, nanos, messages::add);
    }

    private RoutingScorecard routing() {
        return new RoutingScorecard(EMBEDDER, messages::add);
    }

    private static Intervals baseline(RoutingScorecard.Result found, String name) {
        return Optional.ofNullable(found.baselines().get(name)).orElseThrow();
    }

    /** The strong model gains on proofs alone, which are one half: whoever sends them first recovers three quarters on average. */
    private static List<String> outcomes(int odd) {
        return IntStream.range(0, 96)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "{\"prompt\":\"%s %s number %d\",\"weak_score\":%d,\"strong_score\":1}",
                        i % 2 == 0 ? "prove the theorem on" : "name the colour of",
                        THINGS.get(i % THINGS.size()),
                        2 * i + odd,
                        i % 2))
                .toList();
    }

    private static String intent(String text, String intent) {
        return String.format(Locale.ROOT, "{\"text\":\"%s\",\"intent\":\"%s\"}", text, intent);
    }

    private static String complexity(String text, String label) {
        return String.format(Locale.ROOT, "{\"text\":\"%s\",\"complexity\":\"%s\"}", text, label);
    }

    private static String claim(String claim, String evidence, String label) {
        return String.format(
                Locale.ROOT, "{\"claim\":\"%s\",\"evidence\":%s,\"label\":\"%s\"}", claim, evidence, label);
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Path file(String name, List<String> lines) throws IOException {
        return Files.write(folder.resolve(name), lines);
    }
}
