package dev.rolewise.answer;

import dev.rolewise.cascade.RouteFacts;
import dev.rolewise.knowledge.Gap;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Evidence;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.RankedPassage;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.ServerKnowledge.Correction;
import dev.rolewise.question.ServerKnowledge.Mix;
import dev.rolewise.question.ServerKnowledge.Near;
import dev.rolewise.question.Spending;
import dev.rolewise.retrieval.Retriever;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tier that needs no model: analyse, retrieve, check coverage, then answer from statements or say kindly that they do
 * not cover it. Thread-safe.
 */
final class LocalTier {
    private static final int PASSAGES = 16;
    /** Further parts are not begun once an answer is that long. */
    private static final int LONGEST = 1000;

    /** What documents say leaves that much room for what the pack says. */
    private static final int LONGEST_BESIDE = 600;

    private final Retriever retriever;
    private final CoverageCheck coverage;
    private final LocalAnswerer local;
    private final Refusals refusals;
    private final Suggestions suggestions;
    private final DocumentAnswerer documents;
    private final Situations situations;

    LocalTier(
            Retriever retriever,
            CoverageCheck coverage,
            LocalAnswerer local,
            Refusals refusals,
            Suggestions suggestions,
            DocumentAnswerer documents,
            Situations situations) {
        this.retriever = retriever;
        this.coverage = coverage;
        this.local = local;
        this.refusals = refusals;
        this.suggestions = suggestions;
        this.documents = documents;
        this.situations = situations;
    }

    /** A question or a part of it with what was found for it. */
    private record Found(QuestionProfile profile, Evidence evidence, CoverageCheck.Coverage coverage) {
        boolean covered() {
            return coverage.verdict() == CoverageModel.Verdict.COVERED;
        }
    }

    /**
     * The answer of this machine.
     *
     * @param profile what was understood of the question
     * @param mix how the documents of the question's scope and the pack go together
     * @param nearest the server's own answer to a question that may ask the same
     */
    LocalDraft draft(Question question, QuestionProfile profile, Mix mix, Optional<Near> nearest) {
        Optional<Correction> near = nearest.filter(Near::likely).map(Near::correction);
        Optional<Correction> far = nearest.filter(n -> !n.likely()).map(Near::correction);
        AnswerDraft draft = new AnswerDraft();
        if (!Language.isEnglish(question.text())) {
            draft.frame(Phrases.ENGLISH_ONLY);
        }
        if (mix == Mix.OWN_ONLY) {
            return ofServer(own(question, profile, false), near, far, Phrases.OWN_SILENT, profile, draft);
        }
        List<Found> parts =
                profile.parts().stream().map(part -> found(part, question)).toList();
        List<Found> said = parts.stream().filter(Found::covered).toList();
        boolean whole = said.isEmpty();
        said = whole ? List.of(found(profile, question)) : said;
        Optional<Situations.Found> project = situations.of(profile);
        boolean general = !whole || project.isPresent() || (said.get(0).covered() && !refusals.isChat(profile));
        List<DocumentAnswerer.Said> own = own(question, profile, general);
        boolean settled = profile.roles().isEmpty() && own.stream().allMatch(DocumentAnswerer.Said::sure);
        boolean some = !own.isEmpty() || near.isPresent();
        boolean alone = !own.isEmpty() && (mix == Mix.OWN_FIRST || settled || length(own) > LONGEST_BESIDE);
        if (some && (alone || !general)) {
            return ofServer(own, near, far, Phrases.OWN_SILENT, profile, draft);
        }
        if (far.isPresent() && !general && !refusals.isChat(profile)) {
            return ofServer(own, near, far, Phrases.notCovered(question.text()), profile, draft);
        }
        return together(question, profile, project, parts, said, own, near, draft);
    }

    /** What the documents say and what the pack says: the documents first, unless they are in doubt and roles are asked about. */
    private LocalDraft together(
            Question question,
            QuestionProfile profile,
            Optional<Situations.Found> project,
            List<Found> parts,
            List<Found> said,
            List<DocumentAnswerer.Said> own,
            Optional<Correction> near,
            AnswerDraft draft) {
        boolean first = profile.roles().isEmpty() || own.stream().allMatch(DocumentAnswerer.Said::sure);
        if (first && !own.isEmpty()) {
            own.forEach(draft::own);
            draft.frame(Phrases.IN_GENERAL);
        }
        Answer.Status status = Answer.Status.ANSWERED;
        if (project.isPresent()) {
            situations.write(project.get(), profile, said.get(0).evidence(), draft);
        } else if (parts.stream().noneMatch(Found::covered)) {
            status = single(said.get(0), question, draft);
        } else {
            parts(parts, said, draft);
        }
        if (!first && draft.length() + length(own) < LONGEST) {
            own.forEach(draft::own);
        }
        near.filter(correction -> draft.length() + correction.text().length() < LONGEST - Phrases.LONGEST_ASKED)
                .ifPresent(draft::nearlyCorrected);
        List<String> next = status == Answer.Status.ANSWERED ? suggestions.after(profile) : List.of();
        Answer answer = new Answer(
                status, draft.lines(), draft.citations(), next, Optional.of(profile), Receipt.local(Spending.NONE));
        return new LocalDraft(
                answer,
                profile,
                said.stream().map(Found::evidence).toList(),
                facts(profile, said),
                !own.isEmpty() || near.isPresent());
    }

