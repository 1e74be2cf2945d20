package dev.rolewise.answer;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.cache.AnswerCache;
import dev.rolewise.cache.CacheFigures;
import dev.rolewise.cache.ExactKey;
import dev.rolewise.cache.PassageHashes;
import dev.rolewise.cache.Relevance;
import dev.rolewise.cache.RoleNames;
import dev.rolewise.cache.WaitedTooLongException;
import dev.rolewise.cascade.Deadline;
import dev.rolewise.cascade.ModelTiers;
import dev.rolewise.cascade.RouteFacts;
import dev.rolewise.cascade.Router;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Answer;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Citation;
import dev.rolewise.question.DocumentSearch;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Scope;
import dev.rolewise.question.ServerKnowledge;
import dev.rolewise.question.Spending;
import dev.rolewise.question.TermExtractor;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Turn;
import dev.rolewise.retrieval.Retriever;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Answers questions: guard, look into the cache, answer from statements, make it better by a model where that adds to it,
 * guard again. Thread-safe; an answer of the local tier that is not cached takes about as long as one embedding for each
 * part of the question.
 */
public final class AnswerService {
    private static final int PASSAGES = 16;
    /** Share of a model's sentences that the sources must carry for its answer to take the place of a kept one. */
    private static final double WELL_KEPT = 0.75;

    private final QuestionAnalyzer analyzer;
    private final Retriever retriever;
    private final AnswerCache cache;
    private final RoleNames names;
    private final Ticker ticker;
    private final Duration deadline;
    private final DocumentSearch documents;
    private final ServerKnowledge servers;
    private final InputGuard inputGuard = new InputGuard();
    private final StatementTable table;
    private final CoverageCheck coverage;
    private final ModelAnswerer models;
    private final Answerer answerer;
    private final GuardReplies guardReplies;
    private final Suggestions suggestions;
    private final OutputGuard outputGuard;

    /**
     * @param cache makes the cache, given what says whether a kept answer bears on a question
     * @param tiers the model tiers, if any
     * @param router says which tier a question needs
     * @param questionIds gives each question that goes to a model an id for the ledger
     * @param deadline for the whole of a question, or for another caller's answer to the same one
     * @param coverage what the coverage check learned before; trained now where there is nothing, which takes seconds
     * @param documents those of the installation and of servers
     * @param servers what they have set right and want
     */
    public AnswerService(
            Pack pack,
            Embedder embedder,
            TermExtractor terms,
            QuestionAnalyzer analyzer,
            Retriever retriever,
            Function<Relevance, AnswerCache> cache,
            ModelTiers tiers,
            Router router,
            Supplier<String> questionIds,
            Ticker ticker,
            Duration deadline,
            Optional<CoverageModel> coverage,
            DocumentSearch documents,
            ServerKnowledge servers) {
        this.analyzer = analyzer;
        this.retriever = retriever;
        this.ticker = ticker;
        this.deadline = deadline;
        this.documents = documents;
        this.servers = servers;
        this.table = new StatementTable(pack, embedder, terms);
        this.cache = cache.apply(new StatementRelevance(table));
        this.cache.changed(Scope.INSTALLATION, PassageHashes.of(pack.sources()));
        SelectionWeights weights = SelectionWeights.DEFAULT;
        StatementSelector selector = new StatementSelector(pack, table, weights);
        Matter matter = new Matter(pack, table, embedder, terms, analyzer::roles);
        this.coverage = new CoverageCheck(pack, table, embedder, terms, this::search, coverage);
        Refusals refusals = new Refusals(pack, selector, matter);
        this.guardReplies = new GuardReplies(pack, refusals);
        this.suggestions = new Suggestions(pack, embedder);
        LocalTier local = new LocalTier(
                retriever,
                this.coverage,
                new LocalAnswerer(pack, selector, weights, matter),
                refusals,
                suggestions,
                new DocumentAnswerer(documents, terms),
                new Situations(pack, table, selector, embedder, analyzer::roleRequest));
        this.models = new ModelAnswerer(pack, tiers, router, table, questionIds);
        this.names = RoleNames.of(pack);
        this.outputGuard = new OutputGuard(pack);
        this.answerer = new Answerer(pack, local, models, outputGuard, documents, servers);
    }

    /** Whose knowledge counts for a question that is asked in that server. */
    public Scope scope(Optional<String> serverId) {
        return servers.scope(serverId);
    }

