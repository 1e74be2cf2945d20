package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Attachment;
import dev.rolewise.compare.ComparisonPainter;
import dev.rolewise.testing.Packs;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitAtTerminalTest {
    private static final Pictures DRAWN = new Pictures(
            (title, table, sources) -> ComparisonPainter.NONE.paint(title, table, sources),
            result -> Optional.of(new Attachment("r.png", "image/png", new byte[] {7})));

    private final Path folder;
    private final FakeWiring wiring = new FakeWiring();

    FitAtTerminalTest(@TempDir Path folder) {
        this.folder = folder;
        wiring.pack = Optional.of(Packs.gardeners());
    }

    private ProgramRun run(String input, String... args) {
        return ProgramRun.of(folder, wiring, input, OptionalInt.empty(), args);
    }

    @Test
    void answers_given_as_letters_lead_to_a_result_and_no_model_is_loaded() {
        ProgramRun run = run("", "fit", "--quiz", "work", "--answers", "aba");

        assertThat(run.status).isZero();
        assertThat(run.out).contains("Up you go", "Start as a groundworker");
        assertThat(run.err).isEmpty();
        assertThat(wiring.events).isEmpty();
    }

    @Test
    void json_is_one_line() {
        ProgramRun run = run("", "fit", "--answers", "ABA", "--json");

        assertThat(run.out.lines()).singleElement().asString().startsWith("{\"quiz\":\"work\"");
    }

    @Test
    void without_letters_one_question_after_another_is_asked_and_only_the_result_is_on_standard_output() {
        ProgramRun run = run("a\nz\nb\nback\nB\n a \n", "fit", "--json");

        assertThat(run.status).isZero();
        assertThat(run.out.lines()).singleElement().asString().contains("\"answers\":\"aba\"");
        assertThat(run.err)
                .contains(
                        "1 of 3  How do you feel ten metres up?",
                        "  a  Calm",
                        "Please type one letter, a to b, or back, or q.",
                        "3 of 3  Would you sit an exam for each tool?");
    }

    @Test
    void going_back_from_the_first_question_stays_there() {
        assertThat(run("back\na\nb\na\n", "fit").err).contains("This is the first question.");
    }

    @Test
    void whoever_quits_gets_no_result_and_no_reproach() {
        ProgramRun run = run("a\nq\n", "fit");

        assertThat(run.status).isZero();
        assertThat(run.out).isEmpty();
    }

    @Test
    void input_that_ends_too_early_is_a_failure_that_names_the_question() {
        ProgramRun run = run("a\n", "fit");

        assertThat(run.status).isEqualTo(1);
        assertThat(run.out).isEmpty();
        assertThat(run.err)
                .last()
                .asString()
                .isEqualTo("the input ended before question 2 of 3 was answered; --answers takes all letters at once");
    }

    @ParameterizedTest
    @CsvSource({
        "--answers ab, question 3",
        "--answers abab, leave out the last 1",
        "--answers axa, no answer to question 2",
        "--quiz play, there is work"
    })
    void wrong_usage_is_one_line_and_status_2(String options, String said) {
        ProgramRun run = run("", ("fit " + options).split(" "));

        assertThat(run.status).isEqualTo(2);
        assertThat(run.out).isEmpty();
        assertThat(run.err).singleElement().asString().contains(said, "fit --help\" says how it is used");
    }

    @Test
    void the_picture_of_a_result_goes_to_a_file() {
        wiring.pictures = DRAWN;

        ProgramRun run = run("", "fit", "--answers", "aba", "--png", "r.png");

        assertThat(run.status).isZero();
        assertThat(run.out).contains("Up you go");
        assertThat(folder.resolve("r.png")).hasBinaryContent(new byte[] {7});
    }

    @Test
    void a_picture_that_cannot_be_written_or_drawn_is_refused_before_the_first_question() {
        ProgramRun undrawable = run("a\nb\na\n", "fit", "--png", "r.png");
        wiring.pictures = DRAWN;
        ProgramRun unwritable = run("a\nb\na\n", "fit", "--png", "no/r.png");

        assertThat(undrawable.status).isEqualTo(1);
        assertThat(undrawable.err).containsExactly("the picture cannot be drawn here; leave out --png");
        assertThat(unwritable.status).isEqualTo(1);
        assertThat(unwritable.err).singleElement().asString().endsWith("its folder does not exist; create it first");
    }

    @Test
    void a_pack_without_a_quiz_says_so() {
        wiring.pack = Optional.empty();

        assertThat(run("", "fit").err).containsExactly("the pack gardening has no quiz: it has no quizzes.yml");
        assertThat(run("", "eval", "quiz").err)
                .containsExactly("the pack gardening has no quiz: it has no quizzes.yml");
    }

    @Test
    void every_combination_of_answers_is_tried_and_a_quiz_that_is_not_fair_fails() {
        ProgramRun run = run("", "eval", "quiz", "--json");

        assertThat(run.out).contains("combinations", "12");
        assertThat(run.out.lines()).last().asString().startsWith("{\"quizzes\":{\"work\":{");
        boolean passes = run.out.contains("\"passes\":true}");
        assertThat(run.status).isEqualTo(passes ? 0 : 1);
    }

    @Test
    void the_quizzes_of_the_shipped_pack_are_fair() {
        wiring.pack = Optional.of(Packs.shipped());

        assertThat(run("", "eval", "quiz").status).isZero();
    }
}
