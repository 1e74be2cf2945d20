package dev.rolewise.answer;

import dev.rolewise.cascade.Deadline;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes answers, past any cache: from statements, made better by a model where that adds to it, and looked over in the end.
 * Thread-safe.
 */
final class Answerer {
    private final LocalTier local;
    private final ModelAnswerer models;
    private final QuizPointer quizzes;
    private final OutputGuard outputGuard;

    Answerer(Pack pack, LocalTier local, ModelAnswerer models, OutputGuard outputGuard) {
        this.local = local;
        this.models = models;
        this.quizzes = new QuizPointer(pack);
        this.outputGuard = outputGuard;
    }

    /** {@code profile} is what was understood of the question. */
    Answer answer(Question question, QuestionProfile profile, AskOptions options, Deadline end) {
        LocalDraft draft = local.draft(question, profile);
        Answer best = models.improve(draft.with(outputGuard.check(draft.answer())), options, end);
        return outputGuard.check(quizzes.pointedTo(best));
    }

    /**
     * Another answer than the one that {@code servedBy} made: one tier up, where that is set up and answers; else what else
     * the sources say, or an honest word that this is all.
     *
     * @param shown keys of the statements that were shown
     */
    Answer another(
            Question question,
            QuestionProfile profile,
            Tier servedBy,
            Set<String> shown,
            AskOptions options,
            Deadline end) {
        Optional<Answer> tried = above(servedBy).map(tier -> answer(question, profile, options.only(tier), end));
        if (tried.isPresent() && tried.get().receipt().servedBy() != Tier.LOCAL) {
            return tried.get();
        }
        Spending spending = tried.map(answer -> answer.receipt().spending()).orElse(Spending.NONE);
        Answer further = outputGuard.check(local.further(question, profile, shown));
        return further.with(Receipt.local(spending));
    }

    private Optional<Tier> above(Tier tier) {
        return Stream.of(Tier.CHEAP, Tier.STRONG)
                .filter(higher -> higher.compareTo(tier) > 0 && models.has(higher))
                .findFirst();
    }
}
