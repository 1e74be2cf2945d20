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
     * The aspect whose words make up most of the text, if one is ahead of all others. Words of an aspect that the intent
     * makes likely count half as much again.
     */
    Optional<String> find(String text, List<String> likely) {
        String lower = text.toLowerCase(Locale.ROOT);
        String best = null;
        double most = 0;
        boolean tie = false;
        for (Named aspect : aspects) {
            double weight = weight(aspect, lower) * (likely.contains(aspect.aspectId()) ? LIKELY : 1);
            if (weight > most) {
                best = aspect.aspectId();
                most = weight;
                tie = false;
            } else if (weight == most && weight > 0) {
                tie = true;
            }
        }
        return tie ? Optional.empty() : Optional.ofNullable(best);
    }

    /** Characters of all matches: a longer phrase says more than a short word. */
    private static int weight(Named aspect, String lower) {
        return aspect.pattern()
                .matcher(lower)
                .results()
                .mapToInt(r -> r.end() - r.start())
                .sum();
    }
}
