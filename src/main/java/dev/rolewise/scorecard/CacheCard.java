package dev.rolewise.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.cache.ReuseGuard.Verdict;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.scorecard.AskedLine.BrokenLineException;
import dev.rolewise.scorecard.RawLines.RawLine;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Measures whether the answer that was made for one question would be given to another. Holds the profiles of a whole file,
 * some 5 kB a pair. Not thread-safe.
 */
public final class CacheCard {
    private static final int PROGRESS_EVERY = 100;

    private final Function<String, QuestionProfile> analyzer;
    private final ReuseGuard guard;
    private final Consumer<String> messages;

    /**
     * What came of a run.
     *
     * @param scores the figures
     * @param tally how many lines could be used
     */
    public record Outcome(CacheScores scores, Tally tally) {}

    /** {@code messages} takes progress and reports of broken lines, one line each. */
    public CacheCard(Function<String, QuestionProfile> analyzer, ReuseGuard guard, Consumer<String> messages) {
        this.analyzer = analyzer;
        this.guard = guard;
        this.messages = messages;
    }

    /**
     * Measures the pairs of {@code in}, and writes a decision for each to {@code out} where it is given.
     *
     * @throws UnusableFileException where one of the files cannot be used
     */
    public Outcome run(Path in, Optional<Path> out) throws IOException {
        if (out.isEmpty()) {
            return measure(in, null);
        }
        try (OutputFile file = OutputFile.open(out.get(), in)) {
            Outcome outcome = measure(in, file);
            file.finish();
            return outcome;
        }
    }

    private Outcome measure(Path in, @Nullable OutputFile out) throws IOException {
        List<CachePair> pairs = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int broken = 0;
        try (RawLines lines = RawLines.of(in)) {
            for (Optional<RawLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                RawLine raw = line.get();
                if (raw.fault().isEmpty() && raw.text().isBlank()) {
                    continue;
                }
                try {
                    pairs.add(CachePair.read(raw, ids));
                } catch (BrokenLineException e) {
                    broken++;
                    messages.accept(String.format(Locale.ROOT, "line %d %s", raw.number(), e.getMessage()));
                }
            }
        }
        List<CacheScores.Judged> judged = new ArrayList<>();
        for (CachePair pair : pairs) {
            QuestionProfile kept = analyzer.apply(pair.a());
            QuestionProfile asked = analyzer.apply(pair.b());
            Verdict verdict = guard.check(kept, asked);
            judged.add(new CacheScores.Judged(pair, kept, asked, verdict));
            if (out != null) {
                out.line(line(pair.id(), verdict));
            }
            if (judged.size() % PROGRESS_EVERY == 0) {
                messages.accept(judged.size() + " pairs judged");
            }
        }
        return new Outcome(CacheScores.of(judged, guard), new Tally(judged.size(), broken));
    }

    private static String line(JsonNode id, Verdict verdict) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.set("id", id);
        line.put("reuse", verdict.reuse());
        line.put("similarity", rounded(verdict.similarity()));
        line.put("reason", verdict.reason().id());
        return line.toString();
    }

    private static BigDecimal rounded(double similarity) {
        return BigDecimal.valueOf(similarity).setScale(4, RoundingMode.HALF_EVEN);
    }
}
