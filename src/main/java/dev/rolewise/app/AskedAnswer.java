package dev.rolewise.app;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Citation;
import dev.rolewise.question.Receipt;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** An answer as text for a person: what it says, its sources, and what made it. */
final class AskedAnswer {
    private AskedAnswer() {}

    static String text(Answer answer) {
        String sources = legend(answer.citations());
        return answer.text() + "\n\n" + (sources.isEmpty() ? "" : sources + "\n") + receipt(answer.receipt());
    }

    /** One line for each marker and place that it stands for. */
    private static String legend(List<Citation> citations) {
        Set<String> lines = citations.stream()
                .map(c -> String.format(
                        Locale.ROOT,
                        "[%d] %s · %s%s",
                        c.marker(),
                        c.title(),
                        String.join(" / ", c.heading()),
                        c.note() ? " (our note)" : ""))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return String.join("\n", lines);
    }

    private static String receipt(Receipt receipt) {
        String tier = receipt.servedBy().name().toLowerCase(Locale.ROOT);
        String cached = receipt.cached().isPresent() ? " · from the cache, made " + span(receipt.age()) + " ago" : "";
        return String.format(
                Locale.ROOT,
                "%s%s · %d ms · no cost",
                tier,
                cached,
                receipt.latency().toMillis());
    }

    private static String span(Duration age) {
        if (age.toMinutes() < 2) {
            return age.toSeconds() + " s";
        }
        return age.toHours() < 2 ? age.toMinutes() + " min" : age.toHours() + " h";
    }
}
