package dev.rolewise.cascade;

import dev.rolewise.cascade.Alignment.Item;
import dev.rolewise.cascade.Verification.Fault;
import dev.rolewise.question.Embedding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One claim against the passages that it names. It is laid beside single statements and pairs of them, not beside the
 * passages as a heap of words: where passages are built alike, a heap holds the words of most false claims.
 *
 * <p>Its limits were set by hand on the pack's statements, their edits, and paraphrases of them by others.
 */
final class Examination {
    /** A claim is lost when this share of its words' weight stands nowhere in its passages. */
    private static final double MAX_ABSENT = 0.5;

    /** Of the words that statements hold, this share must be held in the same sense and about the same role. */
    private static final double SAME_SENSE = 0.6;

    /** Of the claim's words, this share must stand in the statement that holds its number. */
    private static final double NUMBER_IN_CONTEXT = 0.35;

    private static final double CLAUSE_SAME_SENSE = 0.5;

    /** From this share of common words in the same order on, a claim is a rewording of a statement. */
    private static final double REWORDING = 0.65;

    /** Statements that are this little less alike count as equally near. */
    private static final double AS_NEAR = 0.1;

    private static final double AS_NEAR_CLAUSE = 0.15;

    /** An unknown word is at home in a statement from this cosine on; foreign ones stay below. */
    private static final double NEAR_WORD = 0.5;

    private static final int MAX_UNKNOWN = 2;
    private static final double SECOND_STATEMENT = 0.05;

    /** A word with a capital that does not open a sentence, or one with capitals or digits inside. */
    private static final Pattern NAME = Pattern.compile(
            "(?<=[\\p{L}\\p{N},;)'\"] )\\p{Lu}[\\p{L}\\p{N}.+#-]*|\\b\\p{L}+[\\p{Lu}\\p{N}][\\p{L}\\p{N}]*");

    private final String text;
    private final NamedPassages passages;
    private final List<Clause> clauses;
    private final Verifier.Tools tools;
    private final List<Item> items = new ArrayList<>();
    private final List<String> missing;
    private final double cosine;

    /** The best that statements do where only words count, and where roles and sense count. */
    private Alignment words = new Alignment(0, 0, 0, 0);

    private Alignment bound = new Alignment(0, 0, 0, 0);
    private List<ReadStatement> support = List.of();

    Examination(String text, List<Clause> clauses, NamedPassages passages, Verifier.Tools tools) {
        this.text = text;
        this.clauses = clauses;
        this.passages = passages;
        this.tools = tools;
        for (Clause clause : clauses) {
            items.addAll(items(clause));
        }
        this.missing = items.stream()
                .map(Item::term)
                .filter(t -> !passages.holdLike(t))
                .distinct()
                .toList();
        Embedding vector = tools.embedder().question(text);
        this.cosine = passages.statements().stream()
                .mapToDouble(s -> passages.cosine(s, vector))
                .max()
                .orElse(0);
        align(vector);
    }

    private List<Item> items(Clause clause) {
        return clause.terms().stream()
                .map(t -> new Item(t, clause, tools.vocabulary().weight(t)))
                .toList();
    }

    /** The statements that carry the claim, best first, at most two. */
    List<ReadStatement> support() {
        return support;
    }

    /** How well they carry it, 0 to 1; 0.5 where half of its words are held by statements of cosine 0.8. */
    double score() {
        return 1 / (1 + Math.exp(-(10 * (bound.all() - 0.5) + 12 * (cosine - 0.8))));
    }

    /** What is wrong with it, the surest first. */
    Optional<Fault> fault() {
        return Stream.<Supplier<Optional<Fault>>>of(
                        this::unknownNumber,
                        this::reworded,
                        this::absent,
                        this::otherSense,
                        this::clauses,
                        this::overdone,
                        this::weak)
                .flatMap(check -> check.get().stream())
                .findFirst();
    }

