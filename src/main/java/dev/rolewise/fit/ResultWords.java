package dev.rolewise.fit;

import dev.rolewise.knowledge.Quiz;
import dev.rolewise.question.Citation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The words of a result that every form of it shares. */
final class ResultWords {
    /** Stands above the answers that moved the result most. */
    static final String REASONS = "What moved it most";

    /** Stands above what would have led elsewhere. */
    static final String CHANGE = "What would change it";

    /** Stands above what the sources differ on. */
    static final String DISPUTE = "Where my sources differ";

    /** Stands above what to do next. */
    static final String NEXT = "What to do next";

    /** What a share is. */
    static final String SHARE = "A share is the part of the answers' weight that leans to a role, not a probability.";

    private static final int CELLS = 10;
    private static final int MOST_FLIPS = 2;

    private ResultWords() {}

    /** {@code 71% ███████░░░}. */
    static String bar(int percent) {
        int full = (percent * CELLS + 50) / 100;
        return percent + "% " + "█".repeat(full) + "░".repeat(CELLS - full);
    }

    /** What was chosen and where it led: {@code “I like proofs”, towards ML engineering [2]}. */
    static String reason(QuizResult.Reason reason) {
        return "“" + reason.chosen() + "”, towards " + reason.towards().field() + Cited.markers(reason.citations());
    }

    /** What would have led elsewhere, in a sentence or two. */
    static String change(QuizChange change) {
        if (change instanceof QuizChange.OneAnswer one) {
            return oneAnswer(one.flips());
        }
        if (change instanceof QuizChange.Several several) {
            return "You would have to answer at least " + several.answers()
                    + " questions differently, for instance to get “"
                    + several.to().title() + "”.";
        }
        return "No other answers would change it.";
    }

    private static String oneAnswer(List<QuizChange.Flip> flips) {
        Map<Quiz.Question, QuizChange.Flip> first = new LinkedHashMap<>();
        flips.forEach(flip -> first.putIfAbsent(flip.question(), flip));
        String shown = first.values().stream()
                .limit(MOST_FLIPS)
                .map(f -> "“" + f.option().text() + "” (" + f.question().dimension() + ") would make it “"
                        + f.to().title() + "”")
                .collect(Collectors.joining("; "));
        int more = first.size() - MOST_FLIPS;
        return "One other answer is enough: " + shown + "."
                + (more > 0
                        ? " Another answer to "
                                + (more == 1 ? "one more question" : "any of " + more + " more questions")
                                + " would change it too."
                        : "");
    }

    /** {@code They differ on …. It depends on ….} */
    static String dispute(QuizResult.Dispute dispute) {
        return "They differ on " + dispute.topic() + ". It depends on " + dispute.decides() + ".";
    }

    /** What the shares are, and whose weights. */
    static String caveat(Quiz quiz) {
        return SHARE + " " + quiz.note();
    }

    /** One text for each source, with the places that the markers stand for: {@code our note on “title”: [1] heading}. */
    static List<String> sources(QuizResult result) {
        Map<String, Set<String>> places = new LinkedHashMap<>();
        result.citations().forEach(c -> places.computeIfAbsent(title(c), title -> new LinkedHashSet<>())
                .add("[" + c.marker() + "] " + heading(c)));
        return places.entrySet().stream()
                .map(source -> source.getKey() + ": " + String.join("; ", source.getValue()))
                .toList();
    }

    /** Where a quote stands, and whose words it is. */
    static String origin(Citation citation) {
        return "[" + citation.marker() + "] " + title(citation) + " · " + heading(citation);
    }

    private static String title(Citation citation) {
        return (citation.note() ? "our note on “" : "“") + citation.title() + "”";
    }

    private static String heading(Citation citation) {
        return String.join(" · ", citation.heading());
    }
}
