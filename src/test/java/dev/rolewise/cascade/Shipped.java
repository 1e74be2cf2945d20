package dev.rolewise.cascade;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.analysis.IntentClassifier;
import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.answer.AnswerService;
import dev.rolewise.answer.AskOptions;
import dev.rolewise.answer.CoverageModel;
import dev.rolewise.app.Learned;
import dev.rolewise.cache.AnswerCache;
import dev.rolewise.cache.CacheSettings;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.cache.SharedLevel;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Answer;
import dev.rolewise.question.DocumentSearch;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.ServerKnowledge;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import dev.rolewise.retrieval.BgeEmbedder;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.retrieval.PackRetriever;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.TickedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The parts that answer from the shipped pack, made once for all tests of a run. */
final class Shipped {
    static final Pack PACK = Packs.shipped();
    static final Verifier VERIFIER;

    private static final Embedder EMBEDDER = new Remembering(new BgeEmbedder(Learned.vectors()));
    private static final PackAnalyzer WORDS = new PackAnalyzer(PACK);
    private static final QuestionAnalyzer ANALYZER;
    private static final PackRetriever RETRIEVER = new PackRetriever(PACK, WORDS, EMBEDDER);
    private static final CoverageModel COVERAGE;
    private static final ComplexityClassifier COMPLEXITY =
            Learned.complexity().orElseGet(() -> ComplexityClassifier.train(PACK, EMBEDDER));

    /** As it is with the settings that are shipped. */
    static final Router ROUTER = router(0.2);

    private static final Asked ASKED = new Asked();
    private static final AnswerService PROBE;
    private static final List<String> FOR_MODELS = new ArrayList<>();

    static {
        VERIFIER = new Verifier(PACK, WORDS, EMBEDDER);
        ANALYZER = new QuestionAnalyzer(
                PACK, EMBEDDER, WORDS, Learned.intents().orElseGet(() -> IntentClassifier.train(PACK, EMBEDDER)));
        PROBE = service(ASKED, Duration.ofMinutes(1), Learned.coverage());
        COVERAGE = PROBE.coverageModel();
    }

    private Shipped() {}

    static Router router(double strongShare) {
        RouteThresholds thresholds = Learned.survey()
                .map(seen -> RouteThresholds.forShare(seen.questions(), strongShare))
                .orElse(RouteThresholds.USUAL);
        return new Router(COMPLEXITY, EMBEDDER, thresholds);
    }

    /** A service with an empty cache, over those tiers. */
    static AnswerService service(ModelTiers tiers, Duration deadline) {
        return service(tiers, deadline, Optional.of(COVERAGE));
    }

    private static AnswerService service(ModelTiers tiers, Duration deadline, Optional<CoverageModel> coverage) {
        Ticker ticker = Ticker.systemTicker();
        return new AnswerService(
                PACK,
                EMBEDDER,
                WORDS,
                ANALYZER,
                RETRIEVER,
                relevance -> new AnswerCache(
                        new CacheSettings(16 << 20, Duration.ofDays(7)),
                        new ReuseGuard(0.9),
                        (kept, asked) -> false,
                        SharedLevel.NONE,
                        tiers::generation,
                        ticker,
                        new TickedClock(ticker)),
                tiers,
                ROUTER,
                () -> UUID.randomUUID().toString(),
                ticker,
                deadline,
                coverage,
                DocumentSearch.NONE,
                ServerKnowledge.NONE);
    }

    /**
     * That many questions that routing gives to a model and whose answers are the same for everybody: two common ones in
     * one message each. Always the same ones.
     */
    static synchronized List<String> forModels(int many) {
        List<String> common = PACK.questions();
        int pair = 0;
        FOR_MODELS.clear();
        while (FOR_MODELS.size() < many) {
            int first = pair % common.size();
            int second = (first + 7 + pair / common.size()) % common.size();
            String question = common.get(first) + " " + common.get(second);
            if (first != second && ASKED.isForModel(question)) {
                FOR_MODELS.add(question);
            }
            pair++;
        }
        return List.copyOf(FOR_MODELS);
    }

    /** Stands in for the tiers, only to see whether one would be asked. */
    private static final class Asked implements ModelTiers {
        private final Map<String, Boolean> known = new ConcurrentHashMap<>();
        private boolean asked;

        synchronized boolean isForModel(String question) {
            return known.computeIfAbsent(question, q -> {
                asked = false;
                Answer answer = PROBE.ask(Question.of(q), AskOptions.of(true, Optional.empty()));
                return asked && answer.profile().stream().noneMatch(Asked::personal);
            });
        }

        private static boolean personal(QuestionProfile profile) {
            return profile.personal() || profile.parts().stream().anyMatch(Asked::personal);
        }

        @Override
        public boolean has(Tier tier) {
            return true;
        }

        @Override
        public Optional<Tier> instead(Tier wanted) {
            return Optional.of(wanted);
        }

        @Override
        public String generation() {
            return "";
        }

        @Override
        public Finding ask(Inquiry inquiry, Deadline deadline) {
            asked = true;
            return new Finding.Nothing(Spending.NONE);
        }
    }

    /** The real model, asked once for each text. */
    private static final class Remembering implements Embedder {
        private final Embedder model;
        private final Map<String, Embedding> questions = new ConcurrentHashMap<>();
        private final Map<String, Embedding> statements = new ConcurrentHashMap<>();

        Remembering(Embedder model) {
            this.model = model;
        }

        @Override
        public Embedding question(String text) {
            return questions.computeIfAbsent(text, model::question);
        }

        @Override
        public Map<String, Embedding> questions(Collection<String> texts) {
            Map<String, Embedding> vectors = new LinkedHashMap<>();
            texts.forEach(text -> vectors.put(text, question(text)));
            return vectors;
        }

        @Override
        public Map<String, Embedding> statements(Collection<String> texts) {
            List<String> missing =
                    texts.stream().filter(text -> !statements.containsKey(text)).toList();
            statements.putAll(model.statements(missing));
            Map<String, Embedding> vectors = new LinkedHashMap<>();
            texts.forEach(text -> vectors.put(text, statements.get(text)));
            return vectors;
        }
    }
}
