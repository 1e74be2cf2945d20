package dev.rolewise.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.analysis.IntentClassifier;
import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.answer.AnswerService;
import dev.rolewise.cache.AnswerCache;
import dev.rolewise.cache.CacheSettings;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.PackFaultsException;
import dev.rolewise.knowledge.PackLoader;
import dev.rolewise.retrieval.BgeEmbedder;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.retrieval.PackRetriever;
import dev.rolewise.retrieval.StoredVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The parts that answer, put together for one pack. Thread-safe.
 *
 * @param pack what is known
 * @param packHash of its files
 * @param embedder knows which vectors it had to make
 * @param answers the service
 * @param analyzer as the service uses it
 * @param retriever to be closed at the end
 */
record Brain(
        Pack pack,
        String packHash,
        BgeEmbedder embedder,
        AnswerService answers,
        QuestionAnalyzer analyzer,
        PackRetriever retriever)
        implements AutoCloseable {

    /**
     * Loads the pack and the embedding model, and builds the rest.
     *
     * @param folder of the pack
     * @param vectors known vectors
     * @param prepared used where it was made from this very pack
     * @param deadline how long a question may wait for a twin's answer
     */
    static Brain of(
            Path folder, StoredVectors vectors, Optional<Prepared> prepared, CacheSettings cache, Duration deadline)
            throws IOException, PackFaultsException {
        Pack pack = PackLoader.load(folder);
        String hash = PackHash.of(folder);
        Optional<Prepared> fitting = prepared.filter(p -> p.packHash().equals(hash));
        BgeEmbedder embedder = new BgeEmbedder(vectors);
        PackAnalyzer words = new PackAnalyzer(pack);
        QuestionAnalyzer analyzer = new QuestionAnalyzer(
                pack,
                embedder,
                words,
                fitting.map(Prepared::intents).orElseGet(() -> IntentClassifier.train(pack, embedder)));
        PackRetriever retriever = new PackRetriever(pack, words, embedder);
        Ticker ticker = Ticker.systemTicker();
        AnswerService answers = new AnswerService(
                pack,
                embedder,
                words,
                analyzer,
                retriever,
                new AnswerCache(cache, ticker),
                ticker,
                deadline,
                fitting.map(Prepared::coverage));
        return new Brain(pack, hash, embedder, answers, analyzer, retriever);
    }

    /** What need not be computed again. */
    Prepared prepared() {
        return new Prepared(packHash, analyzer.intents(), answers.coverageModel());
    }

    @Override
    public void close() {
        retriever.close();
    }
}
