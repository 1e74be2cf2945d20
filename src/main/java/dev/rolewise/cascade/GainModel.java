package dev.rolewise.cascade;

import dev.rolewise.learning.NearestNeighbours;
import dev.rolewise.learning.RidgeRegression;
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
 * Predicts how much better the strong model would do, from recorded outcomes. To predict the gain rather than the weak
 * model's failure matters: what both get wrong is not worth a strong call.
 *
 * <p>Without the weak answer: the gain of the nearest prompts in meaning and form, and a regression on the form. With it: a
 * regression on what the answer gives away. Immutable once trained.
 */
public final class GainModel {
    /** Outcomes below which there is nothing to learn. */
    public static final int MIN_OUTCOMES = 20;

    private static final int NEIGHBOURS = 100;
    private static final int SPREAD_SAMPLE = 1000;
    private static final int OUTCOMES_PER_NEIGHBOUR = 5;

    /** What the form of a prompt counts beside its meaning, whose vector has length 1. */
    private static final double FORM_IN_DISTANCE = 0.05;

    private static final double FORM_IN_SCORE = 0.5;
    private static final double FORM_PENALTY = 100;
    private static final double ANSWER_PENALTY = 20;

    private final boolean withAnswers;
    private final RidgeRegression form;
    private final double formSpread;
    private final Optional<Neighbourhood> neighbourhood;

    /** Where prompts lie, and how far predictions spread there. */
    private record Neighbourhood(NearestNeighbours gains, double spread) {}

    private GainModel(
            boolean withAnswers, RidgeRegression form, double formSpread, Optional<Neighbourhood> neighbourhood) {
        this.withAnswers = withAnswers;
        this.form = form;
        this.formSpread = formSpread;
        this.neighbourhood = neighbourhood;
    }

    /**
     * Learns from outcomes; with the weak answers where every outcome has one.
     *
     * @throws IllegalArgumentException for fewer than {@link #MIN_OUTCOMES}
     */
    public static GainModel train(List<Outcome> outcomes) {
        if (outcomes.size() < MIN_OUTCOMES) {
            throw new IllegalArgumentException("too few outcomes to learn from: " + outcomes.size());
        }
        boolean withAnswers = outcomes.stream().allMatch(o -> o.weakAnswer().isPresent());
        double[] gains = outcomes.stream().mapToDouble(Outcome::gain).toArray();
        List<double[]> rows = outcomes.stream()
                .map(o -> marks(o.prompt(), withAnswers ? o.weakAnswer() : Optional.empty()))
                .toList();
        List<Embedding> vectors = outcomes.stream().map(Outcome::vector).toList();
        return train(vectors, rows, gains, withAnswers);
    }

    /** Learns from the marks of prompts or answers where the texts themselves are gone. */
    static GainModel train(List<Embedding> vectors, List<double[]> rows, double[] gains, boolean withAnswers) {
        RidgeRegression form = RidgeRegression.train(rows, gains, withAnswers ? ANSWER_PENALTY : FORM_PENALTY);
        double formSpread = spread(rows.stream().mapToDouble(form::predict).toArray());
        return new GainModel(
                withAnswers,
                form,
                formSpread,
                withAnswers ? Optional.empty() : Optional.of(neighbourhood(vectors, rows, gains, form)));
    }

    private static Neighbourhood neighbourhood(
            List<Embedding> vectors, List<double[]> rows, double[] gains, RidgeRegression form) {
        List<float[]> points = new ArrayList<>();
        for (int n = 0; n < rows.size(); n++) {
            points.add(point(vectors.get(n), form.scaled(rows.get(n))));
        }
        int count = Math.min(NEIGHBOURS, Math.max(1, rows.size() / OUTCOMES_PER_NEIGHBOUR));
        NearestNeighbours nearest = NearestNeighbours.train(points, gains, count);
        double spread = spread(IntStream.range(0, Math.min(SPREAD_SAMPLE, points.size()))
                .mapToDouble(nearest::predictLeftOut)
                .toArray());
        return new Neighbourhood(nearest, spread);
    }

    /** High where the strong model is worth its price; comparable between prompts of this model only. */
    public double score(String prompt, Embedding vector) {
        return score(prompt, vector, Optional.empty());
    }

    /** The same with the weak answer at hand; it counts where the model was trained with such answers. */
    public double score(String prompt, Embedding vector, Optional<String> weakAnswer) {
        return score(marks(prompt, withAnswers ? Optional.of(weakAnswer.orElse("")) : Optional.empty()), vector);
    }

    /** The same with the marks that are made of the texts. */
    double score(double[] marks, Embedding vector) {
        double byForm = form.predict(marks) / formSpread;
        return neighbourhood
                .map(n -> n.gains().predict(point(vector, form.scaled(marks))) / n.spread() + FORM_IN_SCORE * byForm)
                .orElse(byForm);
    }

    /** Writes what was learned; without the weak answers that includes the vectors of all prompts. */
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(withAnswers);
        out.writeDouble(formSpread);
        form.write(out);
        if (neighbourhood.isPresent()) {
            Neighbourhood n = neighbourhood.get();
            out.writeDouble(n.spread());
            n.gains().write(out);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static GainModel read(DataInput in) throws IOException {
        boolean withAnswers = in.readBoolean();
        double formSpread = in.readDouble();
        RidgeRegression form = RidgeRegression.read(in);
        if (form.size() != marks("", withAnswers ? Optional.of("") : Optional.empty()).length) {
            throw new IOException("a model of other features");
        }
        if (withAnswers) {
            return new GainModel(true, form, formSpread, Optional.empty());
        }
        double spread = in.readDouble();
        return new GainModel(
                false, form, formSpread, Optional.of(new Neighbourhood(NearestNeighbours.read(in), spread)));
    }

    private static double[] marks(String prompt, Optional<String> weakAnswer) {
        return weakAnswer.map(answer -> AnswerMarks.of(prompt, answer)).orElseGet(() -> PromptMarks.of(prompt));
    }

    private static float[] point(Embedding vector, double[] form) {
        float[] point = Arrays.copyOf(vector.values(), vector.dimensions() + form.length);
        for (int i = 0; i < form.length; i++) {
            point[vector.dimensions() + i] = (float) (FORM_IN_DISTANCE * form[i]);
        }
        return point;
    }

    /** Standard deviation; 1 where all are the same. */
    private static double spread(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double square = Arrays.stream(values)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0);
        return square < 1e-12 ? 1 : Math.sqrt(square);
    }
}
