package dev.rolewise.scorecard;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Citation;
import dev.rolewise.scorecard.AskedLine.BrokenLineException;
import dev.rolewise.scorecard.Scores.Failure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures answers against labelled questions: whether they say what they must and nothing that they must not, cite a
 * right source, and refuse what the sources do not cover, and nothing else. A text beyond {@link Answer#MAX_TEXT}
 * characters fails whatever it holds.
 */
final class AnswerScores implements Scoring {
    private static final Set<String> REFUSALS = Set.of("not-covered", "out-of-scope", "blocked");
    private static final String MISSING = "missing";

    private final String must;
    private final String sources;
    private final List<Failure> failed = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final Map<String, List<Double>> items = new LinkedHashMap<>();
    private int answerable;
    private int full;
    private int groups;
    private int groupsMet;
    private int cited;
    private int refusedWrongly;
    private int unanswerable;
    private int refusedRightly;
    private int tooLong;
    private int forbidden;
    private int missing;

    /** Measures by the labels {@code must} and {@code sources}. */
    AnswerScores(String must, String sources) {
        this.must = must;
        this.sources = sources;
    }

    /** What is measured of one answer. */
    private record Said(String status, String text, Set<String> cited) {
        static Said of(Optional<Answer> answer) {
            return answer.map(a -> new Said(
                            a.status().id(),
                            a.text(),
                            a.citations().stream().map(Citation::sourceId).collect(Collectors.toSet())))
                    .orElseGet(() -> new Said(MISSING, "", Set.of()));
        }

        int length() {
            return text.codePointCount(0, text.length());
        }
    }

    @Override
    public Item item(AskedLine line) throws BrokenLineException {
        LabelledQuestion question = LabelledQuestion.of(line.row(), must, sources);
        return answer -> add(line.id().asText(), question, Said.of(answer));
    }

    private void add(String id, LabelledQuestion question, Said said) {
        Optional<String> bad = Wording.firstForbidden(said.text(), question.mustNot());
        boolean isTooLong = said.length() > Answer.MAX_TEXT;
        missing += said.status().equals(MISSING) ? 1 : 0;
        forbidden += bad.isPresent() ? 1 : 0;
        tooLong += isTooLong ? 1 : 0;
        Optional<String> shortcoming =
                question.answerable() ? answerable(question, said) : unanswerable(question, said);
        boolean fails = bad.isPresent() || isTooLong || shortcoming.isPresent();
        note(question.answerable() ? "answers_full" : "refusal_recall", !fails);
        Optional<String> why = bad.map(wording -> "says \"" + wording + "\"")
                .or(() -> isTooLong ? Optional.of(said.length() + " characters") : shortcoming);
        if (why.isPresent()) {
            failed.add(new Failure(id, why.get()));
        } else if (question.answerable()) {
            full++;
        } else {
            refusedRightly++;
        }
    }

    private Optional<String> unanswerable(LabelledQuestion question, Said said) {
        unanswerable++;
        return question.isRefusedBy(said.status())
                ? Optional.empty()
                : Optional.of(
                        String.format(Locale.ROOT, "should refuse (%s), said %s", question.category(), said.status()));
    }

    private Optional<String> answerable(LabelledQuestion question, Said said) {
        List<List<String>> missed = question.must().stream()
                .filter(group -> group.stream().noneMatch(w -> Wording.holds(said.text(), w)))
                .toList();
        answerable++;
        groups += question.must().size();
        groupsMet += question.must().size() - missed.size();
        lengths.add(said.length());
        boolean citesRightly = citesRightly(question, said);
        boolean refuses = REFUSALS.contains(said.status());
        cited += citesRightly ? 1 : 0;
        refusedWrongly += refuses ? 1 : 0;
        note("cites_a_right_source", citesRightly);
        note("over_refusal", refuses);
        return shortcoming(said, missed);
    }

    private static boolean citesRightly(LabelledQuestion question, Said said) {
        return question.sources().isEmpty()
                ? !said.cited().isEmpty()
                : said.cited().stream().anyMatch(question.sources()::contains);
    }

    private static Optional<String> shortcoming(Said said, List<List<String>> missed) {
        if (!said.status().equals(Answer.Status.ANSWERED.id())) {
            return Optional.of("refused: " + said.status());
        }
        if (!missed.isEmpty()) {
            return Optional.of(
                    missed.stream().map(g -> g.get(0).strip()).collect(Collectors.joining("; ", "misses ", "")));
        }
        return said.cited().isEmpty() ? Optional.of("cites nothing") : Optional.empty();
    }

    private void note(String figure, boolean counts) {
        items.computeIfAbsent(figure, f -> new ArrayList<>()).add(counts ? 1.0 : 0.0);
    }

    @Override
    public Scores scores() {
        Map<String, Optional<BigDecimal>> figures = new LinkedHashMap<>();
        figures.put("answers_full", Scores.share(full, answerable));
        figures.put("groups_met", Scores.share(groupsMet, groups));
        figures.put("cites_a_right_source", Scores.share(cited, answerable));
        figures.put("refusal_recall", Scores.share(refusedRightly, unanswerable));
        figures.put("refusal_precision", Scores.share(refusedRightly, refusedRightly + refusedWrongly));
        figures.put("over_refusal", Scores.share(refusedWrongly, answerable));
        figures.put("too_long", Scores.count(tooLong));
        figures.put("says_what_it_must_not", Scores.count(forbidden));
        figures.put("missing", Scores.count(missing));
        figures.put("median_chars", median());
        figures.put("answerable", Scores.count(answerable));
        figures.put("unanswerable", Scores.count(unanswerable));
        return new Scores(figures, failed, items);
    }

    private Optional<BigDecimal> median() {
        return lengths.isEmpty()
                ? Optional.empty()
                : Scores.count(lengths.stream().sorted().toList().get(lengths.size() / 2));
    }
}
