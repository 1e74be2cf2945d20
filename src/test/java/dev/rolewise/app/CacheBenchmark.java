package dev.rolewise.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.analysis.IntentClassifier;
import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.answer.AnswerService;
import dev.rolewise.answer.AskOptions;
import dev.rolewise.cache.AnswerCache;
import dev.rolewise.cache.CacheSettings;
import dev.rolewise.cache.Computation;
import dev.rolewise.cache.ExactKey;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.cache.SharedLevel;
import dev.rolewise.cascade.ComplexityClassifier;
import dev.rolewise.cascade.ModelTiers;
import dev.rolewise.cascade.RouteThresholds;
import dev.rolewise.cascade.Router;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.PackLoader;
import dev.rolewise.question.Answer;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.DocumentSearch;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.ServerKnowledge;
import dev.rolewise.retrieval.BgeEmbedder;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.retrieval.PackRetriever;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Times hits of the answer cache in the service with the shipped pack, warm, on one thread, beside one embedding: with the
 * pack's common questions kept, and with 100,000 entries more: {@code MAVEN_OPTS=-Xmx3g mvn -q test-compile
 * exec:java@cache-benchmark}. Processor time, of which a busy machine takes nothing away, is that of the asking thread.
 */
public final class CacheBenchmark {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Path PACK = Path.of("config/knowledge/ai-careers");
    private static final int EXACT_RUNS = 20_000;
    private static final int WARM_UP = 20_000;
    private static final int SEMANTIC_RUNS = 201;
    private static final int WARM_UP_SEMANTIC = 100;
    private static final double THRESHOLD = 0.85;

    private final Pack pack;
    private final BgeEmbedder embedder;
    private final AnswerCache cache;
    private final AnswerService service;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Random random = new Random(1);

    private CacheBenchmark() throws Exception {
        pack = PackLoader.load(PACK);
        Optional<Prepared> prepared = Prepared.packed();
        embedder = new BgeEmbedder(Prepared.packedVectors());
        PackAnalyzer words = new PackAnalyzer(pack);
        Ticker ticker = Ticker.systemTicker();
        cache = new AnswerCache(
                new CacheSettings(4L << 30, Duration.ofDays(7)),
                new ReuseGuard(THRESHOLD),
                (kept, asked) -> true,
                SharedLevel.NONE,
                () -> "",
                ticker,
                Clock.systemUTC());
        service = new AnswerService(
                pack,
                embedder,
                words,
                new QuestionAnalyzer(
                        pack,
                        embedder,
                        words,
                        prepared.map(Prepared::intents).orElseGet(() -> IntentClassifier.train(pack, embedder))),
                new PackRetriever(pack, words, embedder),
                relevance -> cache,
                ModelTiers.NONE,
                new Router(ComplexityClassifier.train(pack, embedder), embedder, RouteThresholds.USUAL),
                () -> "q",
                ticker,
                Duration.ofSeconds(20),
                prepared.map(Prepared::coverage),
                DocumentSearch.NONE,
                ServerKnowledge.NONE);
    }

    public static void main(String[] arguments) throws Exception {
        new CacheBenchmark().run(Integer.parseInt(arguments[0]));
    }

    private void run(int entries) {
        List<Answer> kept = pack.questions().stream().map(this::ask).toList();
        List<String> again = pack.questions().stream()
                .filter(question -> hit(question, CacheHit.EXACT))
                .toList();
        List<String> otherWords = pack.questions().stream()
                .flatMap(CacheBenchmark::reworded)
                .filter(question -> hit(question, CacheHit.SEMANTIC))
                .toList();
        out.println(String.format(
                Locale.ROOT,
                "%,d questions kept, %,d asked again, %,d asked in other words",
                cache.size(),
                again.size(),
                otherWords.size()));
        measure(again, otherWords);
        List<Answer> answered = kept.stream()
                .filter(a -> !a.citations().isEmpty()
                        && a.profile()
                                .filter(p -> !p.personal() && p.parts().isEmpty())
                                .isPresent())
                .toList();
        long before = used();
        fill(answered, entries);
        long bytes = used() - before;
        out.println(String.format(
                Locale.ROOT,
                "%,d entries in %,d MB of heap, %,d bytes each",
                cache.size(),
                bytes >> 20,
                bytes / cache.size()));
        measure(
                again.stream().filter(q -> hit(q, CacheHit.EXACT)).toList(),
                otherWords.stream().filter(q -> hit(q, CacheHit.SEMANTIC)).toList());
    }

