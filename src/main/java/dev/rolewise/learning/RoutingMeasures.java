package dev.rolewise.learning;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How well scores tell which prompts deserve the strong model, as RouteLLM (Ong et al., 2024) defines it. Prompts are sent
 * to the strong model from the highest score down; the performance gap recovered (PGR) at a share of strong calls is the
 * part of the gap between always-weak and always-strong that is closed there.
 *
 * @param apgr mean PGR over all shares of strong calls, 0.5 for chance
 * @param cpt50 smallest share of strong calls that recovers half of the gap, 0 to 1
 * @param cpt80 smallest share that recovers four fifths
 */
public record RoutingMeasures(double apgr, double cpt50, double cpt80) {
    /** A prompt with its score and how well each model did. */
    public record Scored(double score, double weak, double strong) {}

    /** A figure with the bounds that 95% of the bootstrap samples lie between. */
    public record Interval(double figure, double low, double high) {}

    private static final int SAMPLES = 1000;

    /** Of these prompts; ties keep their order. Without a gap between the models every figure is NaN. */
    public static RoutingMeasures of(List<Scored> prompts) {
        List<Scored> order = prompts.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
        double gap = order.stream().mapToDouble(s -> s.strong() - s.weak()).sum();
        if (gap == 0) {
            return new RoutingMeasures(Double.NaN, Double.NaN, Double.NaN);
        }
        int n = order.size();
        double gained = 0;
        double area = 0;
        double half = Double.NaN;
        double most = Double.NaN;
        for (int i = 0; i < n; i++) {
            double before = gained / gap;
            gained += order.get(i).strong() - order.get(i).weak();
            double after = gained / gap;
            area += (before + after) / 2 / n;
            half = Double.isNaN(half) && after >= 0.5 ? (i + 1.0) / n : half;
            most = Double.isNaN(most) && after >= 0.8 ? (i + 1.0) / n : most;
        }
        return new RoutingMeasures(area, half, most);
    }

    /** A figure of {@link #of} with its 95% interval over prompts drawn again with the same seed. */
    public static Interval interval(List<Scored> prompts, ToDoubleFunction<RoutingMeasures> figure) {
        Random random = new Random(1);
        double[] drawn = IntStream.range(0, SAMPLES)
                .mapToDouble(i -> figure.applyAsDouble(of(random.ints(prompts.size(), 0, prompts.size())
                        .mapToObj(prompts::get)
                        .toList())))
                .filter(d -> !Double.isNaN(d))
                .sorted()
                .toArray();
        double value = figure.applyAsDouble(of(prompts));
        return drawn.length == 0
                ? new Interval(value, Double.NaN, Double.NaN)
                : new Interval(value, drawn[drawn.length * 25 / 1000], drawn[drawn.length * 975 / 1000]);
    }
}
