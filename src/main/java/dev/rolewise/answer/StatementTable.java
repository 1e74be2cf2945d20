package dev.rolewise.answer;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Source;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.learning.RidgeScores;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.TermExtractor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every statement of a pack with what is needed to weigh it. Thread-safe. */
final class StatementTable {
    /** Found by leaving out one known question after the other. */
    private static final double PENALTY = 3;

    /**
     * One statement in its place.
     *
     * @param terms its words
     * @param number its place in the table, counted from 0
     * @param asked questions that it is known to answer
     * @param askedTerms their words
     */
    record Row(
            Statement statement,
            Passage passage,
            Source source,
            Embedding embedding,
            Set<String> terms,
            int number,
            List<Embedding> asked,
            Set<String> askedTerms) {
        /** How near the question comes to one that this statement is known to answer; 0 where none is known. */
        double askedCosine(Embedding question) {
            return asked.stream().mapToDouble(question::cosine).max().orElse(0);
        }
    }

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final Map<String, Integer> frequency = new HashMap<>();
    private final RidgeScores answering;
    private final Angles angles;

    StatementTable(Pack pack, Embedder embedder, TermExtractor terms) {
        List<String> texts = pack.passages().stream()
                .flatMap(p -> p.statements().stream())
                .map(Statement::text)
                .toList();
        Map<String, Embedding> vectors = embedder.statements(texts);
        Map<String, Embedding> questions = embedder.questions(
                pack.asked().values().stream().flatMap(List::stream).toList());
        for (Source source : pack.sources()) {
            for (Passage passage : source.passages()) {
                for (Statement statement : passage.statements()) {
                    Set<String> words = new LinkedHashSet<>(terms.terms(statement.text()));
                    rows.put(
                            statement.key(),
                            new Row(
                                    statement,
                                    passage,
                                    source,
                                    vector(vectors, statement.text()),
                                    words,
                                    rows.size(),
                                    pack.askedOf(statement).stream()
                                            .map(q -> vector(questions, q))
                                            .toList(),
                                    pack.askedOf(statement).stream()
                                            .flatMap(q -> terms.terms(q).stream())
                                            .collect(Collectors.toUnmodifiableSet())));
                    words.forEach(word -> frequency.merge(word, 1, Integer::sum));
                }
            }
        }
        this.answering = learn(pack, questions);
        this.angles = new Angles(embedder);
    }

    /** From each known question to all statements that answer it, and from each statement to itself. */
    private RidgeScores learn(Pack pack, Map<String, Embedding> questions) {
        Map<String, List<Integer>> answers = new LinkedHashMap<>();
        for (Row row : rows.values()) {
            pack.askedOf(row.statement()).forEach(q -> answers.computeIfAbsent(q, any -> new ArrayList<>())
                    .add(row.number()));
        }
        List<RidgeScores.Example> examples = new ArrayList<>();
        answers.forEach(
                (question, numbers) -> examples.add(new RidgeScores.Example(vector(questions, question), numbers)));
        rows.values().forEach(row -> examples.add(new RidgeScores.Example(row.embedding(), List.of(row.number()))));
        return RidgeScores.train(examples, rows.size(), PENALTY);
    }

    /**
     * How well each statement answers a question, by its number: about 0 to 1, learned from the questions that statements are
     * known to answer. Nearness to those of one statement counts less where other statements answer such questions too.
     */
    double[] answering(Embedding question) {
        return answering.of(question);
    }

    /** The vectors of the clauses of a long question; none of a short one. */
    List<Embedding> angles(QuestionProfile profile) {
        return angles.of(profile);
    }

    private static Embedding vector(Map<String, Embedding> vectors, String text) {
        return Objects.requireNonNull(vectors.get(text), "every text has a vector");
    }

    Optional<Row> row(String key) {
        return Optional.ofNullable(rows.get(key));
    }

    Collection<Row> all() {
        return rows.values();
    }

    /** Whether any statement holds the word. */
    boolean knows(String term) {
        return frequency.containsKey(term);
    }

    /** How telling a word is: the logarithm of statements by statements that hold it. */
    double weight(String term) {
        return Math.log(1 + (double) rows.size() / (1 + frequency.getOrDefault(term, 0)));
    }

    /** Share of the question's words, by weight, that the statement's terms hold; 0 to 1. */
    double covered(Collection<String> question, Set<String> by) {
        double all = 0;
        double held = 0;
        for (String term : question) {
            double weight = weight(term);
            all += weight;
            held += by.contains(term) ? weight : 0;
        }
        return all == 0 ? 0 : held / all;
    }
}
