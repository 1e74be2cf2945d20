package dev.rolewise.scorecard;

import dev.rolewise.question.Embedding;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes the vectors of many texts, and says how far it is. */
final class Vectors {
    private static final int CHUNK = 1000;

    private Vectors() {}

    /** By text; {@code embed} makes those of some texts. */
    static Map<String, Embedding> of(
            Collection<String> texts,
            Function<Collection<String>, Map<String, Embedding>> embed,
            Consumer<String> messages) {
        List<String> distinct = texts.stream().distinct().toList();
        Map<String, Embedding> vectors = new HashMap<>();
        for (int from = 0; from < distinct.size(); from += CHUNK) {
            int to = Math.min(distinct.size(), from + CHUNK);
            vectors.putAll(embed.apply(distinct.subList(from, to)));
            if (distinct.size() > CHUNK) {
                messages.accept(String.format(Locale.ROOT, "%d of %d texts embedded", to, distinct.size()));
            }
        }
        return vectors;
    }
}
