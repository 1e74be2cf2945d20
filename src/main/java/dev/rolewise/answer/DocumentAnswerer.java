package dev.rolewise.answer;

import dev.rolewise.question.DocumentSearch;
import dev.rolewise.question.FoundStatement;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Scope;
import dev.rolewise.question.TermExtractor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses what the documents of a scope say to a question: nothing where they do not bear on it. What counts is how near a
 * statement comes in meaning, and how many of the question's words it and its heading hold. Thread-safe.
 */
final class DocumentAnswerer {
    private static final int CANDIDATES = 8;
    private static final int MOST = 3;

    /** How far below the best statement others may lie. */
    private static final double FALL = 0.08;

    /**
     * A line between statements that answer and such that do not, drawn by 44 questions about a made-up community guide: it
     * keeps 17 of the 22 that the guide answers and 2 of the 22 that it does not.
     */
    private static final double COSINE = 0.66;

    private static final double COSINE_WEIGHT = 10;
    private static final double SHARE = 0.5;
    private static final double SHARE_WEIGHT = 2;
    private static final double FROM = -0.2;

    /** From here on it is said without a word of doubt. */
    private static final double SURE = 0.7;

    private final DocumentSearch documents;
    private final TermExtractor terms;

    /**
     * What the documents say.
     *
     * @param statements best first, at least one
     * @param sure whether they plainly answer; if not they are the nearest that there is
     */
    record Said(List<FoundStatement> statements, boolean sure) {}

    DocumentAnswerer(DocumentSearch documents, TermExtractor terms) {
        this.documents = documents;
        this.terms = terms;
    }

    /** What the documents say to a question that is not put together of several; empty where they do not bear on it. */
    List<Said> said(QuestionProfile asked, Scope scope) {
        List<FoundStatement> found = documents.search(asked, scope, CANDIDATES);
        List<FoundStatement> bearing = new ArrayList<>();
        double best = Double.NEGATIVE_INFINITY;
        for (FoundStatement statement : found) {
            double bears = bears(asked, statement);
            boolean near =
                    bearing.isEmpty() || statement.score() >= bearing.get(0).score() - FALL;
            if (bears >= FROM && near && bearing.size() < MOST) {
                bearing.add(statement);
                best = Math.max(best, bears);
            }
        }
        return bearing.isEmpty() ? List.of() : List.of(new Said(bearing, best >= SURE));
    }

    private double bears(QuestionProfile asked, FoundStatement statement) {
        Set<String> held = new HashSet<>(terms.terms(statement.text()));
        statement.heading().forEach(part -> held.addAll(terms.terms(part)));
        long shared = asked.terms().stream().filter(held::contains).count();
        double share =
                asked.terms().isEmpty() ? 0 : (double) shared / asked.terms().size();
        return COSINE_WEIGHT * (statement.cosine() - COSINE) + SHARE_WEIGHT * (share - SHARE);
    }
}
