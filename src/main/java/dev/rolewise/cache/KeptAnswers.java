package dev.rolewise.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.question.Answer.Status;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The answers in memory, by key and by meaning. Whatever is found holds: it is not too old, and what it rests on is as it
 * was. Thread-safe.
 */
final class KeptAnswers {
    private final Cache<ExactKey, Entry> byKey;
    private final SemanticIndex byMeaning = new SemanticIndex();
    private final Stamps stamps;
    private final CacheCounts counts;
    private final Duration expireAfter;
    private final Clock clock;

    /** {@code exactOnly} says that it is given to the same question alone. */
    private record Entry(CachedAnswer answer, boolean exactOnly) {
        /** Where it may be given to another question: the embedding by which it is found. A refusal may not. */
        Optional<Embedding> meaning() {
            return exactOnly
                            || answer.answer().status() != Status.ANSWERED
                            || answer.cited().isEmpty()
                    ? Optional.empty()
                    : answer.answer()
                            .profile()
                            .map(QuestionProfile::embedding)
                            .filter(embedding -> embedding.dimensions() > 0);
        }
    }

    KeptAnswers(CacheSettings settings, Stamps stamps, CacheCounts counts, Ticker ticker, Clock clock) {
        this.stamps = stamps;
        this.counts = counts;
        this.expireAfter = settings.expireAfter();
        this.clock = clock;
        this.byKey = Caffeine.newBuilder()
                .maximumWeight(settings.maxBytes())
                .weigher((ExactKey key, Entry entry) -> AnswerWeight.of(key, entry.answer()))
                .expireAfterWrite(settings.expireAfter())
                .ticker(ticker)
                .executor(Runnable::run)
                .evictionListener((key, entry, cause) -> pushedOut(key, cause))
                .build();
    }

    Optional<CachedAnswer> find(ExactKey key) {
        Entry entry = byKey.getIfPresent(key);
        if (entry == null) {
            return Optional.empty();
        }
        Optional<Eviction> against = against(key.scope(), entry.answer(), clock.instant());
        against.ifPresent(why -> remove(key, entry, why));
        return against.isPresent() ? Optional.empty() : Optional.of(entry.answer());
    }

    /** Whether an answer in that scope is not too old, and rests on what is there. */
    boolean holds(Scope scope, CachedAnswer answer) {
        return against(scope, answer, clock.instant()).isEmpty();
    }

    /** One that takes the place of another which is given to the same question alone is so too. */
    void put(ExactKey key, CachedAnswer answer, boolean exactOnly) {
        Entry old = byKey.getIfPresent(key);
        Entry entry = new Entry(answer, exactOnly || (old != null && old.exactOnly()));
        entry.meaning().ifPresentOrElse(meaning -> byMeaning.put(key, meaning), () -> byMeaning.remove(key));
        byKey.put(key, entry);
    }

    /**
     * Puts it where another is kept, for the same questions as that one and as an answer to whoever asked that one; gives it
     * as it is kept, where there was another.
     */
    Optional<CachedAnswer> replace(ExactKey key, CachedAnswer answer) {
        return Optional.ofNullable(byKey.asMap()
                        .computeIfPresent(
                                key,
                                (k, old) ->
                                        new Entry(answer.askedBy(old.answer().asker()), old.exactOnly())))
                .map(Entry::answer);
    }

    /** Members whose questions they are answers to, where that is known. */
    Set<String> askers() {
        return byKey.asMap().values().stream()
                .flatMap(entry -> entry.answer().asker().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The questions of a member, as they were understood. */
    List<String> questionsOf(String memberId) {
        return byKey.asMap().entrySet().stream()
                .filter(kept -> kept.getValue()
                        .answer()
                        .asker()
                        .filter(memberId::equals)
                        .isPresent())
                .map(kept -> kept.getValue()
                        .answer()
                        .answer()
                        .profile()
                        .map(QuestionProfile::text)
                        .orElse(kept.getKey().text()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The keys that fit, of answers that were made for questions of that member or, where none is named, of anybody. */
    List<ExactKey> keys(Optional<String> asker, Predicate<ExactKey> fits) {
        return byKey.asMap().entrySet().stream()
                .filter(kept ->
                        asker.isEmpty() || kept.getValue().answer().asker().equals(asker))
                .map(Map.Entry::getKey)
                .filter(fits)
                .toList();
    }

    /** Gives it to the same question alone from now on; says whether it is kept. */
    boolean demote(ExactKey key) {
        byMeaning.remove(key);
        return byKey.asMap().computeIfPresent(key, (k, old) -> new Entry(old.answer(), true)) != null;
    }

    /** Whether there was something to remove. */
    boolean remove(ExactKey key, Eviction why) {
        Entry entry = byKey.getIfPresent(key);
        return entry != null && remove(key, entry, why);
    }

    /** Removes what does not hold any more in those scopes; gives the keys of what it removed. */
    List<ExactKey> sweep(Predicate<Scope> scopes) {
        Instant now = clock.instant();
        List<ExactKey> removed = new ArrayList<>();
        for (Map.Entry<ExactKey, Entry> kept : byKey.asMap().entrySet()) {
            ExactKey key = kept.getKey();
            if (scopes.test(key.scope())
                    && against(key.scope(), kept.getValue().answer(), now)
                            .filter(why -> remove(key, kept.getValue(), why))
                            .isPresent()) {
                removed.add(key);
            }
        }
        return removed;
    }

    /** At most {@code limit} keys of answers that may be given to other questions, nearest first. */
    List<ExactKey> near(Scope scope, Embedding asked, int limit, double atLeast) {
        return byMeaning.nearest(scope, asked, limit, atLeast);
    }

    long size() {
        byKey.cleanUp();
        return byKey.estimatedSize();
    }

    private Optional<Eviction> against(Scope scope, CachedAnswer answer, Instant now) {
        return answer.madeAt().plus(expireAfter).isAfter(now)
                ? stamps.now(scope).against(answer)
                : Optional.of(Eviction.AGE);
    }

    /** Removes that very answer; a newer one stays. */
    private boolean remove(ExactKey key, Entry entry, Eviction why) {
        boolean was = byKey.asMap().remove(key, entry);
        if (was) {
            byMeaning.remove(key);
            counts.evicted(why);
        }
        return was;
    }

    private void pushedOut(@Nullable ExactKey key, RemovalCause cause) {
        counts.evicted(cause == RemovalCause.EXPIRED ? Eviction.AGE : Eviction.SPACE);
        if (key != null) {
            byMeaning.remove(key);
        }
    }
}
