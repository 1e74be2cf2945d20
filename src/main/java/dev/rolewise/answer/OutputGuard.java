package dev.rolewise.answer;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.question.Answer;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Citation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The last look at an answer: quotes stand letter by letter in their passages, every marker has its citation and every
 * citation its marker, and the text is not too long. What is too long loses lines from its end. Thread-safe.
 */
final class OutputGuard {
    private static final Pattern MARKER = Pattern.compile("\\[(\\d{1,3})]");

    private final Map<String, String> passages = new HashMap<>();

    OutputGuard(Pack pack) {
        for (Passage passage : pack.passages()) {
            passages.merge(place(passage.sourceId(), passage.heading()), passage.text(), (a, b) -> a + "\n" + b);
        }
    }

    /** An answer from the pack alone; see {@link #check(Answer, Function)}. */
    Answer check(Answer answer) {
        return check(answer, key -> Optional.empty());
    }

    /**
     * The answer, shortened where it must be; throws {@link IllegalStateException} where a quote is not in its passage.
     *
     * @param own the text of a statement of the scope's own, by its key
     */
    Answer check(Answer answer, Function<String, Optional<String>> own) {
        for (Citation citation : answer.citations()) {
            String passage = passages.getOrDefault(place(citation.sourceId(), citation.heading()), "");
            boolean ours = own.apply(citation.statementKey())
                    .filter(citation.quote()::equals)
                    .isPresent();
            if (!ours && !passage.contains(citation.quote())) {
                throw new IllegalStateException("a quote does not stand in its passage: " + citation.statementKey());
            }
        }
        return shortened(answer, Answer.MAX_TEXT);
    }

    /** A checked answer with that line at its end, shortened before it where it must be. */
    Answer ending(Answer answer, AnswerLine last) {
        return shortened(answer, Answer.MAX_TEXT - last.plain().length() - 1).with(last);
    }

    private static Answer shortened(Answer answer, int most) {
        List<AnswerLine> lines = new ArrayList<>(answer.lines());
        while (lines.size() > 1 && length(lines) > most) {
            lines.remove(lines.size() - 1);
        }
        Set<Integer> used = markers(lines);
        List<Citation> carried = answer.citations().stream()
                .filter(c -> used.contains(c.marker()))
                .toList();
        return new Answer(answer.status(), lines, carried, answer.followUps(), answer.profile(), answer.receipt());
    }

    private static int length(List<AnswerLine> lines) {
        return lines.stream().mapToInt(l -> l.plain().length() + 1).sum() - 1;
    }

    private static Set<Integer> markers(List<AnswerLine> lines) {
        Set<Integer> markers = new HashSet<>();
        lines.forEach(line -> MARKER.matcher(line.text())
                .results()
                .map((MatchResult r) -> Integer.valueOf(r.group(1)))
                .forEach(markers::add));
        return markers;
    }

    private static String place(String sourceId, List<String> heading) {
        return sourceId + "\n" + String.join("\n", heading);
    }
}
