package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.answer.AnswerText;
import dev.rolewise.question.Answer;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Question;
import dev.rolewise.question.Scope;
import dev.rolewise.question.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers that a person has read and approved, each in a file of its own: the questions of a talk, one on each line after
 * {@code "> "}, then the last answer as it is shown. A change of what the bot says shows as a difference; read it, and copy the
 * received file over the approved one where it is better or as good.
 */
class GoldenAnswersTest {
    private static final Path APPROVED = Path.of("src/test/resources/golden");
    private static final Path RECEIVED = Path.of("target/golden");
    private static final String ASKED = "> ";

    @ParameterizedTest
    @MethodSource("approved")
    void the_answer_is_the_approved_one(Path file) throws IOException {
        List<String> approved = Files.readAllLines(file);
        List<String> questions = approved.stream()
                .filter(line -> line.startsWith(ASKED))
                .map(line -> line.substring(ASKED.length()))
                .toList();

        List<String> said =
                new ArrayList<>(questions.stream().map(ASKED::concat).toList());
        said.addAll(shown(answerTo(questions)));

        if (!said.equals(approved)) {
            Files.createDirectories(RECEIVED);
            Files.write(RECEIVED.resolve(received(file)), said);
        }
        assertThat(said)
                .as(
                        "The answer has changed. Read it, and if it is right: cp %s %s",
                        RECEIVED.resolve(received(file)), file)
                .isEqualTo(approved);
    }

    @Test
    void there_are_forty_of_them_at_least() {
        assertThat(approved()).hasSizeGreaterThanOrEqualTo(40);
    }

    private static Stream<Path> approved() {
        try (Stream<Path> files = Files.list(APPROVED)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String received(Path file) {
        return file.getFileName().toString().replace(".txt", ".received.txt");
    }

    private static Answer answerTo(List<String> questions) {
        List<Turn> talk = new ArrayList<>();
        assertThat(questions).as("a file without a question").isNotEmpty();
        for (String question : questions.subList(0, questions.size() - 1)) {
            talk.add(Turn.of(question, ShippedAnswers.to(new Question(question, talk, Scope.INSTALLATION))));
        }
        return ShippedAnswers.to(new Question(questions.get(questions.size() - 1), talk, Scope.INSTALLATION));
    }

    private static List<String> shown(Answer answer) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(answer.status().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        lines.add("");
        lines.addAll(answer.lines().stream().map(AnswerLine::plain).collect(Collectors.toList()));
        List<String> sources = AnswerText.sources(answer.citations());
        if (!sources.isEmpty()) {
            lines.add("");
            lines.addAll(sources);
        }
        return lines;
    }
}
