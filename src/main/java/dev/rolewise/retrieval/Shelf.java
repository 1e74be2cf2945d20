package dev.rolewise.retrieval;

import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.QuestionProfile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The passages of one scope with their index. Thread-safe. */
final class Shelf implements AutoCloseable {
    /** A question's cosine to one that a passage is known to answer counts from here on. */
    private static final double ASKED_FROM = 0.65;

    private final List<Passage> passages;
    private final List<List<Embedding>> asked;
    private final HybridIndex index;

    /**
     * A passage that may answer.
     *
     * @param cosine similarity of meaning
     * @param bm25 word score, 0 where no word matched
     * @param asked by how much the question is nearer to one that it is known to answer than must be
     */
    record Found(Passage passage, double cosine, double bm25, double asked) {}

    private Shelf(List<Passage> passages, List<List<Embedding>> asked, HybridIndex index) {
        this.passages = passages;
        this.asked = asked;
        this.index = index;
    }

    /** Indexes passages; {@code questions} are those that a statement is known to answer. */
    static Shelf of(
            List<Passage> passages,
            Function<Statement, List<String>> questions,
            PackAnalyzer analyzer,
            Embedder embedder) {
        Map<String, Embedding> vectors =
                embedder.statements(passages.stream().map(Passage::text).toList());
        List<List<Embedding>> asked = passages.stream()
                .map(passage -> passage.statements().stream()
                        .flatMap(statement -> questions.apply(statement).stream())
                        .toList())
                .map(texts -> List.copyOf(embedder.questions(texts).values()))
                .toList();
        HybridIndex index = new HybridIndex(
                analyzer,
                passages.stream()
                        .map(p -> new HybridIndex.Entry(String.join(" ", p.heading()), p.text()))
                        .toList(),
                passages.stream()
                        .map(p -> Objects.requireNonNull(vectors.get(p.text()), "every passage has a vector"))
                        .toList());
        return new Shelf(List.copyOf(passages), asked, index);
    }

    List<Found> search(QuestionProfile profile) {
        List<HybridIndex.Match> matches = index.search(profile.text(), profile.embedding());
        Set<Integer> matched = new HashSet<>();
        matches.forEach(match -> matched.add(match.number()));
        Stream<HybridIndex.Match> onlyAsked = IntStream.range(0, asked.size())
                .filter(number -> !matched.contains(number) && asked(profile, number) > 0)
                .mapToObj(number -> new HybridIndex.Match(number, index.cosine(profile.embedding(), number), 0));
        return Stream.concat(matches.stream(), onlyAsked)
                .map(m -> new Found(passages.get(m.number()), m.cosine(), m.bm25(), asked(profile, m.number())))
                .toList();
    }

    private double asked(QuestionProfile profile, int number) {
        double nearest = asked.get(number).stream()
                .mapToDouble(profile.embedding()::cosine)
                .max()
                .orElse(0);
        return Math.max(0, nearest - ASKED_FROM);
    }

    @Override
    public void close() {
        index.close();
    }
}
