package dev.rolewise.app;

import dev.rolewise.answer.AskOptions;
import dev.rolewise.cascade.ComplexityClassifier;
import dev.rolewise.cascade.RouteThresholds;
import dev.rolewise.cascade.Routing;
import dev.rolewise.cascade.Verifier;
import dev.rolewise.knowledge.Comparison;
import dev.rolewise.knowledge.CoverageExamples;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.PackFault;
import dev.rolewise.knowledge.PackFaultsException;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Source;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.question.Answer;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Citation;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.Profiles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Answers "to" and the question to everything; notes what it is asked to build and to end. */
final class FakeWiring implements Wiring {
    final List<String> events = new ArrayList<>();
    final List<PackFault> faults = new ArrayList<>();
    Set<Tier> tiers = Set.of(Tier.LOCAL);
    Routing routing = Routing.by(new RouteThresholds(0.5, 0.8, 0.1));
    boolean answersFail;
    boolean surfacesWait;
    Pictures pictures = Pictures.NONE;
    Optional<Pack> pack = Optional.empty();

    @Override
    public Pack pack(Setup setup) throws PackFaultsException {
        if (!faults.isEmpty()) {
            throw new PackFaultsException("gardening", faults);
        }
        return pack.orElseGet(FakeWiring::small);
    }

    @Override
    public Pictures pictures() {
        events.add("pictures");
        return pictures;
    }

    private static Pack small() {
        Passage passage = new Passage(
                "soil#1",
                "soil",
                List.of("Gardener"),
                Set.of(),
                "",
                List.of(new Statement("k1", "One.", 0), new Statement("k2", "Two.", 1)));
        Source source = new Source("soil", "Soil", "A", "by A", "unknown", false, List.of(passage));
        return new Pack(
                "gardening",
                "Gardening",
                "gardens",
                List.of(),
                "Hi.",
                List.of(),
                List.of(),
                List.of(),
                List.of(source),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new CoverageExamples(List.of(), List.of(), List.of()),
                List.of(),
                Map.of(),
                Comparison.NONE,
                List.of());
    }

    @Override
    public Services services(Setup setup) throws PackFaultsException {
        events.add("services");
        Pack pack = pack(setup);
        return new Services() {
            @Override
            public Answer ask(Question question, AskOptions options) {
                events.add((options.fresh() ? "fresh " : "ask ") + question.text());
                if (answersFail) {
                    throw new IllegalStateException("secret");
                }
                return answer("to " + question.text() + " [1].");
            }

            @Override
            public boolean has(Tier tier) {
                return tiers.contains(tier);
            }

            @Override
            public Pack pack() {
                return pack;
            }

            @Override
            public QuestionProfile profile(String question) {
                return Profiles.of(question, List.of(), Set.of(question), new HashedWords());
            }

            @Override
            public Routing routing() {
                return routing;
            }

            @Override
            public List<String> diagnose(String question) {
                return List.of("intent tools", "about " + question);
            }

            @Override
            public void close() {
                events.add("services closed");
            }
        };
    }

    @Override
    public void index(Setup setup) {
        events.add("index");
    }

    @Override
    public ClosableEmbedder embedder(Setup setup) {
        HashedWords words = new HashedWords();
        return new ClosableEmbedder() {
            @Override
            public Embedding question(String text) {
                return words.question(text);
            }

            @Override
            public Map<String, Embedding> questions(Collection<String> texts) {
                return words.questions(texts);
            }

            @Override
            public Map<String, Embedding> statements(Collection<String> texts) {
                return words.statements(texts);
            }

            @Override
            public void close() {
                events.add("embedder closed");
            }
        };
    }

    @Override
    public Parts parts(Setup setup) throws PackFaultsException {
        events.add("parts");
        Pack gardeners = Packs.gardeners();
        HashedWords embedder = new HashedWords();
        return new Parts(
                gardeners,
                embedder,
                HashedWords::new,
                ComplexityClassifier.train(gardeners, embedder),
                new Verifier(gardeners, new PackAnalyzer(gardeners), embedder));
    }

    @Override
    public Surface discord(Setup setup) {
        return new FakeSurface("discord");
    }

    @Override
    public Surface chat(Setup setup) {
        return new FakeSurface("chat");
    }

    static Answer answer(String text) {
        return new Answer(
                Answer.Status.ANSWERED,
                List.of(AnswerLine.of(text)),
                List.of(
                        new Citation(1, "soil", "Soil", List.of("Gardener", "Tools"), "One.", "k1", true),
                        new Citation(1, "soil", "Soil", List.of("Gardener", "Tools"), "Two.", "k2", true)),
                List.of(),
                Optional.empty(),
                new Receipt(Tier.LOCAL, Optional.empty(), Duration.ZERO, Duration.ofMillis(41), Spending.NONE));
    }

    /** Runs until it is stopped, or ends at once. */
    private final class FakeSurface implements Surface {
        private final String name;
        private final CountDownLatch stopped = new CountDownLatch(surfacesWait ? 1 : 0);

        FakeSurface(String name) {
            this.name = name;
        }

        @Override
        public int run() throws OperatorException {
            events.add(name + " runs");
            try {
                stopped.await();
            } catch (InterruptedException e) {
                throw new OperatorException("interrupted", e);
            }
            return 0;
        }

        @Override
        public void stop() {
            stopped.countDown();
        }

        @Override
        public void close() {
            events.add(name + " closed");
        }
    }
}
