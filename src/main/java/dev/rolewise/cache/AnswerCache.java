package dev.rolewise.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Answer.Status;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Receipt.CacheHit;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Answers by exact key, in memory, each made by one computation however many ask at the same time.
 *
 * <p>The first to ask computes on its own thread, under no lock; the others wait for it. An answer is kept, and given to those
 * who wait, only if it is the same for everybody: it answers or says that it cannot, and the question tells nothing of the
 * asker. Of other answers each caller computes its own. One whose receipt says why it is not what was wanted, such as a
 * model that could not be reached, goes to those who wait and is not kept. A computation that throws fails for all who wait and is not kept; one
 * whose key was invalidated meanwhile is not kept either. A computation must not ask for its own key. Thread-safe.
 */
public final class AnswerCache {
    private static final Set<Status> FOR_EVERYBODY =
            EnumSet.of(Status.ANSWERED, Status.NOT_COVERED, Status.OUT_OF_SCOPE);

    private final AsyncCache<ExactKey, Outcome> outcomes;
    private final Ticker ticker;

    /** How a computation ended. */
    private sealed interface Outcome permits Made, Failed {}

    private record Made(Answer answer, long atNanos) implements Outcome {
        boolean forEverybody() {
            return FOR_EVERYBODY.contains(answer.status())
                    && answer.profile().stream().noneMatch(Made::personal);
        }

        /** Whether it is what was wanted: one that says why it is not is made again for the next who asks. */
        boolean lasts() {
            return forEverybody() && answer.receipt().spending().note().isEmpty();
        }

        private static boolean personal(QuestionProfile profile) {
            return profile.personal() || profile.parts().stream().anyMatch(Made::personal);
        }
    }

    private record Failed(Throwable failure) implements Outcome {}

    /** {@code ticker} measures age, expiry and latency; how long a caller waits for another goes by real time. */
    public AnswerCache(CacheSettings settings, Ticker ticker) {
        this.ticker = ticker;
        this.outcomes = Caffeine.newBuilder()
                .maximumWeight(settings.maxBytes())
                .weigher(AnswerCache::weigh)
                .expireAfterWrite(settings.expireAfter())
                .ticker(ticker)
                .executor(Runnable::run)
                .buildAsync();
    }

    /**
     * The kept answer, or the one that another caller is computing, marked as cached with its age and the time this call
     * took; else what {@code compute} makes, unchanged.
     *
     * @param wait how long to wait for another caller's computation
     * @throws WaitedTooLongException where it took longer
     * @throws CancellationException where the thread was interrupted while it waited
     */
    public Answer get(ExactKey key, Duration wait, Supplier<Answer> compute) {
        long asked = ticker.read();
        CompletableFuture<Outcome> mine = new CompletableFuture<>();
        CompletableFuture<Outcome> first = outcomes.asMap().putIfAbsent(key, mine);
        if (first == null) {
            return computeInto(mine, key, compute);
        }
        Outcome outcome = await(first, wait);
        if (outcome instanceof Failed failed) {
            throw rethrown(failed.failure());
        }
        Made made = (Made) outcome;
        return made.forEverybody() ? marked(made, asked) : compute.get();
    }

    /** Computes whatever is kept, and replaces it; who asks meanwhile waits for this answer. */
    public Answer fresh(ExactKey key, Supplier<Answer> compute) {
        CompletableFuture<Outcome> mine = new CompletableFuture<>();
        outcomes.asMap().put(key, mine);
        return computeInto(mine, key, compute);
    }

    /** Forgets the answer, and does not keep one that is being computed now. */
    public void invalidate(ExactKey key) {
        outcomes.synchronous().invalidate(key);
    }

    /** Number of answers that are kept or being computed. */
    public long size() {
        outcomes.synchronous().cleanUp();
        return outcomes.synchronous().estimatedSize();
    }

    private Answer computeInto(CompletableFuture<Outcome> mine, ExactKey key, Supplier<Answer> compute) {
        Made made;
        try {
            made = new Made(compute.get(), ticker.read());
        } catch (Throwable e) {
            outcomes.asMap().remove(key, mine);
            mine.complete(new Failed(e));
            throw e;
        }
        if (!made.lasts()) {
            outcomes.asMap().remove(key, mine);
        }
        mine.complete(made);
        return made.answer();
    }

    private Answer marked(Made made, long asked) {
        long now = ticker.read();
        Receipt receipt = made.answer()
                .receipt()
                .fromCache(
                        CacheHit.EXACT,
                        Duration.ofNanos(Math.max(0, now - made.atNanos())),
                        Duration.ofNanos(Math.max(0, now - asked)));
        return made.answer().with(receipt);
    }

    private static Outcome await(CompletableFuture<Outcome> outcome, Duration wait) {
        try {
            return outcome.get(Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new WaitedTooLongException(wait, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while another caller computed the same answer");
        } catch (ExecutionException e) {
            throw new IllegalStateException("outcomes are values, failures too", e);
        }
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }

    private static int weigh(ExactKey key, Outcome outcome) {
        return outcome instanceof Made made ? AnswerWeight.of(key, made.answer()) : 0;
    }
}
