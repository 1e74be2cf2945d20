package dev.rolewise.learning;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * How much a text is like each of many: what {@link ComparedText#likeness} says, several times as fast, since an index
 * counts the common words and runs. Immutable.
 */
final class Likenesses {
    private final ComparedText[] texts;
    private final double sharpness;
    private final Map<Integer, int[]> byWord;
    private final Map<Integer, int[]> byRun;

    Likenesses(ComparedText[] texts, double sharpness) {
        this.texts = texts;
        this.sharpness = sharpness;
        this.byWord = index(texts, ComparedText::words);
        this.byRun = index(texts, ComparedText::runs);
    }

    /** One for each text, in their order. */
    double[] of(ComparedText text) {
        return of(text, texts.length);
    }

    /** Those of the first texts alone. */
    double[] of(ComparedText text, int first) {
        int[] words = counts(text.words(), byWord);
        int[] runs = counts(text.runs(), byRun);
        double[] likenesses = new double[first];
        for (int i = 0; i < likenesses.length; i++) {
            ComparedText other = texts[i];
            likenesses[i] = text.nearness(other, sharpness)
                    * (1
                            + ComparedText.share(words[i], text.words(), other.words())
                            + ComparedText.share(runs[i], text.runs(), other.runs()));
        }
        return likenesses;
    }

    private int[] counts(int[] marks, Map<Integer, int[]> index) {
        int[] counts = new int[texts.length];
        for (int mark : marks) {
            int[] holders = index.get(mark);
            if (holders != null) {
                for (int holder : holders) {
                    counts[holder]++;
                }
            }
        }
        return counts;
    }

    /** The places of the texts that hold a mark, by mark. */
    private static Map<Integer, int[]> index(ComparedText[] texts, Function<ComparedText, int[]> marks) {
        Map<Integer, Integer> sizes = new HashMap<>();
        for (ComparedText text : texts) {
            for (int mark : marks.apply(text)) {
                sizes.merge(mark, 1, Integer::sum);
            }
        }
        Map<Integer, int[]> index = new HashMap<>(sizes.size() * 2);
        for (int i = texts.length - 1; i >= 0; i--) {
            for (int mark : marks.apply(texts[i])) {
                int left = sizes.merge(mark, -1, Integer::sum);
                int[] holders = index.computeIfAbsent(mark, m -> new int[left + 1]);
                holders[left] = i;
            }
        }
        return index;
    }
}
