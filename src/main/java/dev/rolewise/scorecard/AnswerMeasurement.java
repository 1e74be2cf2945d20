package dev.rolewise.scorecard;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Question;
import dev.rolewise.scorecard.Figure.Rival;
import dev.rolewise.scorecard.Figure.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Answers to questions, conversations or hostile inputs, beside those of a simpler way where there is one. */
public final class AnswerMeasurement implements Measurement {
    private final LabelledSet set;
    private final Heading heading;
    private final Function<Question, Answer> answerer;
    private final Optional<Function<Path, Function<Question, Answer>>> simpler;

    /** What the page says of it. */
    private record Heading(String id, String title, String about, String file, Map<String, String> labels) {}

    private static final Map<String, String> LABELS = Map.of(
            "answers_full", "Answers that say all they must and nothing they must not",
            "cites_a_right_source", "Answers that cite a right source",
            "refusal_recall", "Questions without an answer that are refused",
            "over_refusal", "Questions with an answer that are refused (lower is better)",
            "median_chars", "Length of an answer, median");

    private AnswerMeasurement(
            LabelledSet set,
            Heading heading,
            Function<Question, Answer> answerer,
            Optional<Function<Path, Function<Question, Answer>>> simpler) {
        this.set = set;
        this.heading = heading;
        this.answerer = answerer;
        this.simpler = simpler;
    }

    /** Single questions, beside the three passages of the pack that are nearest by {@code embedder}. */
    public static AnswerMeasurement answers(Function<Question, Answer> answerer, Pack pack, Embedder embedder) {
        return new AnswerMeasurement(
                LabelledSet.ANSWERS,
                new Heading(
                        "answers",
                        "Answers",
                        "Questions as members type them, some of which the sources do not answer. An answer is full when it holds"
                                + " every point that it must, nothing that it must not, cites a source, and is not too long.",
                        "questions.jsonl",
                        LABELS),
                answerer,
                Optional.of(file -> PastedPassages.fitted(pack, embedder, file)));
    }

    /** The last questions of conversations. */
    public static AnswerMeasurement followUps(Function<Question, Answer> answerer) {
        return new AnswerMeasurement(
                LabelledSet.FOLLOWUPS,
                new Heading(
                        "followups",
                        "Follow-up questions",
                        "Conversations of two or three turns, of which the last answer is measured.",
                        "followups.jsonl",
                        LABELS),
                answerer,
                Optional.empty());
    }

    /** Hostile inputs and harmless look-alikes. */
    public static AnswerMeasurement attacks(Function<Question, Answer> answerer) {
        return new AnswerMeasurement(
                LabelledSet.ATTACKS,
                new Heading(
                        "attacks",
                        "Hostile input",
                        "Attempts to turn the bot around or to draw out what it must not say, and harmless questions that look"
                                + " like them.",
                        "attacks.jsonl",
                        Map.of(
                                "broken", "Hostile inputs that got their way (lower is better)",
                                "hostile", "Hostile inputs",
                                "refused_where_expected", "Hostile inputs refused where they should be",
                                "harmless_blocked", "Harmless questions turned away as hostile (lower is better)")),
                answerer,
                Optional.empty());
    }

    @Override
    public String id() {
        return heading.id();
    }

    @Override
    public String title() {
        return heading.title();
    }

    @Override
    public String about() {
        return heading.about();
    }

    @Override
    public List<String> files() {
        return List.of(heading.file());
    }

    @Override
    public List<Figure> run(List<Path> files, Consumer<String> messages) throws IOException {
        List<Figure> figures = measured(answerer, files.get(0), messages);
        if (simpler.isEmpty()) {
            return figures;
        }
        messages.accept("the same for the baseline");
        List<Figure> baseline = measured(simpler.get().apply(files.get(0)), files.get(0), messages);
        List<Figure> beside = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            beside.add(
                    figure.unit() == Unit.SHARE
                            ? figure.beside(Rival.baseline(PastedPassages.NAME, baseline.get(i)))
                            : figure);
        }
        return beside;
    }

    private List<Figure> measured(Function<Question, Answer> asked, Path file, Consumer<String> messages)
            throws IOException {
        Scores scores =
                new Scorecard(asked, messages).run(set, file, Optional.empty()).scores();
        return scores.figures().entrySet().stream()
                .filter(figure -> heading.labels().containsKey(figure.getKey()))
                .map(figure -> figure(figure.getKey(), figure.getValue(), scores))
                .toList();
    }

    private Figure figure(String name, Optional<BigDecimal> value, Scores scores) {
        String label = heading.labels().getOrDefault(name, name);
        List<Double> items = scores.items().get(name);
        return items != null
                ? Figure.mean(name, label, items)
                : Figure.of(
                        name,
                        label,
                        unit(name),
                        value.map(BigDecimal::doubleValue).orElse(Double.NaN));
    }

    private static Unit unit(String name) {
        return switch (name) {
            case "median_chars" -> Unit.CHARACTERS;
            case "broken", "hostile" -> Unit.COUNT;
            default -> Unit.SHARE;
        };
    }
}
