package dev.rolewise.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.analysis.IntentClassifier;
import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.answer.AnswerService;
import dev.rolewise.cache.AnswerCache;
import dev.rolewise.cache.CacheSettings;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.cache.SharedLevel;
import dev.rolewise.cascade.ComplexityClassifier;
import dev.rolewise.cascade.ModelTiers;
import dev.rolewise.cascade.Router;
import dev.rolewise.cascade.Verifier;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.PackFaultsException;
import dev.rolewise.knowledge.PackLoader;
import dev.rolewise.question.Scope;
import dev.rolewise.retrieval.BgeEmbedder;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.retrieval.PackRetriever;
import dev.rolewise.retrieval.StoredVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
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
 * @param complexity tells simple questions from complex ones
 */
record Brain(
        Pack pack,
        String packHash,
        BgeEmbedder embedder,
        AnswerService answers,
        QuestionAnalyzer analyzer,
        PackRetriever retriever,
        ComplexityClassifier complexity)
        implements AutoCloseable {
    /** Least cosine of two questions that share an answer. */
    private static final double REUSE_THRESHOLD = 0.9;

    /**
     * Loads the pack and the embedding model, and builds the rest.
     *
     * @param folder of the pack
     * @param vectors known vectors
     * @param prepared used where it was made from this very pack
     * @param clock says how old kept answers are
     * @param models the model tiers, if any
     * @param strongShare how many of the questions that go to a model should go to the strong one, 0 to 1
     * @param deadline for the whole of a question
     */
    static Brain of(
            Path folder,
            StoredVectors vectors,
            Optional<Prepared> prepared,
            CacheSettings cache,
            Clock clock,
            Models models,
            double strongShare,
            Duration deadline)
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
        ComplexityClassifier complexity =
                fitting.map(Prepared::complexity).orElseGet(() -> ComplexityClassifier.train(pack, embedder));
        Ticker ticker = Ticker.systemTicker();
        ModelTiers tiers = models.tiers(new Verifier(pack, words, embedder));
        AnswerCache answerCache = new AnswerCache(
                cache,
                new ReuseGuard(REUSE_THRESHOLD),
                (kept, asked) -> false,
                SharedLevel.NONE,
                tiers::generation,
                ticker,
                clock);
        answerCache.newGeneration(Scope.INSTALLATION, hash);
        AnswerService answers = new AnswerService(
                pack,
                embedder,
                words,
                analyzer,
                retriever,
                answerCache,
                tiers,
                Router.forShare(pack, complexity, embedder, strongShare),
                Models.ids(new SecureRandom()),
                ticker,
                deadline,
                fitting.map(Prepared::coverage));
        return new Brain(pack, hash, embedder, answers, analyzer, retriever, complexity);
    }

    /** What need not be computed again. */
    Prepared prepared() {
        return new Prepared(packHash, analyzer.intents(), answers.coverageModel(), complexity);
    }

    @Override
    public void close() {
        retriever.close();
    }
}
