package dev.rolewise.learning;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well scores tell which prompts deserve the strong model, as RouteLLM (Ong et al., 2024) defines it. Prompts are sent
 * to the strong model from the highest score down; the performance gap recovered (PGR) at a share of strong calls is the
 * part of the gap between always-weak and always-strong that is closed there. Of prompts with the same score each counts
 * as their mean, so that their order in the file does not matter.
 *
 * @param apgr mean PGR over all shares of strong calls, 0.5 for chance
 * @param cpt50 smallest share of strong calls that recovers half of the gap, 0 to 1
 * @param cpt80 smallest share that recovers four fifths
 */
public record RoutingMeasures(double apgr, double cpt50, double cpt80) {
    private static final RoutingMeasures NONE = new RoutingMeasures(Double.NaN, Double.NaN, Double.NaN);

    /** A prompt with its score and how well each model did. */
    public record Scored(double score, double weak, double strong) {}

    /** The same figures, each with its 95% interval over prompts drawn again. */
    public record Intervals(Interval apgr, Interval cpt50, Interval cpt80) {}

    /** Of these prompts; without a gap between the models every figure is NaN. */
    public static RoutingMeasures of(List<Scored> prompts) {
        int[] once = new int[prompts.size()];
        Arrays.fill(once, 1);
        return of(sorted(prompts), once);
    }

    /** The figures of {@link #of} with their intervals; draws are the same in every run. */
    public static Intervals intervals(List<Scored> prompts) {
        List<Scored> order = sorted(prompts);
        RoutingMeasures[] samples = Arrays.stream(Bootstrap.counts(order.size()))
                .map(counts -> of(order, counts))
                .toArray(RoutingMeasures[]::new);
        RoutingMeasures all = of(prompts);
        return new Intervals(
                interval(all, samples, RoutingMeasures::apgr),
                interval(all, samples, RoutingMeasures::cpt50),
                interval(all, samples, RoutingMeasures::cpt80));
    }

    private static Interval interval(
            RoutingMeasures all, RoutingMeasures[] samples, ToDoubleFunction<RoutingMeasures> figure) {
        return Bootstrap.interval(
                figure.applyAsDouble(all),
                Arrays.stream(samples).mapToDouble(figure).toArray());
    }

    private static List<Scored> sorted(List<Scored> prompts) {
        return prompts.stream()
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
    }

    /** Of prompts in their order, the highest score first, each so many times. */
    private static RoutingMeasures of(List<Scored> order, int[] counts) {
        double gap = 0;
        long size = 0;
        for (int i = 0; i < counts.length; i++) {
            gap += counts[i] * gain(order.get(i));
            size += counts[i];
        }
        if (gap == 0) {
            return NONE;
        }
        Curve curve = new Curve(gap, size);
        for (int from = 0; from < counts.length; ) {
            int to = from;
            double tied = 0;
            int many = 0;
            while (to < counts.length
                    && order.get(to).score() == order.get(from).score()) {
                tied += counts[to] * gain(order.get(to));
                many += counts[to];
                to++;
            }
            for (int i = 0; i < many; i++) {
                curve.send(tied / many);
            }
            from = to;
        }
        return new RoutingMeasures(curve.area, curve.half, curve.most);
    }

    private static double gain(Scored prompt) {
        return prompt.strong() - prompt.weak();
    }

    /** PGR over the share of strong calls, while one prompt after the other is sent. */
    private static final class Curve {
        private final double gap;
        private final double size;
        private double sent;
        private double gained;
        private double area;
        private double half = Double.NaN;
        private double most = Double.NaN;

        Curve(double gap, double size) {
            this.gap = gap;
            this.size = size;
        }

        void send(double gain) {
            double before = gained / gap;
            gained += gain;
            sent++;
            double after = gained / gap;
            area += (before + after) / 2 / size;
            half = Double.isNaN(half) && after >= 0.5 ? sent / size : half;
            most = Double.isNaN(most) && after >= 0.8 ? sent / size : most;
        }
    }
}
