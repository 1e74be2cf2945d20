package dev.rolewise.answer;

import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Labelled example questions, found by nearness of meaning. Immutable.
 *
 * @param <T> what an example stands for
 */
final class Examples<T> {
    /** An example that is near, with its cosine. */
    record Near<T>(T label, String example, double cosine) {}

    private record Entry<T>(T label, String example, Embedding embedding) {}

    private final List<Entry<T>> entries = new ArrayList<>();

    Examples(Collection<T> labels, Function<T, List<String>> examples, Embedder embedder) {
        for (T label : labels) {
            Map<String, Embedding> vectors = embedder.questions(examples.apply(label));
            vectors.forEach((text, vector) -> entries.add(new Entry<>(label, text, Objects.requireNonNull(vector))));
        }
    }

    /** The nearest example that fits. */
    Optional<Near<T>> nearest(Embedding question, Predicate<String> fits) {
        return nearest(question, fits, label -> 0);
    }

    /** The example that fits and has the highest sum of its cosine and what {@code bonus} gives its label. */
    Optional<Near<T>> nearest(Embedding question, Predicate<String> fits, ToDoubleFunction<T> bonus) {
        Near<T> best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Entry<T> e : entries) {
            double cosine = question.cosine(e.embedding());
            double sum = cosine + bonus.applyAsDouble(e.label());
            if (sum > most && fits.test(e.example())) {
                most = sum;
                best = new Near<>(e.label(), e.example(), cosine);
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * The label whose two nearest fitting examples are nearest on average, with that average; one near example may mislead.
     * {@code bonus} is added for a label.
     */
    Optional<Near<T>> nearestByTwo(Embedding question, Predicate<String> fits, ToDoubleFunction<T> bonus) {
        Map<T, List<Near<T>>> byLabel = entries.stream()
                .filter(e -> fits.test(e.example()))
                .map(e -> new Near<>(
                        e.label(), e.example(), question.cosine(e.embedding()) + bonus.applyAsDouble(e.label())))
                .collect(Collectors.groupingBy(Near::label));
        return byLabel.values().stream().map(Examples::averageOfTwo).max(Comparator.comparingDouble(Near::cosine));
    }

    private static <T> Near<T> averageOfTwo(List<Near<T>> near) {
        List<Near<T>> two = near.stream()
                .sorted(Comparator.comparingDouble((Near<T> n) -> n.cosine()).reversed())
                .limit(2)
                .toList();
        double sum = two.stream().mapToDouble(Near::cosine).sum();
        return new Near<>(two.get(0).label(), two.get(0).example(), sum / 2);
    }

    /** Cosine to the nearest example of a label that is not the same text; 0 where there is none. */
    double nearest(Embedding question, T label, double sameText) {
        double best = 0;
        for (Entry<T> e : entries) {
            if (e.label().equals(label)) {
                double cosine = question.cosine(e.embedding());
                best = cosine < sameText ? Math.max(best, cosine) : best;
            }
        }
        return best;
    }
}
