package dev.rolewise.cascade;

import dev.rolewise.answer.AnswerText;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Usd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of each fault, to be read by people. */
final class FaultTable {
    private final List<String> rows = new ArrayList<>();

    void row(String fault, int calls, Answer answer) {
        Usd cost = answer.receipt().spending().cost();
        rows.add(row(
                fault,
                "" + calls,
                answer.status().id(),
                answer.receipt().servedBy().name().toLowerCase(Locale.ROOT),
                "" + cost,
                "" + answer.receipt().latency().toMillis(),
                AnswerText.receipt(answer.receipt())));
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(row("fault", "calls", "status", "tier", "cost", "ms", "receipt"));
        lines.addAll(rows);
        Files.write(file, lines);
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-24s %5s  %-8s %-6s %10s %6s  %s", cells);
    }
}
