package dev.rolewise.answer;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.cache.AnswerCache;
import dev.rolewise.cache.ExactKey;
import dev.rolewise.knowledge.Gap;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Answer;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Citation;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Evidence;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Scope;
import dev.rolewise.question.TermExtractor;
import dev.rolewise.question.Tier;
import dev.rolewise.retrieval.Retriever;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers questions: guard, look into the cache, analyse, retrieve, check coverage, answer, guard again. Thread-safe; an answer
 * that is not cached takes about as long as one embedding for each part of the question.
 */
public final class AnswerService {
    private static final int PASSAGES = 16;
    /** Further parts are not begun once an answer is that long. */
    private static final int LONGEST = 1000;

    private static final Receipt NOTHING_SPENT =
            new Receipt(Tier.LOCAL, Optional.empty(), Duration.ZERO, Duration.ZERO);

    private final Pack pack;
    private final QuestionAnalyzer analyzer;
    private final Retriever retriever;
    private final AnswerCache cache;
    private final Ticker ticker;
    private final Duration deadline;
    private final InputGuard inputGuard = new InputGuard();
    private final StatementTable table;
    private final CoverageCheck coverage;
    private final LocalAnswerer local;
    private final Refusals refusals;
    private final Suggestions suggestions;
    private final OutputGuard outputGuard;

    /**
     * @param deadline how long to wait for another caller's answer to the same question
     * @param coverage what the coverage check learned before; trained now where there is nothing, which takes seconds
     */
    public AnswerService(
            Pack pack,
            Embedder embedder,
            TermExtractor terms,
            QuestionAnalyzer analyzer,
            Retriever retriever,
            AnswerCache cache,
            Ticker ticker,
            Duration deadline,
            Optional<CoverageModel> coverage) {
        this.pack = pack;
        this.analyzer = analyzer;
        this.retriever = retriever;
        this.cache = cache;
        this.ticker = ticker;
        this.deadline = deadline;
        this.table = new StatementTable(pack, embedder, terms);
        SelectionWeights weights = SelectionWeights.DEFAULT;
        StatementSelector selector = new StatementSelector(pack, table, weights);
        Matter matter = new Matter(pack, table, embedder, terms, analyzer::roles);
        this.coverage = new CoverageCheck(pack, table, embedder, terms, this::search, coverage);
        this.local = new LocalAnswerer(pack, selector, weights, matter);
        this.refusals = new Refusals(pack, selector, matter);
        this.suggestions = new Suggestions(pack, embedder);
        this.outputGuard = new OutputGuard(pack);
    }

    /**
     * The answer to a question; never fails for what a person typed.
     *
     * @param fresh whether it may not come from the cache
     * @throws dev.rolewise.cache.WaitedTooLongException where another caller's computation of the same answer took longer
     *     than the deadline
     */
    public Answer ask(Question question, boolean fresh) {
        long start = ticker.read();
        InputGuard.Result guarded = inputGuard.check(question.text());
        if (Distress.isIn(question.text())) {
            return timed(comfort(), start);
        }
        if (guarded instanceof InputGuard.Result.Refused refused) {
            return timed(refuse(refused), start);
        }
        InputGuard.Result.Clean clean = (InputGuard.Result.Clean) guarded;
        Question readable = analyzer.standalone(new Question(clean.text(), question.conversation(), question.scope()));
        ExactKey key = ExactKey.of(readable);
        Supplier<Answer> compute = () -> timed(answer(readable), start);
        Answer answer = fresh ? cache.fresh(key, compute) : cache.get(key, deadline, compute);
        return clean.secret() ? answer.with(AnswerLine.of(Phrases.SECRET)) : answer;
    }

    /** The statements with those keys that the pack still has, as citations with markers from 1. */
    public List<Citation> quotes(List<String> keys) {
        AnswerDraft draft = new AnswerDraft();
        draft.bullets(keys.stream().flatMap(key -> table.row(key).stream()).toList());
        return draft.citations();
    }

    /** At most 25 common questions that hold every word typed. */
    public List<String> completing(String typed) {
        return suggestions.completing(typed);
    }

    /** What the coverage check has learned. */
    public CoverageModel coverageModel() {
        return coverage.model();
    }

    /** What is understood of a question and what is found for it, for people who look after the pack. */
    public Diagnosis diagnose(Question question) {
        CoverageCheck.Searched searched = search(question.text());
        CoverageCheck.Coverage found = coverage.check(searched.profile(), searched.evidence());
        return new Diagnosis(
                searched.profile(),
                searched.evidence(),
                found.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                found.covered());
    }

