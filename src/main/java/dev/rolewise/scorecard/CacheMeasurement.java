package dev.rolewise.scorecard;

import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.scorecard.CacheScores.Labelled;
import dev.rolewise.scorecard.CacheScores.Mixed;
import dev.rolewise.scorecard.Figure.Rival;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which cached answers are reused, beside what the likeness of embeddings alone would do. */
public final class CacheMeasurement implements Measurement {
    private static final String PRODUCTION = "its documentation, on its customers' questions";
    private static final String GPTCACHE = "GPTCache's examples";

    private final Kind kind;
    private final Function<String, QuestionProfile> analyzer;
    private final ReuseGuard guard;

    private enum Kind {
        PAIRS,
        MIXED
    }

    private CacheMeasurement(Kind kind, Function<String, QuestionProfile> analyzer, ReuseGuard guard) {
        this.kind = kind;
        this.analyzer = analyzer;
        this.guard = guard;
    }

    /** Pairs of questions of which it is known whether one answer serves both. */
    public static CacheMeasurement pairs(Function<String, QuestionProfile> analyzer, ReuseGuard guard) {
        return new CacheMeasurement(Kind.PAIRS, analyzer, guard);
    }

    /** GPTCache's own pairs: all first questions are kept, each second one is asked. */
    public static CacheMeasurement mixed(Function<String, QuestionProfile> analyzer, ReuseGuard guard) {
        return new CacheMeasurement(Kind.MIXED, analyzer, guard);
    }

    @Override
    public String id() {
        return kind == Kind.PAIRS ? "cache" : "cache-mock";
    }

    @Override
    public String title() {
        return kind == Kind.PAIRS ? "Answer cache" : "Answer cache, GPTCache's pairs";
    }

    @Override
    public String about() {
        return kind == Kind.PAIRS
                ? "Pairs of questions: half of them one answer serves, the others differ in role, direction, negation or the like,"
                        + " so that a reused answer would be wrong."
                : "A thousand questions about everything, each with a paraphrase. All first ones are kept, all paraphrases asked:"
                        + " right is the answer to its own pair, wrong that to another.";
    }

    @Override
    public List<String> files() {
        return List.of(kind == Kind.PAIRS ? "cache-pairs.jsonl" : "gptcache-mock.jsonl");
    }

    @Override
    public List<Figure> run(List<Path> files, Consumer<String> messages) throws IOException {
        CacheScores scores = new CacheCard(analyzer, guard, messages)
                .run(files.get(0), Optional.empty())
                .scores();
        return kind == Kind.PAIRS ? ofPairs(scores.labelled()) : ofMixed(scores.mixed());
    }

    private static List<Figure> ofPairs(List<Labelled> ways) {
        if (ways.isEmpty()) {
            return List.of();
        }
        return List.of(
                beside(ways, CacheMeasurement::precision, Labelled::way)
                        .beside(
                                Rival.published("AWS at 0.95 (56% hits)", 0.926, PRODUCTION),
                                Rival.published("Portkey (20% hits)", 0.99, PRODUCTION)),
                beside(ways, CacheMeasurement::recall, Labelled::way),
                beside(ways, CacheMeasurement::wrongly, Labelled::way));
    }

    private static Figure precision(Labelled way) {
        return share("reuse_precision", "Reused answers that are right", way.reusedRight(), way.reusedWrong());
    }

    private static Figure recall(Labelled way) {
        return share("reuse_recall", "Answers that could be reused and are", way.reusedRight(), way.missed());
    }

    private static Figure wrongly(Labelled way) {
        return share(
                "false_reuse_rate",
                "Answers that must not be reused and are (lower is better)",
                way.reusedWrong(),
                way.kept());
    }

    private static List<Figure> ofMixed(List<Mixed> ways) {
        return List.of(
                beside(ways, CacheMeasurement::correct, Mixed::way)
                        .beside(
                                Rival.published("GPTCache at 0.95", 0.425, GPTCACHE),
                                Rival.published("GPTCache at 0.90", 0.805, GPTCACHE),
                                Rival.published("GPTCache at 0.80", 0.905, GPTCACHE)),
                beside(ways, CacheMeasurement::wrong, Mixed::way)
                        .beside(
                                Rival.published("GPTCache at 0.95", 0.025, GPTCACHE),
                                Rival.published("GPTCache at 0.90", 0.077, GPTCACHE),
                                Rival.published("GPTCache at 0.80", 0.092, GPTCACHE)));
    }

    private static Figure correct(Mixed way) {
        return share("correct", "Questions that get the right answer", way.correct(), way.wrong() + way.miss());
    }

    private static Figure wrong(Mixed way) {
        return share(
                "wrong",
                "Questions that get a wrong answer (lower is better)",
                way.wrong(),
                way.correct() + way.miss());
    }

    /** The first way's figure, the others beside it. */
    private static <T> Figure beside(List<T> ways, Function<T, Figure> figure, Function<T, String> name) {
        return figure.apply(ways.get(0))
                .beside(ways.stream()
                        .skip(1)
                        .map(way -> Rival.baseline(name.apply(way) + " alone", figure.apply(way)))
                        .toArray(Rival[]::new));
    }

    private static Figure share(String name, String label, int yes, int no) {
        return Figure.mean(
                name,
                label,
                Stream.concat(Collections.nCopies(yes, 1.0).stream(), Collections.nCopies(no, 0.0).stream())
                        .toList());
    }
}
