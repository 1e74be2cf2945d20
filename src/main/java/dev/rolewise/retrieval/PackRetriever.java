package dev.rolewise.retrieval;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Evidence;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.RankedPassage;
import dev.rolewise.question.Scope;
import dev.rolewise.retrieval.HybridIndex.Match;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Hybrid search over one pack, which is the same in every scope: what {@link Fusion} makes of words and meaning, moved by
 * agreement of role and aspect and by the questions that a passage is known to answer. The index lives in memory.
 * Thread-safe.
 */
public final class PackRetriever implements Retriever, AutoCloseable {
    private static final double ROLE_AGREES = 0.04;
    private static final double ROLE_DIFFERS = -0.08;
    private static final double ASPECT_AGREES = 0.05;

    /** A question's cosine to one that a passage is known to answer counts from here on. */
    private static final double ASKED_FROM = 0.65;

    private static final double ASKED = 0.7;

    private final List<Passage> passages;
    private final List<List<Embedding>> asked;
    private final HybridIndex index;

    /** Builds the index; the vectors come from {@code embedder}. */
    public PackRetriever(Pack pack, PackAnalyzer analyzer, Embedder embedder) {
        this.passages = pack.passages();
        this.asked = asked(pack, embedder);
        Map<String, Embedding> vectors =
                embedder.statements(passages.stream().map(Passage::text).toList());
        this.index = new HybridIndex(
                analyzer,
                passages.stream()
                        .map(p -> new HybridIndex.Entry(String.join(" ", p.heading()), p.text()))
                        .toList(),
                passages.stream()
                        .map(p -> Objects.requireNonNull(vectors.get(p.text()), "every passage has a vector"))
                        .toList());
    }

    @Override
    public Evidence retrieve(QuestionProfile profile, Scope scope, int limit) {
        Map<Integer, Match> matches = new LinkedHashMap<>();
        index.search(profile.text(), profile.embedding()).forEach(match -> matches.put(match.number(), match));
        for (int number = 0; number < asked.size(); number++) {
            if (asks(profile, number) > 0) {
                matches.computeIfAbsent(number, n -> new Match(n, index.cosine(profile.embedding(), n), 0));
            }
        }
        double best = matches.values().stream().mapToDouble(Match::bm25).max().orElse(0);
        return new Evidence(matches.values().stream()
                .map(match -> ranked(profile, match, best))
                .sorted(Comparator.comparingDouble(RankedPassage::score).reversed())
                .limit(limit)
                .toList());
    }

    @Override
    public void close() {
        index.close();
    }

    private RankedPassage ranked(QuestionProfile profile, Match match, double best) {
        Passage passage = passages.get(match.number());
        double score = Fusion.PACK.score(match.cosine(), match.bm25(), best)
                + ASKED * asks(profile, match.number())
                + agreement(profile, passage);
        return new RankedPassage(passage, score, match.cosine(), match.bm25());
    }

    /** By how much a question is nearer to one that a statement of the passage is known to answer than it must be. */
    private double asks(QuestionProfile profile, int number) {
        double nearest = asked.get(number).stream()
                .mapToDouble(profile.embedding()::cosine)
                .max()
                .orElse(0);
        return Math.max(0, nearest - ASKED_FROM);
    }

    private static List<List<Embedding>> asked(Pack pack, Embedder embedder) {
        return pack.passages().stream()
                .map(passage -> passage.statements().stream()
                        .flatMap(statement -> pack.askedOf(statement).stream())
                        .toList())
                .map(questions -> List.copyOf(embedder.questions(questions).values()))
                .toList();
    }

    private static double agreement(QuestionProfile profile, Passage passage) {
        double boost = 0;
        if (!profile.roles().isEmpty() && !passage.roles().isEmpty()) {
            boost += profile.roles().stream().anyMatch(passage.roles()::contains) ? ROLE_AGREES : ROLE_DIFFERS;
        }
        if (profile.aspect().filter(passage.aspect()::equals).isPresent()) {
            boost += ASPECT_AGREES;
        }
        return boost;
    }
}
