package dev.rolewise.answer;

import dev.rolewise.question.Citation;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Spending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words around an answer: its sources and its receipt. */
public final class AnswerText {
    private static final int SHORT = 100;
    private static final int LONG = 400;

    private AnswerText() {}

    /** One line for each place that the markers stand for: "[1] title · heading". */
    public static List<String> sources(List<Citation> citations) {
        return citations.stream()
                .map(c -> "[" + c.marker() + "] "
                        + Stream.concat(
                                        Stream.of(c.title()),
                                        c.heading().stream().skip(1))
                                .collect(Collectors.joining(" · ")))
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
        List<String> parts = new ArrayList<>();
        Spending spending = receipt.spending();
        parts.add(tier(receipt));
        spending.model().ifPresent(parts::add);
        if (receipt.cached().isPresent()) {
            parts.add("cached " + age(receipt.age()));
            receipt.reused().ifPresent(reused -> parts.add("asked as " + quoted(reused, SHORT)));
        } else {
            parts.add(
                    spending.calls() == 0
                            ? "free"
                            : spending.cost().isZero()
                                    ? "no charge"
                                    : spending.cost().toString());
            parts.add(time(receipt.latency()));
        }
        if (spending.model().isPresent()) {
            parts.add(spending.kept() + " of " + spending.claims() + " claims kept");
        }
        spending.note().ifPresent(parts::add);
        return String.join(" · ", parts);
    }

    /** The same with the reasons, name by value. */
    public static Map<String, String> details(Receipt receipt) {
        Spending spending = receipt.spending();
        Map<String, String> details = new LinkedHashMap<>();
        details.put(
                "Made by",
                "the " + tier(receipt) + " tier, "
                        + spending.model().orElse("which puts sentences of the sources together without a model"));
        receipt.cached().ifPresent(hit -> details.put("From the cache", "it was made " + age(receipt.age())));
        receipt.reused().ifPresent(reused -> details.put("First asked as", quoted(reused, LONG)));
        if (!spending.route().isEmpty()) {
            details.put("Routing", spending.route());
        }
        spending.note().ifPresent(note -> details.put("Note", note));
        if (spending.claims() > 0) {
            details.put("Checked", checked(spending));
        }
        if (spending.calls() > 0) {
            details.put("Model calls", String.format(Locale.ROOT, "%,d", spending.calls()));
        }
        if (spending.tokensIn() + spending.tokensOut() > 0) {
            details.put(
                    "Tokens", String.format(Locale.ROOT, "%,d in, %,d out", spending.tokensIn(), spending.tokensOut()));
        }
        details.put(
                "Cost", spending.cost().isZero() ? "nothing" : spending.cost().toString());
        details.put("Time", time(receipt.latency()));
        return details;
    }

    private static String checked(Spending spending) {
        String carried = spending.kept() + " of the model's " + spending.claims()
                + (spending.claims() == 1 ? " sentence " : " sentences ")
                + (spending.kept() == 1 ? "is" : "are") + " carried by the sources";
        if (spending.model().isEmpty()) {
            return carried + ", too few to use";
        }
        return spending.kept() < spending.claims() ? carried + "; the rest was left out" : carried;
    }

    /** On one line, at most that long, with no quotation mark that could seem to end it. */
    private static String quoted(Receipt.Reused reused, int most) {
        String line = reused.question()
                .replaceAll("\\p{Cntrl}|\\s", " ")
                .replaceAll(" {2,}", " ")
                .replaceAll("[“”\"]", "'")
                .strip();
        int end = line.offsetByCodePoints(0, Math.min(most, line.codePointCount(0, line.length())));
        return "“" + (end < line.length() ? line.substring(0, end).strip() + "…" : line) + "”";
    }

    private static String tier(Receipt receipt) {
        return receipt.servedBy().name().toLowerCase(Locale.ROOT);
    }

    private static String time(Duration time) {
        return time.toMillis() < 1000
                ? time.toMillis() + " ms"
                : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
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
