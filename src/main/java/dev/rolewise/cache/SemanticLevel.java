package dev.rolewise.cache;

import dev.rolewise.cache.ReuseGuard.Reason;
import dev.rolewise.cache.ReuseGuard.Verdict;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Answer.Status;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Scope;
import java.util.Optional;

/** Finds a kept answer to another question that asks for the same: near, let through by the guard, and to the point. */
final class SemanticLevel {
    /** Kept questions that are looked at. */
    private static final int CANDIDATES = 16;

    /** Below that cosine a question is not worth a look: every guard turns it away. */
    private static final double NEAR = 0.5;

    private final KeptAnswers kept;
    private final ReuseGuard guard;
    private final Relevance relevance;

    SemanticLevel(KeptAnswers kept, ReuseGuard guard, Relevance relevance) {
        this.kept = kept;
        this.guard = guard;
        this.relevance = relevance;
    }

    /**
     * What a look found.
     *
     * @param hit the nearest answer that fits
     * @param reason where none fits: what speaks against the nearest; empty where none is near
     */
    record Look(Optional<Hit> hit, Optional<Reason> reason) {}

    /** An answer that fits. */
    record Hit(CachedAnswer answer, double similarity) {}

    Look look(Scope scope, QuestionProfile asked) {
        Optional<Reason> against = Optional.empty();
        for (ExactKey key : kept.near(scope, asked.embedding(), CANDIDATES, NEAR)) {
            Optional<CachedAnswer> found = kept.find(key);
            if (found.isPresent()) {
                Verdict verdict = judge(found.get(), asked);
                if (verdict.reuse()) {
                    return new Look(Optional.of(new Hit(found.get(), verdict.similarity())), Optional.empty());
                }
                against = against.or(() -> Optional.of(verdict.reason()));
            }
        }
        return new Look(Optional.empty(), against);
    }

    /** Whether an answer that was made for another question is to the point of this one. */
    boolean bears(Answer answer, QuestionProfile asked) {
        return answer.status() == Status.ANSWERED && relevance.bears(answer, asked);
    }

    private Verdict judge(CachedAnswer found, QuestionProfile asked) {
        QuestionProfile profile = found.answer().profile().orElseThrow();
        Verdict verdict = guard.check(profile, asked);
        return verdict.reuse() && !bears(found.answer(), asked)
                ? new Verdict(Reason.RELEVANCE, verdict.similarity())
                : verdict;
    }
}
