package dev.rolewise.fit;

import dev.rolewise.question.Citation;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A text with what carries it.
 *
 * @param citations empty where the text states nothing
 */
public record Cited(String text, List<Citation> citations) {
    public Cited {
        citations = List.copyOf(citations);
    }

    /** The text with its markers: {@code It pays. [1] [2]}. */
    public String marked() {
        return text + markers(citations);
    }

    /** Markers to put after a text, each with a space before it. */
    static String markers(List<Citation> citations) {
        return citations.stream().map(c -> " [" + c.marker() + "]").distinct().collect(Collectors.joining());
    }
}
