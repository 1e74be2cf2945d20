package dev.rolewise.cascade;

import dev.rolewise.learning.RoutingMeasures;
import dev.rolewise.question.Embedding;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What ratings have taught of which questions are worth the strong tier: the {@link GainModel} of an installation's own
 * answers. It makes a question more or less complex than its wording and evidence say. Immutable.
 */
public final class LearnedGain {
    /** By how much a question that gains one spread more than others is harder, in units of log-odds. Set by hand. */
    private static final double WEIGHT = 0.75;

    private static final double MOST_SPREADS = 2;
    private static final int FOLDS = 5;

    /** What it has to rank better by, on questions that it has not seen, for it to be used at all. */
    private static final double WORTHWHILE = 0.03;

    private final GainModel model;
    private final double mean;
    private final double spread;

    /**
     * A question whose answer was rated.
     *
     * @param complexity without anything learned
     * @param weak how much the answer of a tier below the strong one helped, 0 to 1; where it was not given, what they
     *     usually get
     * @param strong the same of the strong tier's
     */
    record Lesson(Embedding vector, List<Double> marks, double complexity, double weak, double strong) {
        double gain() {
            return strong - weak;
        }

        double[] row() {
            return marks.stream().mapToDouble(d -> d).toArray();
        }
    }

    /**
     * How well questions are ranked that were not learned from, by the mean of the gap between the tiers that is closed at
     * each share of strong calls (APGR; 0.5 is chance).
     *
     * @param before by complexity alone
     * @param after with what was learned of the others
     * @param mean of the scores that were learned
     * @param spread of those scores, above 0
     */
    record Trial(double before, double after, double mean, double spread) {
        boolean worthwhile() {
            return after >= before + WORTHWHILE && after > 0.5;
        }
    }

    private LearnedGain(GainModel model, double mean, double spread) {
        this.model = model;
        this.mean = mean;
        this.spread = spread;
    }

    /** Tries it in {@value #FOLDS} parts, each by what the others teach; NaN where no tier did better than the other. */
    static Trial tryOut(List<Lesson> lessons) {
        double[] scores = new double[lessons.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int held = fold;
            GainModel model = train(IntStream.range(0, lessons.size())
                    .filter(i -> i % FOLDS != held)
                    .mapToObj(lessons::get)
                    .toList());
            for (int i = fold; i < scores.length; i += FOLDS) {
                scores[i] = model.score(lessons.get(i).row(), lessons.get(i).vector());
            }
        }
        List<RoutingMeasures.Scored> before = new ArrayList<>();
        List<RoutingMeasures.Scored> after = new ArrayList<>();
        double mean = mean(scores);
        double spread = spread(scores);
        for (int i = 0; i < scores.length; i++) {
            Lesson lesson = lessons.get(i);
            before.add(new RoutingMeasures.Scored(lesson.complexity(), lesson.weak(), lesson.strong()));
            double moved = moved(lesson.complexity(), (scores[i] - mean) / spread);
            after.add(new RoutingMeasures.Scored(moved, lesson.weak(), lesson.strong()));
        }
        return new Trial(
                RoutingMeasures.of(before).apgr(), RoutingMeasures.of(after).apgr(), mean, spread);
    }

    /** What all of them teach; empty where that would not route better. */
    static Optional<LearnedGain> of(List<Lesson> lessons, Trial trial) {
        return trial.worthwhile()
                ? Optional.of(new LearnedGain(train(lessons), trial.mean(), trial.spread()))
                : Optional.empty();
    }

    private static GainModel train(List<Lesson> lessons) {
        return GainModel.train(
                lessons.stream().map(Lesson::vector).toList(),
                lessons.stream().map(Lesson::row).toList(),
                lessons.stream().mapToDouble(Lesson::gain).toArray(),
                false);
    }

    /** The complexity of a question, made greater where the strong tier helped more with questions like it. */
    double moved(double complexity, double[] marks, Embedding vector) {
        return moved(complexity, (model.score(marks, vector) - mean) / spread);
    }

    private static double moved(double complexity, double spreads) {
        double bounded = Math.min(0.999, Math.max(0.001, complexity));
        double odds =
                Math.log(bounded / (1 - bounded)) + WEIGHT * Math.max(-MOST_SPREADS, Math.min(MOST_SPREADS, spreads));
        return 1 / (1 + Math.exp(-odds));
    }

    private static double mean(double[] scores) {
        return Arrays.stream(scores).average().orElse(0);
    }

    private static double spread(double[] scores) {
        double mean = mean(scores);
        double square = Arrays.stream(scores)
                .map(s -> (s - mean) * (s - mean))
                .average()
                .orElse(0);
        return square < 1e-12 ? 1 : Math.sqrt(square);
    }

    /** Writes what was learned, with the vectors of the questions. */
    public void write(DataOutput out) throws IOException {
        out.writeDouble(mean);
        out.writeDouble(spread);
        model.write(out);
    }

    /** Reads what {@link #write} wrote. */
    public static LearnedGain read(DataInput in) throws IOException {
        double mean = in.readDouble();
        double spread = in.readDouble();
        if (!Double.isFinite(mean) || !(spread > 0)) {
            throw new IOException("not what ratings have taught");
        }
        return new LearnedGain(GainModel.read(in), mean, spread);
    }
}
