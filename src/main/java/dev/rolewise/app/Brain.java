package dev.rolewise.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.analysis.IntentClassifier;
import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.answer.AnswerService;
import dev.rolewise.answer.CoverageModel;
import dev.rolewise.cache.AnswerCache;
import dev.rolewise.cache.CacheSettings;
import dev.rolewise.cache.Relevance;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.cache.SharedLevel;
import dev.rolewise.cascade.ComplexityClassifier;
import dev.rolewise.cascade.ModelTiers;
import dev.rolewise.cascade.RouteSurvey;
import dev.rolewise.cascade.RouteThresholds;
import dev.rolewise.cascade.Router;
import dev.rolewise.cascade.Routing;
import dev.rolewise.cascade.Verifier;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.PackFaultsException;
import dev.rolewise.knowledge.PackLoader;
import dev.rolewise.question.DocumentSearch;
import dev.rolewise.question.Scope;
import dev.rolewise.question.ServerKnowledge;
import dev.rolewise.retrieval.BgeEmbedder;
import dev.rolewise.retrieval.DocumentShelves;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.retrieval.PackRetriever;
import dev.rolewise.retrieval.StoredVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

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
 * @param router as the service uses it
 * @param shelves the documents, to be closed at the end; empty where there are none
 * @param shared answers of other processes; to be closed at the end
 */
record Brain(
        Pack pack,
        String packHash,
        BgeEmbedder embedder,
        AnswerService answers,
        QuestionAnalyzer analyzer,
        PackRetriever retriever,
        ComplexityClassifier complexity,
        Router router,
        Optional<DocumentShelves> shelves,
        SharedLevel shared)
        implements AutoCloseable {
    /** No server has anything of its own. */
    static final OfServers NO_SERVERS = (analyzer, shelves) -> ServerKnowledge.NONE;

    /**
     * Loads the pack and the embedding model, and builds the rest.
     *
     * @param folder of the pack
     * @param vectors known vectors
     * @param prepared used where it was made from this very pack
     * @param clock says how old kept answers are
     * @param shared answers of other processes; closed with the brain
     * @param models the model tiers, if any
     * @param strongShare how many of the questions that go to a model should go to the strong one, 0 to 1
     * @param calibrated what was found for routing by this installation's ratings, instead of fitting it to that share
     * @param deadline for the whole of a question
     * @param documents folder of the indexes of documents; empty where there are none
     * @param ofServers makes what servers have of their own
     */
    static Brain of(
            Path folder,
            StoredVectors vectors,
            Optional<Prepared> prepared,
            CacheSettings cache,
            ReuseGuard reuse,
            Clock clock,
            SharedLevel shared,
            Models models,
            double strongShare,
            Optional<Routing> calibrated,
            Duration deadline,
            Optional<Path> documents,
            OfServers ofServers)
            throws IOException, PackFaultsException {
        BgeEmbedder embedder = BgeEmbedder.loading(vectors);
        Pack pack = PackLoader.load(folder);
        String hash = PackHash.of(folder);
        Optional<Prepared> fitting = prepared.filter(p -> p.packHash().equals(hash));
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
        Optional<DocumentShelves> shelves = documents.map(of -> new DocumentShelves(of, words, embedder));
        ServerKnowledge servers = ofServers.with(analyzer, shelves);
        Function<Supplier<String>, Function<Relevance, AnswerCache>> caches = generation -> relevance -> {
            AnswerCache answers = new AnswerCache(cache, reuse, relevance, shared, generation, ticker, clock);
            answers.newGeneration(Scope.INSTALLATION, hash);
            return answers;
        };
        Asking asking = (tiers, router, coverage) -> new AnswerService(
                pack,
                embedder,
                words,
                analyzer,
                retriever,
                caches.apply(tiers::generation),
                tiers,
                router,
                Models.ids(new SecureRandom()),
                ticker,
                deadline,
                coverage,
                shelves.<DocumentSearch>map(s -> s).orElse(DocumentSearch.NONE),
                servers);
        Router usual = new Router(complexity, embedder, RouteThresholds.USUAL);
        Optional<CoverageModel> coverage = fitting.map(Prepared::coverage);
        Optional<RouteSurvey> survey = fitting.map(Prepared::survey);
        if (survey.isEmpty() && calibrated.isEmpty() && !models.rungs().isEmpty()) {
            AnswerService alone = asking.with(ModelTiers.NONE, usual, coverage);
            survey = Optional.of(RouteSurvey.of(pack, RouteSurvey.ENOUGH, usual, alone::routeFacts));
            coverage = Optional.of(alone.coverageModel());
        }
        Optional<Routing> fitted =
                survey.map(seen -> Routing.by(RouteThresholds.forShare(seen.questions(), strongShare)));
        Router router = calibrated
                .or(() -> fitted)
                .map(routing -> new Router(complexity, embedder, routing))
                .orElse(usual);
        AnswerService answers = asking.with(models.tiers(new Verifier(pack, words, embedder)), router, coverage);
        embedder.await();
        return new Brain(pack, hash, embedder, answers, analyzer, retriever, complexity, router, shelves, shared);
    }

    /** Makes what servers have of their own, of the parts that it needs. */
    @FunctionalInterface
    interface OfServers {
        ServerKnowledge with(QuestionAnalyzer analyzer, Optional<DocumentShelves> shelves);
    }

    /** Puts a service together of parts that are there. */
    private interface Asking {
        AnswerService with(ModelTiers tiers, Router router, Optional<CoverageModel> coverage);
    }

    /** What is known in a scope besides the pack has that name from now on; answers from other knowledge are forgotten. */
    void knows(Scope scope, String name) {
        answers.knowledgeChanged(scope, (packHash + " " + name).strip());
    }

    /** What need not be computed again. */
    Prepared prepared() {
        return new Prepared(
                packHash,
                analyzer.intents(),
                answers.coverageModel(),
                complexity,
                RouteSurvey.of(pack, Integer.MAX_VALUE, router, answers::routeFacts));
    }

    @Override
    public void close() {
        retriever.close();
        shelves.ifPresent(DocumentShelves::close);
        shared.close();
    }
}