    private static int length(List<DocumentAnswerer.Said> own) {
        return own.stream()
                .flatMap(said -> said.statements().stream())
                .mapToInt(statement -> statement.text().length())
                .sum();
    }

    /** What the documents of the scope say to each part of a question that the pack answers too ({@code general}) or not. */
    private List<DocumentAnswerer.Said> own(Question question, QuestionProfile profile, boolean general) {
        return profile.each().stream()
                .flatMap(part -> documents.said(part, question.scope(), general).stream())
                .toList();
    }

    /** {@code far} is shown where nothing answers, below the word that says so: {@code silent}. */
    private LocalDraft ofServer(
            List<DocumentAnswerer.Said> own,
            Optional<Correction> near,
            Optional<Correction> far,
            String silent,
            QuestionProfile profile,
            AnswerDraft draft) {
        boolean answered = !own.isEmpty() || near.isPresent();
        own.stream()
                .filter(said -> draft.isEmpty() || draft.length() + length(List.of(said)) < LONGEST)
                .forEach(draft::own);
        near.filter(correction ->
                        own.isEmpty() || draft.length() + correction.text().length() < LONGEST - Phrases.LONGEST_ASKED)
                .ifPresent(draft::nearlyCorrected);
        if (!answered) {
            draft.frame(silent);
            far.ifPresent(draft::nearlyCorrected);
        }
        Answer answer = new Answer(
                answered ? Answer.Status.ANSWERED : Answer.Status.NOT_COVERED,
                draft.lines(),
                draft.citations(),
                List.of(),
                Optional.of(profile),
                Receipt.local(Spending.NONE));
        return new LocalDraft(answer, profile, List.of(), facts(profile, List.of()), true);
    }

    /**
     * What else the sources say to a question that they cover, without those statements; without any citation where that
     * is nothing.
     */
    Answer further(Question question, QuestionProfile profile, Mix mix, Set<String> shown) {
        AnswerDraft draft = new AnswerDraft();
        boolean more = mix != Mix.OWN_ONLY
                && profile.each().stream()
                        .map(part -> found(part, question))
                        .filter(Found::covered)
                        .map(found -> local.further(found.profile(), found.evidence(), shown, draft))
                        .reduce(false, Boolean::logicalOr);
        if (!more) {
            draft.frame(Phrases.NOTHING_ELSE);
        }
        return new Answer(
                more ? Answer.Status.ANSWERED : Answer.Status.NOT_COVERED,
                draft.lines(),
                draft.citations(),
                more ? suggestions.after(profile) : List.of(),
                Optional.of(profile),
                Receipt.local(Spending.NONE));
    }

    private Found found(QuestionProfile profile, Question question) {
        Evidence evidence = retriever.retrieve(profile, question.scope(), PASSAGES);
        return new Found(profile, evidence, coverage.check(profile, evidence));
    }

    private Answer.Status single(Found found, Question question, AnswerDraft draft) {
        QuestionProfile profile = found.profile();
        if (!found.covered() && !Language.isEnglish(question.text())) {
            draft.frame(Phrases.ASK_IN_ENGLISH);
            return status(found.coverage().verdict());
        }
        if (refusals.isChat(profile)) {
            refusals.outOfScope(profile, draft);
            return Answer.Status.OUT_OF_SCOPE;
        }
        switch (found.coverage().verdict()) {
            case COVERED -> local.write(profile, found.evidence(), Optional.empty(), draft);
            case NOT_COVERED ->
                refusals.notCovered(profile, found.evidence(), found.coverage().gap(), draft);
            case OUT_OF_SCOPE -> refusals.outOfScope(profile, draft);
        }
        return status(found.coverage().verdict());
    }

    /** Each part that is covered is answered; what is not is said. */
    private void parts(List<Found> all, List<Found> covered, AnswerDraft draft) {
        List<Optional<String>> labels =
                local.labels(covered.stream().map(Found::profile).toList());
        for (int i = 0; i < covered.size() && draft.length() < LONGEST; i++) {
            local.write(covered.get(i).profile(), covered.get(i).evidence(), labels.get(i), draft);
        }
        all.stream()
                .filter(found -> !found.covered())
                .reduce((first, last) -> last)
                .map(left -> left.coverage().gap().map(Gap::says).orElse(Phrases.PART_LEFT_OUT))
                .ifPresent(draft::frame);
    }

    private RouteFacts facts(QuestionProfile profile, List<Found> said) {
        double margin = said.stream()
                .mapToDouble(
                        found -> found.coverage().covered() - coverage.model().threshold())
                .min()
                .orElse(0);
        return new RouteFacts(
                profile,
                evidence(said),
                margin,
                (int) said.stream()
                        .filter(found -> local.disagrees(found.profile(), found.evidence()))
                        .count(),
                said.stream().allMatch(found -> local.settles(found.profile())));
    }

    /** What was found for all parts, best first. */
    private static Evidence evidence(List<Found> said) {
        return new Evidence(said.stream()
                .flatMap(found -> found.evidence().passages().stream())
                .sorted(Comparator.comparingDouble(RankedPassage::score).reversed())
                .toList());
    }

    private static Answer.Status status(CoverageModel.Verdict verdict) {
        return switch (verdict) {
            case COVERED -> Answer.Status.ANSWERED;
            case NOT_COVERED -> Answer.Status.NOT_COVERED;
            case OUT_OF_SCOPE -> Answer.Status.OUT_OF_SCOPE;
        };
    }
}
