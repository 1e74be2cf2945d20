package dev.rolewise.answer;

import dev.rolewise.question.Citation;
import dev.rolewise.question.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The words around an answer: its sources and its receipt. */
public final class AnswerText {
    private AnswerText() {}

    /** One line for each place that the markers stand for: "[1] title · heading". */
    public static List<String> sources(List<Citation> citations) {
        return citations.stream()
                .map(c -> "[" + c.marker() + "] " + c.title() + " · "
                        + String.join(" · ", c.heading().subList(1, c.heading().size())))
                .distinct()
                .toList();
    }

    /** Where a quote stands, and whose words it is. */
    public static String origin(Citation citation) {
        return "[" + citation.marker() + "] " + (citation.note() ? "our note on “" : "“") + citation.title() + "” · "
                + String.join(" · ", citation.heading());
    }

    /** One quiet line: what made the answer, what it cost, how long it took or how old it is. */
    public static String receipt(Receipt receipt) {
        String made = receipt.cached().isPresent()
                ? "cached " + age(receipt.age())
                : receipt.latency().toMillis() + " ms";
        return receipt.servedBy().name().toLowerCase(Locale.ROOT) + " · free · " + made;
    }

    private static String age(Duration age) {
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        return age.toDays() < 1 ? age.toHours() + " h ago" : age.toDays() + " d ago";
    }
}
