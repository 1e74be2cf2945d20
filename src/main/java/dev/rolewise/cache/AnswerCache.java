package dev.rolewise.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Answers that are given again: to the same question, and to another that asks for the same; each made by one computation
 * however many ask at the same time.
 *
 * <p>The first to ask computes on its own thread, under no lock; the others wait for it. An answer is kept, and given to
 * others, only if it is the same for everybody: it answers or says that it cannot, and the question tells nothing of the
 * asker. Of other answers each caller computes its own. One whose receipt says why it is not what was wanted, such as a
 * model that could not be reached, goes to those who wait and is not kept. A computation that throws fails for all who
 * wait. To another question only what answers is given, with its citations; never a refusal.
 *
 * <p>An answer is given only while what it rests on is as it was: the passages that it cites, the generation of its scope
 * and, where a model made it, of the prompts and models. Nothing is known of a scope until {@link #changed} tells its
 * passages, and what cites others is not kept. A computation must not ask for its own key. Thread-safe.
 */
public final class AnswerCache {
    private final Asking.Levels levels;

    /**
     * @param guard says whether the answer to one question may be given to another
     * @param relevance says whether what an answer cites bears on another question
     * @param shared answers of all processes
     * @param models gives the generation of prompts and models; empty text where no model is set up
     * @param ticker measures expiry and latency; how long a caller waits for another goes by real time
     * @param clock says when an answer was made, and how old it is
     */
    public AnswerCache(
            CacheSettings settings,
            ReuseGuard guard,
            Relevance relevance,
            SharedLevel shared,
            Supplier<String> models,
            Ticker ticker,
            Clock clock) {
        Stamps stamps = new Stamps(models);
        CacheCounts counts = new CacheCounts();
        KeptAnswers kept = new KeptAnswers(settings, stamps, counts, ticker, clock);
        this.levels = new Asking.Levels(
                kept,
                new Flights(guard),
                shared,
                new SemanticLevel(kept, guard, relevance),
                stamps,
                counts,
                ticker,
                clock);
        shared.whenDropped(this::droppedElsewhere);
    }

    /**
     * The kept answer, or the one that another caller is computing, marked as cached with its age and the time this call
     * took; else what {@code computation} makes, unchanged.
     *
     * @param wait how long to wait for other callers' computations
     * @throws WaitedTooLongException where they took longer
     * @throws CancellationException where the thread was interrupted while it waited
     */
    public Answer get(ExactKey key, Duration wait, Computation computation) {
        return new Asking(levels, key, wait, computation).answer();
    }

    /** Computes whatever is kept, and replaces it; until then others get what is kept, or wait for this answer. */
    public Answer fresh(ExactKey key, Computation computation) {
        return new Asking(levels, key, Duration.ZERO, computation).fresh();
    }

    /**
     * Computes an answer of another kind than the question would get by itself. Where an answer to the very question is
     * kept, and the new one is {@code worthy}, it takes that one's place.
     */
    public Answer better(ExactKey key, Computation computation, Predicate<Answer> worthy) {
        Stamps.Stamp stamp = levels.stamps().now(key.scope());
        Answer answer = computation.answer();
        Outcome.Made made = new Outcome.Made(answer, levels.clock().instant(), Optional.empty());
        if (made.lasts() && worthy.test(answer)) {
            stamp.on(answer, made.at()).ifPresent(better -> computation.keep(() -> replace(key, better)));
        }
        return answer;
    }

    private void replace(ExactKey key, CachedAnswer better) {
        if (levels.kept().find(key).isPresent()) {
            levels.kept().replace(key, better).ifPresent(now -> levels.shared().keep(key, now));
        }
    }

    /**
     * Forgets an answer everywhere, and does not keep one that is being computed now. Nothing happens where the answer kept
     * here is not {@code that} one.
     */
    public void evict(ExactKey key, Predicate<Answer> that) {
        if (mayBe(key, that)) {
            levels.flights().forget(key);
            levels.kept().remove(key, Eviction.UNHELPFUL);
            levels.shared().drop(List.of(key));
        }
    }

    /** Gives an answer to the very question alone from now on, in this process; as {@link #evict} otherwise. */
    public void demote(ExactKey key, Predicate<Answer> that) {
        if (mayBe(key, that)) {
            levels.kept().demote(key);
        }
    }

    private boolean mayBe(ExactKey key, Predicate<Answer> that) {
        return levels.kept()
                .find(key)
                .map(CachedAnswer::answer)
                .filter(that.negate())
                .isEmpty();
    }

    /**
     * Tells what a scope itself knows now. The answers that cite a passage of it that has changed or is gone are forgotten,
     * and no others.
     *
     * @param passages a hash of the passage of each statement, by the key of the statement: {@link PassageHashes}
     */
    public void changed(Scope scope, Map<String, String> passages) {
        levels.stamps().know(scope, passages);
        sweep(scope);
    }

    /**
     * Starts a new generation of a scope: it knows more than before, so that all its answers may differ. One of the
     * installation, which every server's knowledge includes, is one of all scopes; one of a server is its alone.
     *
     * @param name one that no other state of that scope has, the same in all processes and after a restart, such as a hash
     *     of its sources or the number of its last change
     */
    public void newGeneration(Scope scope, String name) {
        levels.stamps().generation(scope, name);
        sweep(scope);
    }

    /** The questions of a member whose answers are kept in memory, as they were understood. */
    public List<String> questionsOf(String memberId) {
        return levels.kept().questionsOf(memberId);
    }

    /** Members to whose questions answers are kept in memory. */
    public Set<String> askers() {
        return levels.kept().askers();
    }

    /** Forgets the answers that were made for questions of a member, everywhere. */
    public void forgetMember(String memberId) {
        forget(levels.kept().keys(Optional.of(memberId), key -> true));
    }

    /** Forgets all answers of a scope, everywhere; not those of the servers within it. */
    public void forgetScope(Scope scope) {
        forget(levels.kept().keys(Optional.empty(), key -> key.scope().equals(scope)));
    }

    private void forget(List<ExactKey> keys) {
        keys.forEach(key -> {
            levels.flights().forget(key);
            levels.kept().remove(key, Eviction.PRIVACY);
        });
        levels.shared().drop(keys);
    }

    /** Number of answers that are kept. */
    public long size() {
        return levels.kept().size();
    }

    /** What it has done so far. */
    public CacheFigures figures() {
        return levels.counts().figures(size());
    }

    private void sweep(Scope scope) {
        List<ExactKey> gone = levels.kept().sweep(kept -> scope.equals(Scope.INSTALLATION) || kept.equals(scope));
        if (!gone.isEmpty()) {
            levels.shared().drop(gone);
        }
    }

    private void droppedElsewhere(String encoded) {
        EncodedKey.decode(encoded)
                .map(List::of)
                .orElseGet(() -> levels.kept().keys(Optional.empty(), key -> isMeant(encoded, key)))
                .forEach(key -> levels.kept().remove(key, Eviction.ELSEWHERE));
    }

    private boolean isMeant(String name, ExactKey key) {
        return name.equals(SharedLevel.EVERYTHING)
                || levels.shared().name(key).filter(name::equals).isPresent();
    }
}
