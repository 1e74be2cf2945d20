package dev.rolewise.fit;

import dev.rolewise.question.Citation;
import java.util.ArrayList;
import java.util.List;

/** A result as plain text for people, with its quotes. Has no line break at its end. */
public final class FitText {
    private FitText() {}

    public static String of(QuizResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(result.quiz().title() + " · " + result.outcome().title());
        lines.add("");
        lines.add(result.meaning().marked());
        shares(result, lines);
        if (!result.reasons().isEmpty()) {
            section(lines, ResultWords.REASONS);
        }
        for (QuizResult.Reason reason : result.reasons()) {
            lines.add("- " + reason.question().dimension() + ": " + ResultWords.reason(reason));
            reason.citations().stream().map(FitText::quote).forEach(lines::add);
        }
        section(lines, ResultWords.CHANGE);
        lines.add(ResultWords.change(result.change()));
        result.dispute().ifPresent(dispute -> dispute(dispute, lines));
        if (!result.next().isEmpty()) {
            section(lines, ResultWords.NEXT);
            result.next().forEach(step -> lines.add("- " + step.marked()));
        }
        lines.add("");
        lines.addAll(ResultWords.sources(result));
        lines.add(ResultWords.caveat(result.quiz()));
        return String.join("\n", lines);
    }

    private static void shares(QuizResult result, List<String> lines) {
        int width = result.shares().stream()
                .mapToInt(s -> s.role().field().length())
                .max()
                .orElse(0);
        lines.add("");
        result.shares().forEach(s -> {
            String name = s.role().field();
            lines.add("  " + name + " ".repeat(width - name.length() + 2) + ResultWords.bar(s.percent()));
        });
        String positions = ResultPicture.own(result).positions();
        if (!positions.isEmpty()) {
            lines.add("");
            lines.add("On each dimension: " + positions);
        }
    }

    private static void dispute(QuizResult.Dispute dispute, List<String> lines) {
        section(lines, ResultWords.DISPUTE);
        lines.add(ResultWords.dispute(dispute));
        dispute.sides().forEach(side -> lines.add("- “" + side.text() + "”" + Cited.markers(side.citations())));
    }

    private static void section(List<String> lines, String heading) {
        lines.add("");
        lines.add(heading);
    }

    private static String quote(Citation citation) {
        return "  [" + citation.marker() + "] “" + citation.quote() + "”";
    }
}
