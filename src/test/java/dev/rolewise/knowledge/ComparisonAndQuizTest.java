package dev.rolewise.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a good comparison and a good quiz become. */
class ComparisonAndQuizTest {
    private final Path temp;

    ComparisonAndQuizTest(@TempDir Path temp) {
        this.temp = temp;
    }

    @Test
    void a_row_has_a_cell_for_each_role_in_the_packs_order() throws Exception {
        Pack pack = gardeners();

        assertThat(pack.comparison().rows())
                .extracting(Comparison.Row::id)
                .containsExactly("main-job", "tools", "pay", "busy-season", "rescue");
        Comparison.Row row = pack.comparison().row("main-job").orElseThrow();
        assertThat(row.name()).isEqualTo("Main job");
        assertThat(row.aspect()).isEqualTo("focus");
        assertThat(row.cells())
                .containsExactly(
                        new Cell.Stated(
                                "Cares for single trees",
                                List.of(key(pack, "A tree surgeon cares"), key(pack, "Tree surgeons look"))),
                        new Cell.Stated("Shapes whole gardens", List.of(key(pack, "A landscape gardener shapes"))));
    }

    @Test
    void a_cell_can_disagree_or_say_nothing() throws Exception {
        Pack pack = gardeners();

        assertThat(pack.comparison().row("pay").orElseThrow().cells().get(0))
                .isEqualTo(new Cell.Disagreed(List.of(
                        new Cell.Stated("Better than gardeners", List.of(key(pack, "Experienced"))),
                        new Cell.Stated("Worse than the self-employed", List.of(key(pack, "Self-employed"))))));
        assertThat(pack.comparison().row("rescue").orElseThrow().cells().get(1)).isEqualTo(new Cell.NotCovered());
    }

    @Test
    void a_quiz_is_read_whole() throws Exception {
        Pack pack = gardeners();
        Quiz quiz = pack.quiz("work").orElseThrow();

        assertThat(quiz.title()).isEqualTo("Up or down?");
        assertThat(quiz.questions())
                .extracting(Quiz.Question::id, Quiz.Question::dimension, Quiz.Question::weight)
                .containsExactly(
                        tuple("heights", "Heights", 3),
                        tuple("planning", "Planning", 2),
                        tuple("licence", "Licence", 1));
        assertThat(quiz.questions().get(0).options().get(0))
                .isEqualTo(new Quiz.Option(
                        "Calm",
                        Map.of("tree-surgeon", 100, "landscape-gardener", 0),
                        List.of(key(pack, "Tree surgeons need a head"), key(pack, "Tree surgeons spend"))));
        assertThat(quiz.questions().get(0).options().get(2))
                .isEqualTo(new Quiz.Option(
                        "It depends on the weather", Map.of("tree-surgeon", 50, "landscape-gardener", 50), List.of()));
        assertThat(quiz.outcomes().get(0).role()).contains("tree-surgeon");
        assertThat(quiz.outcomes().get(0).atLeast()).isEqualTo(60);
        assertThat(quiz.outcomes().get(0).next())
                .containsExactly(new Quiz.Step("Start as a groundworker.", List.of(key(pack, "Most tree surgeons"))));
        assertThat(quiz.outcomes().get(2).role()).isEmpty();
        assertThat(quiz.outcomes().get(2).disagreement()).isEqualTo(Optional.of("who-earns-more"));
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "2, 50 50", "3, 34 33 33", "4, 25 25 25 25", "7, 15 15 14 14 14 14 14"})
    void an_even_lean_adds_up_to_100_for_any_number_of_roles(int count, String expected) {
        Set<String> roles =
                new LinkedHashSet<>(List.of("a", "b", "c", "d", "e", "f", "g").subList(0, count));
        Faults faults = new Faults();
        YamlMap option = new YamlReader(faults)
                .read("f.yml", "lean: even", Set.of("lean"))
                .orElseThrow();

        Map<String, Integer> lean = new LeanReader(roles, faults).lean(option);

        assertThat(roles.stream().map(r -> String.valueOf(lean.get(r))).reduce((a, b) -> a + " " + b))
                .contains(expected);
        assertThat(LeanReader.even(lean)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            title: Up or down? | title: Down or up?
            about heights, stone | about height, stone
            The questions and weights | The weights and questions
            id: licence | id: licences
            dimension: Heights | dimension: Height
            ten metres up? | nine metres up?
            weight: 3 | weight: 2
            text: Calm | text: Quite calm
            tree-surgeon: 20, landscape-gardener: 80 | tree-surgeon: 30, landscape-gardener: 70
            reasons: [ts-skills, ts-day] | reasons: [ts-skills]
            at-least: 60 | at-least: 61
            title: Undecided | title: Unsure
            Look for an apprenticeship | Find an apprenticeship
            statements: [ts-start] | statements: [ts-start, ts-day]
            disagreement: who-earns-more | # none
            id: undecided | id: torn
            """)
    void any_change_gives_a_quiz_another_version(String old, String now) throws Exception {
        PackCopy copy = new PackCopy(temp);
        copy.replace("quizzes.yml", old, now);

        assertThat(version(PackLoader.load(copy.folder()))).isNotEqualTo(version(gardeners()));
    }

    @Test
    void the_layout_of_the_file_does_not_change_the_version() throws Exception {
        PackCopy copy = new PackCopy(temp);
        copy.replace("quizzes.yml", "lean: {tree-surgeon: 20, landscape-gardener: 80}", """
                lean: # mostly one
                              landscape-gardener: 80
                              tree-surgeon: 20""");
        copy.replace("quizzes.yml", "text: Calm", "text: \"Calm\"");
        copy.replace("quizzes.yml", "lean: even", "lean: {tree-surgeon: 50, landscape-gardener: 50}");

        assertThat(version(PackLoader.load(copy.folder())))
                .isEqualTo(version(gardeners()))
                .matches("[0-9a-z]{6}");
    }

    @Test
    void what_stands_elsewhere_in_the_pack_does_not_change_the_version() throws Exception {
        PackCopy copy = new PackCopy(temp);
        copy.replace("pack.yml", "greeting: Hello!", "greeting: Hi!");
        copy.replace("comparison.yml", "After storms", "When it blows");

        assertThat(version(PackLoader.load(copy.folder()))).isEqualTo(version(gardeners()));
    }

    @Test
    void the_version_is_the_same_in_every_run() {
        Map<String, Integer> lean = Map.of("a", 70, "b", 20, "c", 10, "d", 0);
        Quiz.Question question =
                new Quiz.Question("q", "D", "Why?", 1, List.of(new Quiz.Option("x", lean, List.of("abc1234"))));

        assertThat(QuizVersion.give(new Quiz("id", "", "t", "d", "n", List.of(question), List.of()))
                        .version())
                .isEqualTo("005hr7");
    }

    @Test
    void texts_that_run_together_the_same_give_different_versions() {
        Set<String> versions = new HashSet<>();
        for (String title : List.of("ab", "a", "", "a1:b")) {
            versions.add(QuizVersion.give(new Quiz(
                            "id", "", title, "ab".substring(Math.min(2, title.length())), "n", List.of(), List.of()))
                    .version());
        }

        assertThat(versions).hasSize(4);
    }

    private static Pack gardeners() throws Exception {
        return PackLoader.load(PackCopy.ORIGINAL);
    }

    private static String version(Pack pack) {
        return pack.quizzes().get(0).version();
    }

    private static String key(Pack pack, String start) {
        return pack.passages().stream()
                .flatMap(p -> p.statements().stream())
                .filter(s -> s.text().startsWith(start))
                .findFirst()
                .orElseThrow()
                .key();
    }
}
