package dev.rolewise.cache;

import dev.rolewise.question.Embedding;
import dev.rolewise.question.Question;
import dev.rolewise.question.Scope;
import dev.rolewise.testing.Packs;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Times of what the cache does before an answer is made: keys, and the search among kept questions. To be run by hand;
 * asserts nothing. Argument: how many questions are kept, 100,000 by default.
 */
public final class CacheBenchmark {
    private static final int DIMENSIONS = 384;
    private static final int ROUNDS = 2_000;
    private static final int TOPICS = 200;
    private static final List<String> QUESTIONS = List.of(
            "hey bot, what does a machine learning engineer do all day? thx",
            "Which role needs more maths, AI or ML?",
            "How do I get from a full-stack developer to an AI engineer, and how long does that take?",
            "what’s the difference between an “AI engineer” and an MLE 😅");

    private CacheBenchmark() {}

    public static void main(String[] args) {
        int size = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        PrintStream out = System.out;
        RoleNames names = RoleNames.of(Packs.shipped());
        time(out, "exact key", i -> ExactKey.of(Question.of(QUESTIONS.get(i % QUESTIONS.size())), names));

        Random random = new Random(1);
        List<Embedding> topics = new ArrayList<>();
        for (int i = 0; i < TOPICS; i++) {
            topics.add(vector(random, null, 1));
        }
        long before = used();
        SemanticIndex index = new SemanticIndex();
        List<Embedding> kept = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Embedding embedding = vector(random, topics.get(i % TOPICS), 0.7);
            index.put(new ExactKey("question " + i, "-", Scope.INSTALLATION), embedding);
            kept.add(embedding);
        }
        out.println(String.format(
                Locale.ROOT, "%d kept: %d bytes an entry, key and embedding included", size, (used() - before) / size));
        List<Embedding> asked = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            asked.add(vector(random, kept.get(random.nextInt(size)), 0.4));
        }
        time(out, "nearest of " + size, i -> index.nearest(Scope.INSTALLATION, asked.get(i), 8, 0.45));
    }

    private static void time(PrintStream out, String what, IntConsumer work) {
        for (int i = 0; i < ROUNDS; i++) {
            work.accept(i);
        }
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.accept(i);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        out.println(String.format(
                Locale.ROOT,
                "%-22s median %.1f us, 99%% %.1f us",
                what,
                nanos[ROUNDS / 2] / 1e3,
                nanos[ROUNDS * 99 / 100] / 1e3));
    }

    private static Embedding vector(Random random, @Nullable Embedding near, double noise) {
        float[] values = near == null ? new float[DIMENSIONS] : near.values();
        for (int i = 0; i < DIMENSIONS; i++) {
            values[i] += (float) (random.nextGaussian() * noise / Math.sqrt(DIMENSIONS));
        }
        return Embedding.of(values);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
