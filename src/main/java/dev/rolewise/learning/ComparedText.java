package dev.rolewise.learning;

import dev.rolewise.question.Embedding;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A text as it is compared with others: by its meaning, its words, and its runs of four letters. Immutable.
 *
 * @see KernelRidge
 */
public final class ComparedText {
    private static final int RUN = 4;

    private final String text;
    private final float[] vector;
    private final int[] words;
    private final int[] runs;

    private ComparedText(String text, float[] vector, int[] words, int[] runs) {
        this.text = text;
        this.vector = vector;
        this.words = words;
        this.runs = runs;
    }

    /** A text with its vector of meaning. */
    public static ComparedText of(String text, Embedding vector) {
        String[] words = Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}_]+"))
                .filter(w -> !w.isEmpty())
                .toArray(String[]::new);
        String spaced = " " + String.join(" ", words) + " ";
        int[] runs = new int[Math.max(0, spaced.length() - RUN + 1)];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = spaced.substring(i, i + RUN).hashCode();
        }
        return new ComparedText(
                text,
                vector.values(),
                set(Stream.of(words).mapToInt(String::hashCode).toArray()),
                set(runs));
    }

    private static int[] set(int[] hashes) {
        return Arrays.stream(hashes).sorted().distinct().toArray();
    }

    String text() {
        return text;
    }

    Embedding vector() {
        return Embedding.of(vector);
    }

    /** Hashes of its words, each once, ascending. */
    int[] words() {
        return words;
    }

    /** Hashes of its runs of letters, each once, ascending. */
    int[] runs() {
        return runs;
    }

    /**
     * 0 to 3: the nearness in meaning, once, and once more for all words and for all runs in common. Positive definite.
     *
     * @param sharpness as for {@link #nearness}
     */
    double likeness(ComparedText other, double sharpness) {
        return nearness(other, sharpness) * (1 + common(words, other.words) + common(runs, other.runs));
    }

    /** A Gaussian of the distance in meaning, 0 to 1; the sharper, the narrower. */
    double nearness(ComparedText other, double sharpness) {
        return Math.exp(-sharpness * (1 - dot(vector, other.vector)));
    }

    /** Cosine of two sets that have so many in common. */
    static double share(int both, int[] a, int[] b) {
        return both == 0 ? 0 : both / Math.sqrt((double) a.length * b.length);
    }

    private static double common(int[] a, int[] b) {
        int both = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            int left = a[i];
            int right = b[j];
            both += left == right ? 1 : 0;
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }
        return share(both, a, b);
    }

    /** Eight sums, as one would wait for itself. */
    private static float dot(float[] a, float[] b) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int i = 0;
        for (; i + 7 < a.length; i += 8) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
            s4 += a[i + 4] * b[i + 4];
            s5 += a[i + 5] * b[i + 5];
            s6 += a[i + 6] * b[i + 6];
            s7 += a[i + 7] * b[i + 7];
        }
        for (; i < a.length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
    }
}