    private void measure(List<String> again, List<String> otherWords) {
        out.println(line("exact hit", times(WARM_UP, EXACT_RUNS, again, this::ask)));
        long start = THREADS.getCurrentThreadCpuTime();
        times(0, EXACT_RUNS, again, this::ask);
        out.println(String.format(
                Locale.ROOT,
                "%-14s mean %,.1f µs of processor time",
                "exact hit",
                (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / EXACT_RUNS));
        double[] ratios = new double[SEMANTIC_RUNS];
        long[] embeddings = new long[SEMANTIC_RUNS];
        long[] hits = new long[SEMANTIC_RUNS];
        for (int run = -WARM_UP_SEMANTIC; run < SEMANTIC_RUNS; run++) {
            String question = otherWords.get(Math.floorMod(run, otherWords.size()));
            long begin = System.nanoTime();
            embedder.question(question);
            long middle = System.nanoTime();
            ask(question);
            long end = System.nanoTime();
            int at = Math.max(run, 0);
            embeddings[at] = middle - begin;
            hits[at] = end - middle;
            ratios[at] = (double) hits[at] / embeddings[at];
        }
        Arrays.sort(ratios);
        out.println(line("one embedding", embeddings));
        out.println(line("semantic hit", hits));
        out.println(String.format(
                Locale.ROOT,
                "semantic hit   median %.2f × the embedding of the same question",
                ratios[SEMANTIC_RUNS / 2]));
    }

    /** Entries like the kept ones: texts and embeddings of their own, quotes shared with the pack. */
    private void fill(List<Answer> kept, int entries) {
        for (int i = 0; i < entries; i++) {
            Answer like = kept.get(random.nextInt(kept.size()));
            QuestionProfile near = like.profile().orElseThrow();
            QuestionProfile other =
                    kept.get(random.nextInt(kept.size())).profile().orElseThrow();
            String text = near.text() + " " + Integer.toString(i, Character.MAX_RADIX) + "x";
            QuestionProfile profile = with(near, text, between(near.embedding(), other.embedding()));
            Answer answer = new Answer(
                    like.status(),
                    like.lines().stream()
                            .map(line -> new AnswerLine(
                                    line.bullet(), line.label(), line.text().concat(" ")))
                            .toList(),
                    like.citations(),
                    like.followUps(),
                    Optional.of(profile),
                    like.receipt());
            cache.fresh(ExactKey.of(Question.of(text)), new Made(profile, answer));
        }
    }

    private Embedding between(Embedding a, Embedding b) {
        float[] values = new float[a.dimensions()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.6 * a.at(i) + 0.4 * b.at(i) + 0.02 * random.nextGaussian());
        }
        return Embedding.of(values);
    }

    private static QuestionProfile with(QuestionProfile profile, String text, Embedding embedding) {
        return new QuestionProfile(
                text,
                profile.roles(),
                profile.from(),
                profile.to(),
                profile.aspect(),
                profile.intent(),
                profile.intentConfidence(),
                profile.polarity(),
                profile.complexity(),
                profile.personal(),
                profile.presupposes(),
                profile.quantities(),
                profile.terms(),
                profile.parts(),
                embedding);
    }

    private record Made(QuestionProfile understood, Answer answer) implements Computation {
        @Override
        public boolean standsAlone() {
            return true;
        }
    }

    private Answer ask(String question) {
        return service.ask(Question.of(question), AskOptions.PLAIN);
    }

    private boolean hit(String question, CacheHit level) {
        return ask(question).receipt().cached().equals(Optional.of(level));
    }

    private static Stream<String> reworded(String question) {
        String lower = question.substring(0, 1).toLowerCase(Locale.ROOT) + question.substring(1);
        return Stream.of(
                lower.replaceFirst("^what ", "which "),
                "Can you say " + lower,
                question.replaceFirst("\\?$", "") + ", exactly?");
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long[] times(int warmUp, int runs, List<String> questions, Consumer<String> work) {
        long[] nanos = new long[runs];
        for (int run = -warmUp; run < runs; run++) {
            String question = questions.get(Math.floorMod(run, questions.size()));
            long start = System.nanoTime();
            work.accept(question);
            nanos[Math.max(run, 0)] = System.nanoTime() - start;
        }
        return nanos;
    }

    private static String line(String name, long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%-14s median %,.1f µs, 95%% within %,.1f µs, 99%% within %,.1f µs",
                name,
                sorted[sorted.length / 2] / 1e3,
                sorted[sorted.length * 95 / 100] / 1e3,
                sorted[sorted.length * 99 / 100] / 1e3);
    }
}
