package dev.rolewise.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Breaks a good comparison or quiz in one place and expects the fault, where it is and what to do. */
class ComparisonAndQuizFaultsTest {
    private static final String COMPARISON = "comparison.yml";
    private static final String QUIZZES = "quizzes.yml";

    private final Path temp;

    ComparisonAndQuizFaultsTest(@TempDir Path temp) {
        this.temp = temp;
    }

    /** {@code at} stands on the line of the fault once the file is broken. */
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rows: | row: | row: | unknown key "row" | did you mean "rows"?
            aspect: focus | aspect: focsu | focsu | unknown aspect "focsu" | did you mean "focus"?
            id: tools | id: main-job | @8 | the row id "main-job" is taken by comparison.yml:2 | another id
            id: tools | id: Tools | id: Tools | the row id "Tools" is not in kebab-case | such as "daily-work"
            name: Main job | name: What the two of them mainly do | name: What | the name of row "main-job" has 30 characters | shorten it to at most 24
            Shapes whole gardens | "Shapes whole gardens, with their ground, paths, walls, water, planting and all the other things that stand here" | Shapes whole | the cell of "landscape-gardener" in row "main-job" has 111 characters | shorten it to at most 110
            Shapes whole gardens | Shapes whole gardens. | gardens. | the cell of "landscape-gardener" in row "main-job" ends in a full stop | delete the full stop
            Shapes whole gardens | Shapes`\u200B` gardens | Shapes | invisible character U+200B | delete it
            landscape-gardener: {text: Shapes | landscape-gardner: {text: Shapes | landscape-gardner | unknown role "landscape-gardner" | did you mean "landscape-gardener"?
            landscape-gardener: {text: Shapes | landscape-gardner: {text: Shapes | @5 | row "main-job" has no cell for "landscape-gardener" | or "landscape-gardener: not-covered"
            landscape-gardener: {text: Shapes | tree-surgeon: {text: Shapes | Shapes | the role "tree-surgeon" stands here twice | keep one of the two
            landscape-gardener: not-covered | landscape-gardener: uncovered | uncovered | "landscape-gardener" has no keys | or not-covered
            Shapes whole gardens | Shapes gardens, paths and walls | Shapes | unknown key "paths and walls" | put the text before it in quotes, for it has a comma
            statements: [lg-focus] | statements: [lg-fokus] | lg-fokus | no statement has the id "lg-fokus" | did you mean "lg-focus"?
            statements: [lg-focus] | statements: [] | Shapes | "statements" is empty | add at least one entry
            , statements: [lg-focus] | | Shapes | the key "statements" is missing | add "statements:"
            - {text: Worse than climbers, statements: [ts-pay]} | | @23 | the cell of "landscape-gardener" in row "pay" disagrees with nobody | add another side
            disagree: | text: Well paid\\n        disagree: | @19 | the cell of "tree-surgeon" in row "pay" both states and disagrees | {disagree: […]}
            """)
    void a_broken_comparison_is_named_with_its_line(String old, String now, String at, String problem, String remedy)
            throws IOException {
        expectFault(COMPARISON, old, now, at, problem, remedy);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            quizzes: | quizes: | quizes: | unknown key "quizes" | did you mean "quizzes"?
            id: work | id: my-work | my-work | the quiz id "my-work" is not one lower-case word | such as "path"
            title: Up or down? | title: Up or down, in which of the two directions would you rather go? | direction | the title has 63 characters | shorten it to at most 60
            about heights, stone and plans | about heights, stone and plans and about much else that would make a very long list if we named it all | description: | the description has 118 characters | shorten it to at most 100
            dimension: Heights | dimension: Heights of more than 2 m. | Heights of | the dimension has 25 characters | shorten it to at most 24
            text: Calm | text: Calm as the surface of the lake on a Sunday morning in June when no one else is awake yet. | text: Calm as | the option has 90 characters | shorten it to at most 80
            text: Calm | text: | @12 | nothing where a text belongs | write the text
            text: Calm | text: Calm`\u00AD` | text: Calm | invisible character U+00AD | delete it
            id: planning | id: heights | @20 | the question id "heights" is taken by quizzes.yml:7 | another id
            weight: 3 | weight: 4 | weight: 4 | "weight" is "4" | write a whole number from 1 to 3
            weight: 3 | weight: 0 | weight: 0 | "weight" is "0" | write a whole number from 1 to 3
            weight: 3 | weight: 2.5 | weight: 2.5 | "weight" is "2.5" | write a whole number from 1 to 3
            lean: {tree-surgeon: 100} | lean: {tree-surgeon: 90} | surgeon: 90 | the lean adds up to 90 | make it 100
            lean: {tree-surgeon: 100} | lean: {tree-surgeon: 90, landscape-gardener: 20} | surgeon: 90 | the lean adds up to 110 | make it 100
            lean: {tree-surgeon: 100} | lean: {tree-surgeon: 120} | surgeon: 120 | "tree-surgeon" is "120" | write a whole number from 0 to 100
            lean: {tree-surgeon: 100} | lean: {tree-surgon: 100} | surgon | unknown role "tree-surgon" | did you mean "tree-surgeon"?
            lean: {tree-surgeon: 100} | lean: evenly | evenly | "lean" has no keys | or "even" for equal shares
            reasons: [lg-day] | reasons: [] | reasons: [] | the option leans without a reason | or write "lean: even"
            reasons: [lg-day] | reasons: [lg-dya] | lg-dya | no statement has the id "lg-dya" | did you mean "lg-day"?
            role: tree-surgeon | role: tree-surgon | surgon | unknown role "tree-surgon" | did you mean "tree-surgeon"?
            role: tree-surgeon | # no role | - id: up | an outcome without a role hides those after it | or put it last
            at-least: 60 | at-least: 50 | at-least: 50 | "at-least" is "50" | write a whole number from 51 to 100
            role: landscape-gardener | role: tree-surgeon | @54 | "down" is never reached, because an outcome of its role asks for 60 before it | ask for less here
            title: Undecided | title: Undecided\\n        at-least: 55 | at-least: 55 | the last outcome always fits | delete "at-least"
            title: Undecided | title: Undecided\\n        role: tree-surgeon\\n        at-least: 55 | @63 | the last outcome names a role | add one without "role"
            id: undecided | id: up | @61 | the outcome id "up" is taken by quizzes.yml:43 | another id
            statements: [ts-start] | statements: [ts-strat] | ts-strat | no statement has the id "ts-strat" | did you mean "ts-start"?
            statements: [lg-skills] | statements: [] | @57 | "statements" is empty | add at least one entry
            disagreement: who-earns-more | disagreement: who-earns-mroe | mroe | unknown disagreement "who-earns-mroe" | did you mean "who-earns-more"?
            """)
    void a_broken_quiz_is_named_with_its_line(String old, String now, String at, String problem, String remedy)
            throws IOException {
        expectFault(QUIZZES, old, now, at, problem, remedy);
    }

    @Test
    void a_row_too_many_is_named() throws IOException {
        PackCopy copy = new PackCopy(temp);
        StringBuilder rows = new StringBuilder("rows:\n");
        for (int i = 1; i <= Comparison.MAX_ROWS + 1; i++) {
            rows.append("  - {id: row-" + i + ", name: n, aspect: focus,"
                    + " cells: {tree-surgeon: not-covered, landscape-gardener: not-covered}}\n");
        }
        Files.writeString(copy.file(COMPARISON), rows);

        copy.expect(COMPARISON, "row-26", "the comparison has 26 rows", "keep the best 25");
    }

    @Test
    void a_quiz_with_one_question_is_named() throws IOException {
        PackCopy copy = new PackCopy(temp);
        String text = Files.readString(copy.file(QUIZZES));
        int second = text.indexOf("      - id: planning");
        int end = text.indexOf("    outcomes:");
        Files.writeString(copy.file(QUIZZES), text.substring(0, second) + text.substring(end));

        copy.expect(QUIZZES, "questions:", "\"questions\" has 1 entry", "write 2 to 10");
    }

    @Test
    void questions_and_options_too_many_are_named() throws IOException {
        PackCopy copy = new PackCopy(temp);
        StringBuilder questions = new StringBuilder();
        for (int i = 1; i <= Quiz.MAX_QUESTIONS; i++) {
            questions.append("      - {id: q-" + i + ", dimension: d, text: t, weight: 1,"
                    + " options: [{text: a, lean: even}, {text: b, lean: even}]}\n");
        }
        copy.replace(QUIZZES, "      - id: planning", questions + "      - id: planning");
        String option = "          - {text: Another, lean: even}\n";
        copy.replace(QUIZZES, "          - text: Calm", option.repeat(Quiz.MAX_OPTIONS) + "          - text: Calm");

        copy.expect(QUIZZES, "questions:", "\"questions\" has 13 entries", "write 2 to 10");
        copy.expect(QUIZZES, "options:", "\"options\" has 8 entries", "write 2 to 5");
    }

    @Test
    void a_long_question_is_named() throws IOException {
        PackCopy copy = new PackCopy(temp);
        copy.replace(QUIZZES, "ten metres up?", "ten metres up" + " or more".repeat(25) + "?");

        copy.expect(QUIZZES, "or more", "the question has", "shorten it to at most 200");
    }

    @Test
    void the_same_quiz_twice_is_named() throws IOException {
        PackCopy copy = new PackCopy(temp);
        String text = Files.readString(copy.file(QUIZZES));
        Files.writeString(copy.file(QUIZZES), text + text.substring(text.indexOf("  - id: work")));

        assertThat(copy.faults())
                .extracting(PackFault::problem)
                .containsExactly("the quiz id \"work\" is taken by quizzes.yml:2");
    }

    @Test
    void an_unreadable_roles_file_brings_no_faults_here() throws IOException {
        PackCopy copy = new PackCopy(temp);
        Files.writeString(copy.file("roles.yml"), "roles: [");

        assertThat(copy.faults()).extracting(PackFault::file).containsExactly("roles.yml");
    }

    private void expectFault(String file, String old, String now, String at, String problem, String remedy)
            throws IOException {
        PackCopy copy = new PackCopy(temp);
        copy.replace(file, old.replace("\\n", "\n"), now == null ? "" : now.replace("\\n", "\n"));
        copy.expect(file, at, problem, remedy);
    }
}
