package dev.rolewise.answer;

import dev.rolewise.cascade.Deadline;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Answer;
import dev.rolewise.question.DocumentSearch;
import dev.rolewise.question.FoundStatement;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.ServerKnowledge;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import java.util.List;
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
    private final DocumentSearch documents;
    private final ServerKnowledge servers;

    Answerer(
            Pack pack,
            LocalTier local,
            ModelAnswerer models,
            OutputGuard outputGuard,
            DocumentSearch documents,
            ServerKnowledge servers) {
        this.documents = documents;
        this.servers = servers;
        this.local = local;
        this.models = models;
        this.quizzes = new QuizPointer(pack);
        this.outputGuard = outputGuard;
    }

    /** {@code profile} is what was understood of the question. */
    Answer answer(Question question, QuestionProfile profile, AskOptions options, Deadline end) {
        Optional<ServerKnowledge.Correction> corrected = servers.correction(profile, question.scope());
        if (corrected.isPresent()) {
            return corrected(corrected.get(), profile);
        }
        Optional<ServerKnowledge.Near> near = servers.nearCorrection(profile, question.scope());
        LocalDraft draft = draft(question, profile, near);
        Answer checked = checked(draft.answer(), question, near);
        if (draft.own()) {
            return checked;
        }
        return outputGuard.check(quizzes.pointedTo(models.improve(draft.with(checked), options, end)));
    }

    /** What this machine finds for a question and says to it. */
    LocalDraft draft(Question question, QuestionProfile profile) {
        return draft(question, profile, servers.nearCorrection(profile, question.scope()));
    }

    private LocalDraft draft(Question question, QuestionProfile profile, Optional<ServerKnowledge.Near> near) {
        return local.draft(question, profile, servers.mix(question.scope()), near);
    }

    /** What this machine says by itself, to one who waited in vain for the answer that another caller is computing. */
    Answer alone(Question question, QuestionProfile profile) {
        Optional<ServerKnowledge.Near> near = servers.nearCorrection(profile, question.scope());
        LocalDraft draft = draft(question, profile, near);
        Answer answer = checked(quizzes.pointedTo(checked(draft.answer(), question, near)), question, near);
        return answer.with(Receipt.local(Spending.NONE.noted(Phrases.WAITED)));
    }

    /** What a server wrote itself is its own source; all else has to stand in a passage. */
    private Answer checked(Answer answer, Question question, Optional<ServerKnowledge.Near> near) {
        return outputGuard.check(answer, key -> near.map(ServerKnowledge.Near::correction)
                .filter(correction -> correction.id().equals(key))
                .map(ServerKnowledge.Correction::text)
                .or(() -> documents.statement(question.scope(), key).map(FoundStatement::text)));
    }

    /** In the words of those who manage the server, and under their name. */
    private static Answer corrected(ServerKnowledge.Correction correction, QuestionProfile profile) {
        AnswerDraft draft = new AnswerDraft().corrected(correction);
        return new Answer(
                Answer.Status.ANSWERED,
                draft.lines(),
                draft.citations(),
                List.of(),
                Optional.of(profile),
                Receipt.local(Spending.NONE));
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
        Answer further = outputGuard.check(local.further(question, profile, servers.mix(question.scope()), shown));
        return further.with(Receipt.local(spending));
    }

    private Optional<Tier> above(Tier tier) {
        return Stream.of(Tier.CHEAP, Tier.STRONG)
                .filter(higher -> higher.compareTo(tier) > 0 && models.has(higher))
                .findFirst();
    }
}
