package dev.rolewise.answer;

import dev.rolewise.question.DocumentSearch;
import dev.rolewise.question.FoundStatement;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Scope;
import dev.rolewise.question.TermExtractor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses what the documents of a scope say to a question: nothing where they do not bear on it. Whether they bear on it is
 * told by how near the best statement comes in meaning and how many of the question's words it and its heading hold; the
 * limits are drawn by {@code quality/guides}. Thread-safe.
 */
final class DocumentAnswerer {
    private static final int CANDIDATES = 12;
    private static final int MOST = 4;

    /** Characters of all that is quoted to one question. */
    private static final int LONGEST = 900;

    /** How far below the best statement others may lie. */
    private static final double FALL = 0.06;

    /** The same for the sentences beside the best one. */
    private static final double BESIDE = 0.15;

    /** From here on a statement may answer. */
    private static final double NEAR = 0.58;

    /** The same where it shares no word with the question. */
    private static final double NEAR_WITHOUT_WORDS = 0.64;

    /** A question that the pack answers is asked in general, unless a document comes as near as this … */
    private static final double NEAR_BESIDE_PACK = 0.62;

    /** … or as this where it names roles of the pack … */
    private static final double NEAR_ABOUT_ROLES = 0.74;

    /** … or as this with half of its words. */
    private static final double NEAR_WITH_WORDS = 0.6;

    private static final double HALF = 0.5;

    /** From here on, with half of the words, it is said without a word of doubt. */
    private static final double SURE = 0.75;

    private static final Pattern SENTENCE = Pattern.compile(".*[.!?]", Pattern.DOTALL);

    /** Begins a sentence that says what it is about only in the one before it. */
    private static final Pattern POINTS_BACK = Pattern.compile(
            "(?:it|they|this|these|that|those|he|she|there|then|both|not|after that|the (?:first|second|third|other)|"
                    + "a (?:second|third|fourth)(?: one)?)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final DocumentSearch documents;
    private final TermExtractor terms;

    /**
     * What the documents say.
     *
     * @param statements at least one, in the order of their documents, that of the best one first
     * @param sure whether they plainly answer; if not they are the nearest that there is
     */
    record Said(List<FoundStatement> statements, boolean sure) {}

    DocumentAnswerer(DocumentSearch documents, TermExtractor terms) {
        this.documents = documents;
        this.terms = terms;
    }

    /**
     * What the documents say to a question that is not put together of several; empty where they do not bear on it.
     *
     * @param general whether the pack answers it too
     */
    Optional<Said> said(QuestionProfile asked, Scope scope, boolean general) {
        List<FoundStatement> found = documents.search(asked, scope, CANDIDATES);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        FoundStatement best = found.get(0);
        double explained = explained(asked, best);
        if (!bears(asked, general, best.cosine(), explained)) {
            return Optional.empty();
        }
        boolean sure = best.cosine() >= SURE && explained >= HALF;
        return Optional.of(new Said(chosen(found), sure));
    }

    private static boolean bears(QuestionProfile asked, boolean general, double cosine, double explained) {
        boolean roles = !asked.roles().isEmpty();
        if (roles || general) {
            return cosine >= (roles ? NEAR_ABOUT_ROLES : NEAR_BESIDE_PACK)
                    || (explained >= HALF && cosine >= NEAR_WITH_WORDS);
        }
        return cosine >= (explained > 0 ? NEAR : NEAR_WITHOUT_WORDS);
    }

    private double explained(QuestionProfile asked, FoundStatement statement) {
        Set<String> held = new HashSet<>(terms.terms(statement.text()));
        statement.heading().forEach(part -> held.addAll(terms.terms(part)));
        long shared = asked.terms().stream().filter(held::contains).count();
        return asked.terms().isEmpty() ? 0 : (double) shared / asked.terms().size();
    }

    /** So that an answer keeps its limit and can still be read. */
    private static List<FoundStatement> bounded(List<FoundStatement> statements, FoundStatement best) {
        List<FoundStatement> bounded = new ArrayList<>();
        int length = best.text().length();
        for (FoundStatement statement : statements) {
            boolean isBest = statement.key().equals(best.key());
            length += isBest ? 0 : statement.text().length();
            if (isBest || length <= LONGEST) {
                bounded.add(statement);
            }
        }
        return bounded;
    }

    /** The best statements, with what stands beside them where that belongs to them. */
    private List<FoundStatement> chosen(List<FoundStatement> found) {
        FoundStatement best = found.get(0);
        List<FoundStatement> nearest = within(FALL, found).stream().limit(MOST).toList();
        Set<String> keys = keys(nearest);
        Map<String, List<FoundStatement>> passages = new LinkedHashMap<>();
        for (FoundStatement statement : nearest) {
            List<FoundStatement> passage =
                    passages.computeIfAbsent(statement.passageId(), id -> documents.passage(statement));
            if (POINTS_BACK.matcher(statement.text()).matches()) {
                keys.addAll(keys(beside(statement, passage, -1)));
            }
        }
        if (isSentence(best)) {
            List<FoundStatement> passage = passages.getOrDefault(best.passageId(), List.of());
            Set<String> near = keys(within(BESIDE, found));
            Stream.of(-1, 1)
                    .flatMap(step -> beside(best, passage, step).stream())
                    .filter(other -> near.contains(other.key()) && isSentence(other))
                    .forEach(other -> keys.add(other.key()));
        }
        List<FoundStatement> chosen = passages.values().stream()
                .flatMap(List::stream)
                .filter(statement -> keys.contains(statement.key()))
                .toList();
        return bounded(chosen, best);
    }

    private static List<FoundStatement> within(double fall, List<FoundStatement> found) {
        double least = found.get(0).score() - fall;
        return found.stream().filter(statement -> statement.score() >= least).toList();
    }

    private static Set<String> keys(List<FoundStatement> statements) {
        return statements.stream().map(FoundStatement::key).collect(Collectors.toCollection(HashSet::new));
    }

    /** The statement so many places after it in its passage, if there is one. */
    private static List<FoundStatement> beside(FoundStatement statement, List<FoundStatement> passage, int step) {
        int at = passage.stream().map(FoundStatement::key).toList().indexOf(statement.key());
        int other = at + step;
        return at >= 0 && other >= 0 && other < passage.size() ? List.of(passage.get(other)) : List.of();
    }

    private static boolean isSentence(FoundStatement statement) {
        return SENTENCE.matcher(statement.text()).matches();
    }
}