    /** What counts in a scope has changed: answers that were made before under another name are not given any more. */
    public void knowledgeChanged(Scope scope, String name) {
        cache.newGeneration(scope, name);
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
            return timed(guardReplies.comfort(), start);
        }
        if (guarded instanceof InputGuard.Result.Refused refused) {
            return timed(guardReplies.refuse(refused), start);
        }
        InputGuard.Result.Clean clean = (InputGuard.Result.Clean) guarded;
        Question readable =
                analyzer.standalone(new Question(clean.text(), understood(question.conversation()), question.scope()));
        AnswerWork work =
                new AnswerWork(readable, readable.text().equals(clean.text()), options, end, analyzer, answerer);
        Answer answer = timed(clean.harmless() ? cached(readable, options, end, work) : work.answer(), start);
        return clean.secret() ? outputGuard.ending(answer, AnswerLine.of(Phrases.SECRET)) : answer;
    }

    /** Only what the guard has let through: anything else may hold what must not reach a model. */
    private static List<Turn> understood(List<Turn> conversation) {
        return conversation.stream().filter(turn -> turn.profile().isPresent()).toList();
    }

    private Answer cached(Question question, AskOptions options, Deadline end, AnswerWork work) {
        ExactKey key = key(question);
        if (options.only().isPresent()) {
            return options.only().get() == Tier.STRONG
                    ? cache.better(key, work, AnswerService::verifiedWell)
                    : work.answer();
        }
        try {
            return options.fresh() ? cache.fresh(key, work) : cache.get(key, end.left(), work);
        } catch (WaitedTooLongException e) {
            return answerer.alone(question, work.understood());
        }
    }

    /** The strong model made it, and nearly all that it said is carried by the sources. */
    private static boolean verifiedWell(Answer answer) {
        Spending spending = answer.receipt().spending();
        return answer.receipt().servedBy() == Tier.STRONG
                && answer.status() == Answer.Status.ANSWERED
                && spending.kept() >= WELL_KEPT * spending.claims();
    }

    /**
     * Another answer to a question, for whom the first did not help: one tier up, where that is set up and answers; else
     * what else the sources say, or an honest word that this is all. It is not kept for others.
     *
     * @param servedBy who made the first answer
     * @param shown keys of the statements that were shown
     */
    public Answer again(Question question, Tier servedBy, Set<String> shown, AskOptions options) {
        long start = ticker.read();
        Deadline end = Deadline.in(deadline, ticker);
        InputGuard.Result guarded = inputGuard.check(question.text());
        if (guarded instanceof InputGuard.Result.Refused refused) {
            return timed(guardReplies.refuse(refused), start);
        }
        Question readable = new Question(((InputGuard.Result.Clean) guarded).text(), List.of(), question.scope());
        QuestionProfile profile = analyzer.analyze(readable);
        return timed(answerer.another(readable, profile, servedBy, shown, options, end), start);
    }

    /**
     * Takes an answer back that did not help somebody: it is not given again.
     *
     * @param asked the question, so that it stands alone
     * @param receipt of the answer
     * @param shown keys of the statements that it cites
     * @param esteemed whether others speak for it: then it is still given to the very same question
     */
    public void takeBack(Question asked, Receipt receipt, Collection<String> shown, boolean esteemed) {
        Question first = receipt.reused()
                .map(reused -> new Question(reused.question(), List.of(), asked.scope()))
                .orElse(asked);
        Predicate<Answer> that = kept -> kept.receipt().servedBy() == receipt.servedBy()
                && kept.citations().stream()
                        .map(Citation::statementKey)
                        .collect(Collectors.toSet())
                        .equals(Set.copyOf(shown));
        if (esteemed) {
            cache.demote(key(first), that);
        } else {
            cache.evict(key(first), that);
        }
    }

    private ExactKey key(Question question) {
        return ExactKey.of(question, names);
    }

    /** The questions of a member whose answers are given again, as they are kept in memory. */
    public List<String> keptQuestions(String memberId) {
        return cache.questionsOf(memberId);
    }

    /** Members to whose questions answers are kept in memory. */
    public Set<String> askers() {
        return cache.askers();
    }

    /** Forgets the answers that were made for questions of a member. */
    public void forgetMember(String memberId) {
        cache.forgetMember(memberId);
    }

    /** Forgets the answers that were made of what a server has of its own. */
    public void forgetServer(String serverId) {
        cache.forgetScope(new Scope(Optional.of(serverId)));
    }

    /** What the cache has done so far. */
    public CacheFigures cacheFigures() {
        return cache.figures();
    }

    /** The statements with those keys that the pack and the scope's documents still have, as citations with markers from 1. */
    public List<Citation> quotes(List<String> keys, Scope scope) {
        AnswerDraft draft = new AnswerDraft();
        for (String key : keys) {
            table.row(key).ifPresentOrElse(row -> draft.bullets(List.of(row)), () -> documents
                    .statement(scope, key)
                    .ifPresent(draft::quoted));
        }
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
        Question asked = Question.of(question);
        LocalDraft draft = answerer.draft(asked, analyzer.analyze(asked));
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

    private CoverageCheck.Searched search(String text) {
        QuestionProfile profile = analyzer.analyze(Question.of(text));
        return new CoverageCheck.Searched(profile, retriever.retrieve(profile, Scope.INSTALLATION, PASSAGES));
    }
}
