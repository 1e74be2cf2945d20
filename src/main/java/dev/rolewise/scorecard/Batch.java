package dev.rolewise.scorecard;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Many questions from a file of JSON lines, their answers into another, in the order of the input.
 *
 * <p>A line holds {@code id} and either {@code question} or {@code turns}; of a conversation the last answer is written.
 * A line that cannot be read or answered is reported with its number, and the rest goes on. Not thread-safe.
 */
public final class Batch {
    private final Function<Question, Answer> answerer;
    private final Consumer<String> messages;

    /**
     * A batch that asks {@code answerer}, one question at a time.
     *
     * @param messages takes progress and reports of broken lines, one line each
     */
    public Batch(Function<Question, Answer> answerer, Consumer<String> messages) {
        this.answerer = answerer;
        this.messages = messages;
    }

    /**
     * Answers {@code in} into {@code out}, which appears when all is done.
     *
     * @throws UnusableFileException where one of the files cannot be used
     */
    public Tally run(Path in, Path out) throws IOException {
        try (OutputFile file = OutputFile.open(out, in)) {
            Tally tally =
                    new Interview(answerer, messages).run(in, "question", line -> answer -> write(file, line, answer));
            file.finish();
            return tally;
        }
    }

    static void write(OutputFile file, AskedLine line, Optional<Answer> answer) throws IOException {
        if (answer.isPresent()) {
            file.line(AnswerJson.line(line.id(), line.last(), answer.get()));
        }
    }
}
