package dev.rolewise.answer;

import dev.rolewise.analysis.IntentClassifier;
import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.cache.AnswerCache;
import dev.rolewise.cache.CacheSettings;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.cache.SharedLevel;
import dev.rolewise.cascade.ComplexityClassifier;
import dev.rolewise.cascade.ModelTiers;
import dev.rolewise.cascade.RouteThresholds;
import dev.rolewise.cascade.Router;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Answer;
import dev.rolewise.question.DocumentSearch;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Scope;
import dev.rolewise.question.ServerKnowledge;
import dev.rolewise.question.Turn;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.retrieval.PackRetriever;
import dev.rolewise.testing.FakeTicker;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.RealModel;
import dev.rolewise.testing.TickedClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The parts that answer questions about the small pack, put together for tests. */
final class Gardeners {
    static final AskOptions FRESH = AskOptions.of(true, Optional.empty());

    static final Pack PACK = Packs.gardeners();

    private static final int PASSAGES = 16;

    final FakeTicker ticker = new FakeTicker();
    final Embedder embedder;
    final PackAnalyzer words = new PackAnalyzer(PACK);
    final QuestionAnalyzer analyzer;
    final PackRetriever retriever;
    final StatementTable table;
    final StatementSelector selector;
    final Matter matter;
    final AnswerService service;
    private final Router router;

    private static final class Real {
        static final Gardeners PARTS = new Gardeners(RealModel.embedder());
    }

    private static final class Quick {
        static final Gardeners PARTS = new Gardeners(new HashedWords());
    }

    private Gardeners(Embedder embedder) {
        this.embedder = embedder;
        this.analyzer = new QuestionAnalyzer(PACK, embedder, words, IntentClassifier.train(PACK, embedder));
        this.retriever = new PackRetriever(PACK, words, embedder);
        this.table = new StatementTable(PACK, embedder, words);
        this.selector = new StatementSelector(PACK, table, SelectionWeights.DEFAULT);
        this.matter = new Matter(PACK, table, embedder, words, analyzer::roles);
        this.router = new Router(ComplexityClassifier.train(PACK, embedder), embedder, RouteThresholds.USUAL);
        this.service = service(ModelTiers.NONE, Optional.empty(), ServerKnowledge.NONE);
    }

    /** A service of its own that asks those tiers. */
    AnswerService asking(ModelTiers tiers) {
        return service(tiers, Optional.of(service.coverageModel()), ServerKnowledge.NONE);
    }

    /** A service of its own in which servers know something. */
    AnswerService knowing(ServerKnowledge servers) {
        return service(ModelTiers.NONE, Optional.of(service.coverageModel()), servers);
    }

    private AnswerService service(ModelTiers tiers, Optional<CoverageModel> coverage, ServerKnowledge servers) {
        return new AnswerService(
                PACK,
                embedder,
                words,
                analyzer,
                retriever,
                relevance -> new AnswerCache(
                        new CacheSettings(10_000_000, Duration.ofDays(1)),
                        new ReuseGuard(0.8),
                        (kept, asked) -> true,
                        SharedLevel.NONE,
                        tiers::generation,
                        ticker,
                        new TickedClock(ticker)),
                tiers,
                router,
                () -> "q1",
                ticker,
                Duration.ofSeconds(30),
                coverage,
                DocumentSearch.NONE,
                servers);
    }

    /** With the real embedding model; shared by all tests. */
    static Gardeners real() {
        return Real.PARTS;
    }

    /** With hashed words instead of the model; shared by all tests. */
    static Gardeners quick() {
        return Quick.PARTS;
    }

    QuestionProfile profile(String question) {
        return analyzer.analyze(Question.of(question));
    }

    CoverageCheck.Searched search(String question) {
        QuestionProfile profile = profile(question);
        return new CoverageCheck.Searched(profile, retriever.retrieve(profile, Scope.INSTALLATION, PASSAGES));
    }

    Answer ask(String question) {
        return service.ask(Question.of(question), FRESH);
    }

    Answer ask(String question, String before) {
        Turn turn = Turn.of(before, ask(before));
        return service.ask(new Question(question, List.of(turn), Scope.INSTALLATION), FRESH);
    }

    /** The row of the statement that holds those words. */
    StatementTable.Row row(String words) {
        return table.all().stream()
                .filter(r -> r.statement().text().contains(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no statement holds \"" + words + '"'));
    }
}
