package dev.rolewise.retrieval;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Evidence;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.RankedPassage;
import dev.rolewise.question.Scope;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Hybrid search over one pack and, each apart, the passages of servers: what {@link Fusion} makes of words and meaning,
 * moved by agreement of role and aspect and by the questions that a passage is known to answer. The indexes live in memory.
 * Thread-safe.
 */
public final class PackRetriever implements Retriever, AutoCloseable {
    private static final double ROLE_AGREES = 0.04;
    private static final double ROLE_DIFFERS = -0.08;
    private static final double ASPECT_AGREES = 0.05;
    private static final double ASKED = 0.7;

    private final PackAnalyzer analyzer;
    private final Embedder embedder;
    private final Shelf installation;
    private final Map<String, Shelf> servers = new ConcurrentHashMap<>();

    /** Builds the index of the pack; the vectors come from {@code embedder}. */
    public PackRetriever(Pack pack, PackAnalyzer analyzer, Embedder embedder) {
        this.analyzer = analyzer;
        this.embedder = embedder;
        this.installation = Shelf.of(pack.passages(), pack::askedOf, analyzer, embedder);
    }

    /**
     * Makes these the passages of a server's own documents, instead of those it had; none takes it off. They count in the
     * scope of that server only, and in an index of their own, so that their words move nobody else's scores. A search under
     * way ends with what it began with.
     */
    public void serverPassages(String serverId, List<Passage> passages) {
        if (passages.isEmpty()) {
            servers.remove(serverId);
        } else {
            servers.put(serverId, Shelf.of(passages, statement -> List.of(), analyzer, embedder));
        }
    }

    @Override
    public Evidence retrieve(QuestionProfile profile, Scope scope, int limit) {
        List<Shelf.Found> found = shelves(scope)
                .flatMap(shelf -> shelf.search(profile).stream())
                .toList();
        double best = found.stream().mapToDouble(Shelf.Found::bm25).max().orElse(0);
        return new Evidence(found.stream()
                .map(f -> new RankedPassage(
                        f.passage(),
                        Fusion.PACK.score(f.cosine(), f.bm25(), best)
                                + ASKED * f.asked()
                                + agreement(profile, f.passage()),
                        f.cosine(),
                        f.bm25()))
                .sorted(Comparator.comparingDouble(RankedPassage::score).reversed())
                .limit(limit)
                .toList());
    }

    @Override
    public void close() {
        installation.close();
        servers.values().forEach(Shelf::close);
    }

    private Stream<Shelf> shelves(Scope scope) {
        return Stream.concat(Stream.of(installation), scope.serverId().map(servers::get).stream());
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
