package dev.rolewise.scorecard;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.scorecard.AskedLine.BrokenLineException;
import dev.rolewise.scorecard.RawLines.RawLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the questions of a file answered one after the other. Holds one line at a time, and the ids seen so far. A broken
 * line is reported and passed over. Not thread-safe.
 */
final class Interview {
    private static final Logger LOG = LoggerFactory.getLogger(Interview.class);
    private static final int PROGRESS_EVERY = 50;

    private final Function<Question, Answer> answerer;
    private final Consumer<String> messages;
    private final Set<String> seen = new HashSet<>();
    private int answered;
    private int broken;

    /** Who wants to hear the answers. */
    interface Audience {
        /** Called before the question is asked; a refusal here makes the line a broken one. */
        Listener expects(AskedLine line) throws BrokenLineException;
    }

    /** Who waits for one answer. */
    interface Listener {
        /** Called with the answer; empty where answering failed. */
        void hears(Optional<Answer> answer) throws IOException;
    }

    Interview(Function<Question, Answer> answerer, Consumer<String> messages) {
        this.answerer = answerer;
        this.messages = messages;
    }

    /** Goes through {@code in}, whose single questions stand under {@code field}. */
    Tally run(Path in, String field, Audience audience) throws IOException {
        try (RawLines lines = RawLines.of(in)) {
            for (Optional<RawLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                take(line.get(), field, audience);
            }
        }
        return new Tally(answered, broken);
    }

    private void take(RawLine raw, String field, Audience audience) throws IOException {
        if (raw.fault().isEmpty() && raw.text().isBlank()) {
            return;
        }
        AskedLine line;
        Listener listener;
        try {
            line = read(raw, field);
            listener = audience.expects(line);
        } catch (BrokenLineException e) {
            report(String.format(Locale.ROOT, "line %d %s", raw.number(), e.getMessage()));
            return;
        }
        listener.hears(ask(line, raw.number()));
    }

    private AskedLine read(RawLine raw, String field) throws BrokenLineException {
        if (raw.fault().isPresent()) {
            throw new BrokenLineException(raw.fault().get());
        }
        AskedLine line = AskedLine.read(raw.text(), field);
        if (!seen.add(line.id().asText())) {
            throw new BrokenLineException(String.format(
                    Locale.ROOT,
                    "has the id %s a second time and was passed over; give each line its own id",
                    line.id().asText()));
        }
        return line;
    }

    private Optional<Answer> ask(AskedLine line, int number) {
        try {
            Answer answer = line.answeredBy(answerer);
            answered++;
            if (answered % PROGRESS_EVERY == 0) {
                messages.accept(answered + " answered");
            }
            return Optional.of(answer);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.debug("line {} failed", number, e);
            report(String.format(
                    Locale.ROOT,
                    "line %d (id %s) could not be answered (%s); the log at debug level says more",
                    number,
                    line.id().asText(),
                    e.getClass().getSimpleName()));
            return Optional.empty();
        }
    }

    private void report(String problem) {
        broken++;
        messages.accept(problem);
    }
}
