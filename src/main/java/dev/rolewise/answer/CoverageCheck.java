package dev.rolewise.answer;

import dev.rolewise.answer.CoverageModel.Verdict;
import dev.rolewise.knowledge.AnswerForm;
import dev.rolewise.knowledge.Disagreement;
import dev.rolewise.knowledge.Gap;
import dev.rolewise.knowledge.Intent;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Premise;
import dev.rolewise.learning.FeatureVector;
import dev.rolewise.learning.LogisticRegression;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Evidence;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.RankedPassage;
import dev.rolewise.question.TermExtractor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says whether the sources answer a question. A classifier over the question's embedding and words, how near and how much
 * of it the evidence explains, words that the pack has never seen, and the nearest labelled examples; trained on the pack's
 * labelled questions, its threshold set by cross-validation so that {@link #FALSE_REFUSALS} of the covered ones would be
 * refused. Thread-safe.
 */
final class CoverageCheck {
    /** Share of covered questions that may be refused. */
    static final double FALSE_REFUSALS = 0.03;

    /**
     * @param verdict the class
     * @param covered how likely the sources answer it, 0 to 1
     * @param gap the known gap that the question falls into, where one is near
     */
    record Coverage(Verdict verdict, double covered, Optional<Gap> gap) {}

    private static final int FOLDS = 5;
    private static final int BUCKETS = 1 << 12;
    private static final float EMBEDDING_WEIGHT = 1.0f;
    private static final double DECAY = 5e-4;
    private static final int PASSES = 120;
    private static final double SAME_TEXT = 0.9995;
    private static final double GAP_NEAR = 0.67;

    /** The same where no word speaks for the gap beside its nearness. */
    private static final double GAP_SURE = 0.76;

    /** Of two gaps as near as each other, the one that the question names. */
    private static final double NAMED = 0.04;

    private final Pack pack;
    private final StatementTable table;
    private final Examples<Verdict> labelled;
    private final Examples<Gap> gaps;
    private final Map<String, Set<String>> gapTerms = new HashMap<>();
    private final Map<Gap, Pattern> gapWords = new LinkedHashMap<>();
    private final CoverageModel model;

    /** Uses what was learned before, or else trains; {@code search} gives profile and evidence of a labelled question. */
    CoverageCheck(
            Pack pack,
            StatementTable table,
            Embedder embedder,
            TermExtractor terms,
            Function<String, Searched> search,
            Optional<CoverageModel> learned) {
        this.pack = pack;
        this.table = table;
        Map<Verdict, List<String>> examples = examples(pack);
        this.labelled = new Examples<>(examples.keySet(), v -> examples.getOrDefault(v, List.of()), embedder);
        this.gaps = new Examples<>(pack.gaps(), Gap::examples, embedder);
        for (Gap gap : pack.gaps()) {
            gap.examples().forEach(example -> gapTerms.put(example, Set.copyOf(terms.terms(example))));
            if (!gap.words().isEmpty()) {
                gapWords.put(gap, anyOf(gap.words()));
            }
        }
        this.model = learned.orElseGet(() -> learn(examples, search));
    }

    /** What was learned. */
    CoverageModel model() {
        return model;
    }

    private CoverageModel learn(Map<Verdict, List<String>> examples, Function<String, Searched> search) {
        List<LogisticRegression.Example<Verdict>> vectors = new ArrayList<>();
        examples.forEach((verdict, texts) -> texts.forEach(text -> {
            Searched searched = search.apply(text);
            vectors.add(new LogisticRegression.Example<>(features(searched.profile(), searched.evidence()), verdict));
        }));
        return new CoverageModel(train(vectors), threshold(vectors));
    }

    /** A question with what was found for it. */
    record Searched(QuestionProfile profile, Evidence evidence) {}

    Coverage check(QuestionProfile profile, Evidence evidence) {
        Map<Verdict, Double> p = model.classifier().probabilities(features(profile, evidence));
        double covered = p.getOrDefault(Verdict.COVERED, 0.0);
        if (covered >= model.threshold() && !evidence.passages().isEmpty()) {
            return new Coverage(Verdict.COVERED, covered, Optional.empty());
        }
        Optional<Gap> gap = gap(profile);
        boolean onTopic = p.getOrDefault(Verdict.NOT_COVERED, 0.0) >= p.getOrDefault(Verdict.OUT_OF_SCOPE, 0.0);
        return new Coverage(
                onTopic ? Verdict.NOT_COVERED : Verdict.OUT_OF_SCOPE, covered, onTopic ? gap : Optional.empty());
    }

    /** The gap whose examples are nearest, where one is near or the question holds a word that only it has. */
    private Optional<Gap> gap(QuestionProfile profile) {
        Set<Gap> named = byWords(profile);
        return gaps.nearestByTwo(
                        profile.embedding(),
                        example -> sharesWord(profile, example),
                        gap -> named.contains(gap) ? NAMED : 0)
                .filter(n -> n.cosine()
                        >= (named.contains(n.label()) || isForeign(profile, n.label()) ? GAP_NEAR : GAP_SURE))
                .map(Examples.Near::label)
                .or(() -> named.stream().findFirst());
    }

    /** Whether the question shares a word with an example of the gap that no statement holds. */
    private boolean isForeign(QuestionProfile profile, Gap gap) {
        return profile.terms().stream().filter(term -> !table.knows(term)).anyMatch(term -> gap.examples().stream()
                .anyMatch(example -> gapTerms.getOrDefault(example, Set.of()).contains(term)));
    }

    private boolean sharesWord(QuestionProfile profile, String example) {
        return gapTerms.getOrDefault(example, Set.of()).stream().anyMatch(profile.terms()::contains);
    }

    /** The gaps of which the question holds a word. */
    private Set<Gap> byWords(QuestionProfile profile) {
        String lower = profile.text().toLowerCase(Locale.ROOT);
        return gapWords.entrySet().stream()
                .filter(e -> e.getValue().matcher(lower).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private FeatureVector features(QuestionProfile profile, Evidence evidence) {
        double top = evidence.passages().stream()
                .mapToDouble(RankedPassage::cosine)
                .max()
                .orElse(0);
        Set<String> explained = new HashSet<>();
        evidence.passages().stream().limit(6).forEach(p -> p.passage().statements().stream()
                .flatMap(s -> table.row(s.key()).stream())
                .forEach(row -> explained.addAll(row.terms())));
        double share = table.covered(profile.terms(), explained);
        long unknown = profile.terms().stream().filter(t -> !table.knows(t)).count();
        AnswerForm form = pack.intent(profile.intent()).map(Intent::form).orElse(AnswerForm.EXPLANATION);
        double refused = nearest(profile, Verdict.NOT_COVERED);
        double foreign = nearest(profile, Verdict.OUT_OF_SCOPE);
        double known = nearest(profile, Verdict.COVERED);
        return FeatureVector.of(
                profile.embedding(),
                EMBEDDING_WEIGHT,
                profile.terms(),
                BUCKETS,
                6 * (top - 0.7),
                2 * (share - 0.5),
                unknown / (double) Math.max(1, profile.terms().size()),
                Math.min(3, unknown) / 3.0,
                6 * (known - refused),
                6 * (known - foreign),
                form == AnswerForm.NONE ? profile.intentConfidence() : 0,
                profile.roles().isEmpty() ? 0 : 1,
                byWords(profile).isEmpty() ? 0 : 1);
    }

    /** Cosine to the nearest labelled question of a class, itself left out. */
    private double nearest(QuestionProfile profile, Verdict verdict) {
        return labelled.nearest(profile.embedding(), verdict, SAME_TEXT);
    }

    private static double threshold(List<LogisticRegression.Example<Verdict>> vectors) {
        List<Double> covered = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<LogisticRegression.Example<Verdict>> rest = new ArrayList<>();
            List<LogisticRegression.Example<Verdict>> heldOut = new ArrayList<>();
            for (int i = 0; i < vectors.size(); i++) {
                (i % FOLDS == fold ? heldOut : rest).add(vectors.get(i));
            }
            LogisticRegression<Verdict> trained = train(rest);
            heldOut.stream()
                    .filter(e -> e.label() == Verdict.COVERED)
                    .map(e -> trained.probabilities(e.vector()).getOrDefault(Verdict.COVERED, 0.0))
                    .forEach(covered::add);
        }
        double[] sorted = covered.stream().mapToDouble(d -> d).sorted().toArray();
        return sorted.length == 0 ? 0.5 : Math.min(0.5, sorted[(int) (FALSE_REFUSALS * sorted.length)]);
    }

    private static LogisticRegression<Verdict> train(List<LogisticRegression.Example<Verdict>> vectors) {
        return LogisticRegression.train(vectors, DECAY, PASSES);
    }

    private static Map<Verdict, List<String>> examples(Pack pack) {
        Map<Verdict, List<String>> examples = new LinkedHashMap<>();
        examples.put(
                Verdict.COVERED,
                Stream.of(
                                pack.coverage().covered().stream(),
                                pack.questions().stream(),
                                pack.asked().values().stream().flatMap(List::stream),
                                pack.premises().stream().map(Premise::examples).flatMap(List::stream),
                                pack.disagreements().stream()
                                        .map(Disagreement::examples)
                                        .flatMap(List::stream))
                        .flatMap(s -> s)
                        .distinct()
                        .toList());
        examples.put(
                Verdict.NOT_COVERED,
                Stream.concat(
                                pack.coverage().notCovered().stream(),
                                pack.gaps().stream().map(Gap::examples).flatMap(List::stream))
                        .distinct()
                        .toList());
        examples.put(
                Verdict.OUT_OF_SCOPE,
                Stream.concat(
                                pack.coverage().outOfScope().stream(),
                                pack.intents().stream()
                                        .filter(i -> i.form() == AnswerForm.NONE)
                                        .map(Intent::examples)
                                        .flatMap(List::stream))
                        .distinct()
                        .toList());
        return examples;
    }

    private static Pattern anyOf(List<String> words) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:"
                + String.join(
                        "|",
                        words.stream()
                                .map(w -> Pattern.quote(w.toLowerCase(Locale.ROOT)))
                                .toList())
                + ")(?![\\p{L}\\p{N}])");
    }
}