    private Answer timed(Answer answer, long start) {
        return answer.with(
                new Receipt(Tier.LOCAL, Optional.empty(), Duration.ZERO, Duration.ofNanos(ticker.read() - start)));
    }

    private Answer answer(Question question) {
        QuestionProfile profile = analyzer.analyze(question);
        AnswerDraft draft = new AnswerDraft();
        if (!Language.isEnglish(question.text())) {
            draft.frame(Phrases.ENGLISH_ONLY);
        }
        Answer.Status status =
                profile.parts().isEmpty() ? single(profile, question, draft) : parts(profile, question, draft);
        List<String> next = status == Answer.Status.ANSWERED ? suggestions.after(profile) : List.of();
        return outputGuard.check(
                new Answer(status, draft.lines(), draft.citations(), next, Optional.of(profile), NOTHING_SPENT));
    }

    private Answer.Status single(QuestionProfile profile, Question question, AnswerDraft draft) {
        Evidence evidence = retriever.retrieve(profile, question.scope(), PASSAGES);
        CoverageCheck.Coverage found = coverage.check(profile, evidence);
        if (found.verdict() != CoverageModel.Verdict.COVERED && !Language.isEnglish(question.text())) {
            draft.frame(Phrases.ASK_IN_ENGLISH);
            return status(found.verdict());
        }
        if (refusals.isChat(profile)) {
            refusals.outOfScope(profile, draft);
            return Answer.Status.OUT_OF_SCOPE;
        }
        switch (found.verdict()) {
            case COVERED -> local.write(profile, evidence, Optional.empty(), draft);
            case NOT_COVERED -> refusals.notCovered(profile, evidence, found.gap(), draft);
            case OUT_OF_SCOPE -> refusals.outOfScope(profile, draft);
        }
        return status(found.verdict());
    }

    /** Each part that is covered is answered; what is not is said, unless nothing is. */
    private Answer.Status parts(QuestionProfile whole, Question question, AnswerDraft draft) {
        List<QuestionProfile> covered = new ArrayList<>();
        List<Evidence> evidences = new ArrayList<>();
        Optional<String> leftOut = Optional.empty();
        for (QuestionProfile part : whole.parts()) {
            Evidence evidence = retriever.retrieve(part, question.scope(), PASSAGES);
            CoverageCheck.Coverage found = coverage.check(part, evidence);
            if (found.verdict() == CoverageModel.Verdict.COVERED) {
                covered.add(part);
                evidences.add(evidence);
            } else {
                leftOut = Optional.of(found.gap().map(Gap::says).orElse(Phrases.PART_LEFT_OUT));
            }
        }
        if (covered.isEmpty()) {
            return single(whole, question, draft);
        }
        List<Optional<String>> labels = local.labels(covered);
        for (int i = 0; i < covered.size() && draft.length() < LONGEST; i++) {
            local.write(covered.get(i), evidences.get(i), labels.get(i), draft);
        }
        leftOut.ifPresent(draft::frame);
        return Answer.Status.ANSWERED;
    }

    private static Answer.Status status(CoverageModel.Verdict verdict) {
        return switch (verdict) {
            case COVERED -> Answer.Status.ANSWERED;
            case NOT_COVERED -> Answer.Status.NOT_COVERED;
            case OUT_OF_SCOPE -> Answer.Status.OUT_OF_SCOPE;
        };
    }

    private static Answer comfort() {
        AnswerDraft draft = new AnswerDraft().frame(Phrases.DISTRESS);
        return new Answer(
                Answer.Status.OUT_OF_SCOPE, draft.lines(), List.of(), List.of(), Optional.empty(), NOTHING_SPENT);
    }

    private Answer refuse(InputGuard.Result.Refused refused) {
        String sentence =
                switch (refused.reason()) {
                    case EMPTY -> Phrases.empty(pack);
                    case TOO_LONG -> Phrases.tooLong(refused.characters(), InputGuard.MAX_CHARACTERS);
                    case HOSTILE -> Phrases.hostile(pack);
                    case ONLY_SECRET -> Phrases.ONLY_SECRET;
                };
        boolean empty = refused.reason() == InputGuard.Reason.EMPTY;
        AnswerDraft draft = new AnswerDraft().frame(sentence).frame(refusals.suggestion());
        return new Answer(
                empty ? Answer.Status.OUT_OF_SCOPE : Answer.Status.BLOCKED,
                draft.lines(),
                List.of(),
                List.of(),
                Optional.empty(),
                NOTHING_SPENT);
    }

    private CoverageCheck.Searched search(String text) {
        QuestionProfile profile = analyzer.analyze(Question.of(text));
        return new CoverageCheck.Searched(profile, retriever.retrieve(profile, Scope.INSTALLATION, PASSAGES));
    }
}