    private void align(Embedding vector) {
        List<ReadStatement> statements = passages.statements();
        double bestWords = Double.NEGATIVE_INFINITY;
        double bestBound = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < statements.size(); i++) {
            for (int j = i; j < statements.size(); j++) {
                List<ReadStatement> some =
                        i == j ? List.of(statements.get(i)) : List.of(statements.get(i), statements.get(j));
                Alignment alignment = Alignment.of(items, some);
                double near = some.stream()
                        .mapToDouble(s -> passages.cosine(s, vector))
                        .max()
                        .orElse(0);
                double merit = 0.1 * near - (i == j ? 0 : SECOND_STATEMENT);
                if (alignment.words() + merit > bestWords) {
                    bestWords = alignment.words() + merit;
                    words = alignment;
                }
                if (alignment.all() + merit > bestBound) {
                    bestBound = alignment.all() + merit;
                    bound = alignment;
                    support = some;
                }
            }
        }
        support = support.stream()
                .sorted(Comparator.comparingDouble((ReadStatement s) ->
                                Alignment.of(items, List.of(s)).all())
                        .reversed())
                .toList();
    }

    /** A number that stands nowhere, or only in statements about other things. */
    private Optional<Fault> unknownNumber() {
        boolean unknown = items.stream()
                .filter(i -> i.term().startsWith("#"))
                .anyMatch(i -> passages.statements().stream()
                        .noneMatch(s -> s.terms().contains(i.term())
                                && Alignment.of(items, List.of(s)).words() >= NUMBER_IN_CONTEXT));
        return unknown ? Optional.of(Fault.NUMBER) : Optional.empty();
    }

    /** The fault of the statements that it is nearest to in its wording, where none of them says it so. */
    private Optional<Fault> reworded() {
        List<Wording.Word> claimed = Wording.of(text, tools.roles());
        List<Rewording> alike = passages.statements().stream()
                .map(s -> new Rewording(claimed, Wording.of(s.statement().text(), tools.roles())))
                .filter(r -> r.share() >= REWORDING)
                .sorted(Comparator.comparingDouble(Rewording::likeness).reversed())
                .toList();
        List<Optional<Fault>> nearest = alike.stream()
                .filter(r -> r.likeness() >= alike.get(0).likeness() - AS_NEAR)
                .map(Rewording::fault)
                .toList();
        return nearest.isEmpty() || nearest.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : nearest.get(0);
    }

    /** It speaks of something that its passages do not mention. */
    private Optional<Fault> absent() {
        double total = items.stream().mapToDouble(Item::weight).sum();
        double lost = items.stream()
                .filter(i -> missing.contains(i.term()))
                .mapToDouble(Item::weight)
                .sum();
        return lost >= MAX_ABSENT * total || missingName() || foreignWord()
                ? Optional.of(Fault.ABSENT)
                : Optional.empty();
    }

    private boolean missingName() {
        return NAME.matcher(text)
                .results()
                .map(MatchResult::group)
                .flatMap(name -> tools.terms().terms(name).stream())
                .anyMatch(t -> missing.contains(t) && !tools.vocabulary().isEveryday(t));
    }

    private boolean foreignWord() {
        List<String> unknown = missing.stream()
                .filter(t -> !tools.vocabulary().knows(t) && !tools.vocabulary().isEveryday(t))
                .toList();
        return unknown.size() > MAX_UNKNOWN || unknown.stream().anyMatch(t -> !atHome(t));
    }

    private boolean atHome(String term) {
        String word = Stream.of(text.split("[\\s,;:.!?()\"]+"))
                .filter(w -> tools.terms().terms(w).contains(term))
                .findFirst()
                .orElse(term);
        Embedding vector = tools.embedder().question(word);
        return support.stream().anyMatch(s -> passages.cosine(s, vector) >= NEAR_WORD);
    }

    /** The words are there, about another role or in another sense. */
    private Optional<Fault> otherSense() {
        if (bound.all() >= SAME_SENSE * words.words()) {
            return Optional.empty();
        }
        boolean role = bound.roles() < bound.sense() || words.roles() < words.sense();
        return Optional.of(role ? Fault.ROLE : Fault.POLARITY);
    }

    private Optional<Fault> clauses() {
        return clauses.stream().flatMap(c -> inAllThatSpeakOfIt(c).stream()).findFirst();
    }

    /** What is wrong with a clause in all statements that speak of it most. */
    private Optional<Fault> inAllThatSpeakOfIt(Clause clause) {
        List<Item> telling = items(clause).stream()
                .filter(i -> !tools.vocabulary().isEveryday(i.term()) && passages.hold(i.term()))
                .toList();
        double most = passages.statements().stream()
                .mapToDouble(s -> speaksOf(telling, s))
                .max()
                .orElse(0);
        Optional<Fault> fault = Optional.empty();
        for (ReadStatement statement : passages.statements()) {
            if (!telling.isEmpty() && speaksOf(telling, statement) >= most - AS_NEAR_CLAUSE) {
                Alignment a = Alignment.of(telling, List.of(statement));
                if (a.all() >= CLAUSE_SAME_SENSE * a.words()) {
                    return Optional.empty();
                }
                fault = Optional.of(a.roles() < a.sense() ? Fault.ROLE : Fault.POLARITY);
            }
        }
        return fault;
    }

    private double speaksOf(List<Item> clause, ReadStatement statement) {
        return Alignment.of(clause, List.of(statement)).words()
                + 0.5 * Alignment.of(items, List.of(statement)).words();
    }

    /** It says "only", "always", "less" or a bare "not" of its own accord. */
    private Optional<Fault> overdone() {
        List<Clause> said = support.stream().flatMap(s -> s.clauses().stream()).toList();
        String wording = support.stream().map(s -> s.statement().text()).collect(Collectors.joining(" "));
        boolean denial =
                clauses.stream().anyMatch(this::deniesNothing) && said.stream().noneMatch(Clause::denied);
        return denial || Directions.overdone(text, wording) ? Optional.of(Fault.POLARITY) : Optional.empty();
    }

    private boolean deniesNothing(Clause clause) {
        return clause.denied()
                && clause.terms().stream().allMatch(t -> tools.vocabulary().isEveryday(t));
    }

    private Optional<Fault> weak() {
        return score() < 0.5 ? Optional.of(Fault.UNSUPPORTED) : Optional.empty();
    }
}
