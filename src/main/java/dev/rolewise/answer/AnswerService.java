package dev.rolewise.answer;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.cache.AnswerCache;
import dev.rolewise.cache.ExactKey;
import dev.rolewise.cache.WaitedTooLongException;
import dev.rolewise.cascade.Deadline;
import dev.rolewise.cascade.ModelTiers;
import dev.rolewise.cascade.RouteFacts;
import dev.rolewise.cascade.Router;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Answer;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Citation;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Scope;
import dev.rolewise.question.Spending;
import dev.rolewise.question.TermExtractor;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Turn;
import dev.rolewise.retrieval.Retriever;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers questions: guard, look into the cache, answer from statements, make it better by a model where that adds to it,
 * guard again. Thread-safe; an answer of the local tier that is not cached takes about as long as one embedding for each
 * part of the question.
 */
public final class AnswerService {
    private static final int PASSAGES = 16;
    private static final Receipt NOTHING_SPENT = Receipt.local(Spending.NONE);

    private final Pack pack;
    private final QuestionAnalyzer analyzer;
    private final Retriever retriever;
    private final AnswerCache cache;
    private final Ticker ticker;
    private final Duration deadline;
    private final InputGuard inputGuard = new InputGuard();
    private final StatementTable table;
    private final CoverageCheck coverage;
    private final LocalTier local;
    private final ModelAnswerer models;
    private final Refusals refusals;
    private final Suggestions suggestions;
    private final QuizPointer quizzes;
    private final OutputGuard outputGuard;

    /**
     * @param tiers the model tiers, if any
     * @param router says which tier a question needs
     * @param questionIds gives each question that goes to a model an id for the ledger
     * @param deadline for the whole of a question, or for another caller's answer to the same one
     * @param coverage what the coverage check learned before; trained now where there is nothing, which takes seconds
     */
    public AnswerService(
            Pack pack,
            Embedder embedder,
            TermExtractor terms,
            QuestionAnalyzer analyzer,
            Retriever retriever,
            AnswerCache cache,
            ModelTiers tiers,
            Router router,
            Supplier<String> questionIds,
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
        this.refusals = new Refusals(pack, selector, matter);
        this.suggestions = new Suggestions(pack, embedder);
        this.local = new LocalTier(
                analyzer,
                retriever,
                this.coverage,
                new LocalAnswerer(pack, selector, weights, matter),
                refusals,
                suggestions);
        this.models = new ModelAnswerer(pack, tiers, router, table, questionIds);
        this.quizzes = new QuizPointer(pack);
        this.outputGuard = new OutputGuard(pack);
    }

    /** Whether that tier can answer. */
    public boolean has(Tier tier) {
        return models.has(tier);
    }

    /** The answer to a question; never fails for what a person typed. */
    public Answer ask(Question question, AskOptions options) {
        long start = ticker.read();
        Deadline end = Deadline.in(deadline, ticker);
        InputGuard.Result guarded = inputGuard.check(question.text());
        if (Distress.isIn(question.text())) {
            return timed(comfort(), start);
        }
        if (guarded instanceof InputGuard.Result.Refused refused) {
            return timed(refuse(refused), start);
        }
        InputGuard.Result.Clean clean = (InputGuard.Result.Clean) guarded;
        Question readable =
                analyzer.standalone(new Question(clean.text(), understood(question.conversation()), question.scope()));
        Supplier<Answer> compute = () -> timed(answer(readable, options, end), start);
        Supplier<Answer> alone = () -> timed(alone(readable), start);
        Answer answer = options.only().isPresent() ? compute.get() : cached(readable, options, end, compute, alone);
        return clean.secret() ? outputGuard.ending(answer, AnswerLine.of(Phrases.SECRET)) : answer;
    }

    /** Only what the guard has let through: anything else may hold what must not reach a model. */
    private static List<Turn> understood(List<Turn> conversation) {
        return conversation.stream().filter(turn -> turn.profile().isPresent()).toList();
    }

    private Answer cached(
            Question question, AskOptions options, Deadline end, Supplier<Answer> compute, Supplier<Answer> alone) {
        ExactKey key = ExactKey.of(question);
        try {
            return options.fresh() ? cache.fresh(key, compute) : cache.get(key, end.left(), compute);
        } catch (WaitedTooLongException e) {
            return alone.get();
        }
    }

    /** What this machine says by itself, to one who waited in vain for the answer that another caller is computing. */
    private Answer alone(Question question) {
        Answer answer = outputGuard.check(
                quizzes.pointedTo(outputGuard.check(local.draft(question).answer())));
        return answer.with(Receipt.local(Spending.NONE.noted(Phrases.WAITED)));
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

    /** What routing would go by for a question that stands alone; empty where it is not answered and so goes nowhere. */
    public Optional<RouteFacts> routeFacts(String question) {
        LocalDraft draft = local.draft(Question.of(question));
        return Optional.of(draft)
                .filter(d -> d.answer().status() == Answer.Status.ANSWERED)
                .map(LocalDraft::facts);
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
        return answer.with(answer.receipt().took(Duration.ofNanos(ticker.read() - start)));
    }

    private Answer answer(Question question, AskOptions options, Deadline end) {
        LocalDraft draft = local.draft(question);
        Answer best = models.improve(draft.with(outputGuard.check(draft.answer())), options, end);
        return outputGuard.check(quizzes.pointedTo(best));
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
