package dev.rolewise.scorecard;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Has the questions of a labelled file answered, and measures the answers. Not thread-safe. */
public final class Scorecard {
    private final Function<Question, Answer> answerer;
    private final Consumer<String> messages;

    /**
     * What came of a run.
     *
     * @param scores the figures
     * @param tally how many lines could be used
     */
    public record Outcome(Scores scores, Tally tally) {}

    /**
     * A scorecard for {@code answerer}, which is asked one question at a time.
     *
     * @param messages takes progress and reports of broken lines, one line each
     */
    public Scorecard(Function<Question, Answer> answerer, Consumer<String> messages) {
        this.answerer = answerer;
        this.messages = messages;
    }

    /**
     * Measures {@code in}, and writes the answers to {@code out} as {@link Batch} does, where it is given.
     *
     * @throws UnusableFileException where one of the files cannot be used
     */
    public Outcome run(LabelledSet set, Path in, Optional<Path> out) throws IOException {
        if (out.isEmpty()) {
            return measure(set, in, null);
        }
        try (OutputFile file = OutputFile.open(out.get(), in)) {
            Outcome outcome = measure(set, in, file);
            file.finish();
            return outcome;
        }
    }

    private Outcome measure(LabelledSet set, Path in, @Nullable OutputFile out) throws IOException {
        Scoring scoring = set.scoring();
        Tally tally = new Interview(answerer, messages).run(in, set.field(), line -> {
            Scoring.Item item = scoring.item(line);
            return answer -> {
                item.add(answer);
                if (out != null) {
                    Batch.write(out, line, answer);
                }
            };
        });
        return new Outcome(scoring.scores(), tally);
    }
}
