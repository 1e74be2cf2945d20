package dev.rolewise.analysis;

import dev.rolewise.knowledge.Aspect;
import dev.rolewise.knowledge.Pack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the aspect that a question asks about, by the pack's words for it. Thread-safe. */
final class AspectFinder {
    private static final double LIKELY = 1.5;
    private static final double CLEARLY = 1.2;

    private record Named(String aspectId, Pattern pattern) {}

    private final List<Named> aspects = new ArrayList<>();

    AspectFinder(Pack pack) {
        for (Aspect aspect : pack.aspects()) {
            String any = aspect.words().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(w -> Pattern.quote(w.toLowerCase(Locale.ROOT)))
                    .collect(Collectors.joining("|"));
            if (!any.isEmpty()) {
                aspects.add(new Named(
                        aspect.id(), Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")(?:s|es)?(?![\\p{L}\\p{N}])")));
            }
        }
    }

    /**
     * The aspect whose words make up most of the text, if one is well ahead of all others. Words of an aspect that the intent
     * makes likely count half as much again.
     */
    Optional<String> find(String text, List<String> likely) {
        String lower = text.toLowerCase(Locale.ROOT);
        String best = null;
        double most = 0;
        double second = 0;
        for (Named aspect : aspects) {
            double weight = weight(aspect, lower) * (likely.contains(aspect.aspectId()) ? LIKELY : 1);
            if (weight > most) {
                second = most;
                most = weight;
                best = aspect.aspectId();
            } else {
                second = Math.max(second, weight);
            }
        }
        return most > CLEARLY * second ? Optional.ofNullable(best) : Optional.empty();
    }

    /** A longer phrase says more than a short word, though not in proportion. */
    private static double weight(Named aspect, String lower) {
        return aspect.pattern()
                .matcher(lower)
                .results()
                .mapToDouble(r -> Math.sqrt(r.end() - r.start()))
                .sum();
    }
}
