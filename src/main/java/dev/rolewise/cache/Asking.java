package dev.rolewise.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.cache.Flights.Follow;
import dev.rolewise.cache.Flights.Lead;
import dev.rolewise.cache.Flights.Place;
import dev.rolewise.cache.Outcome.Alone;
import dev.rolewise.cache.Outcome.Failed;
import dev.rolewise.cache.Outcome.GaveUp;
import dev.rolewise.cache.Outcome.Made;
import dev.rolewise.cache.ReuseGuard.Reason;
import dev.rolewise.question.Answer;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Receipt.Reused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * The way of one question through the cache: kept, being made, shared, kept for another that asks for the same, being made
 * for such a one, computed. For one thread.
 */
final class Asking {
    /** How often what came meanwhile is looked at before computing all the same. */
    private static final int LOOKS = 3;

    private final Levels levels;
    private final ExactKey key;
    private final Duration wait;
    private final Computation computation;
    private final long asked;

    /**
     * What is looked through, in this order.
     *
     * @param kept the answers in memory
     * @param flights those being made
     * @param shared those of all processes
     * @param semantic those in memory, by meaning
     */
    record Levels(
            KeptAnswers kept,
            Flights flights,
            SharedLevel shared,
            SemanticLevel semantic,
            Stamps stamps,
            CacheCounts counts,
            Ticker ticker,
            Clock clock) {}

    /** {@code wait} is how long it may wait for others, from now on. */
    Asking(Levels levels, ExactKey key, Duration wait, Computation computation) {
        this.levels = levels;
        this.key = key;
        this.wait = wait;
        this.computation = computation;
        this.asked = levels.ticker().read();
    }

    Answer answer() {
        while (true) {
            Optional<CachedAnswer> kept = levels.kept().find(key);
            if (kept.isPresent()) {
                return hit(made(kept.get()));
            }
            Flight mine = new Flight(key);
            Optional<Flight> first = levels.flights().before(mine);
            if (first.isEmpty()) {
                return search(mine);
            }
            Outcome outcome = first.get().await(left());
            if (outcome instanceof Failed failed) {
                throw rethrown(failed.failure());
            }
            if (outcome instanceof Made made && made.forEverybody()) {
                return hit(made);
            }
            if (!(outcome instanceof GaveUp)) {
                levels.counts().missed(Optional.empty());
                return computation.answer();
            }
        }
    }

    /** Past all levels; what is made replaces what is kept. */
    Answer fresh() {
        Flight mine = new Flight(key);
        levels.flights().replace(mine);
        return landing(
                mine,
                () -> Outcome.personal(computation.understood()) ? alone(mine) : computed(mine, Optional.empty()));
    }

    private Answer search(Flight mine) {
        return landing(mine, () -> {
            Optional<CachedAnswer> found = levels.kept().find(key).or(this::shared);
            if (found.isPresent()) {
                Made made = made(found.get());
                levels.flights().land(mine, made);
                return hit(made);
            }
            QuestionProfile profile = computation.understood();
            if (Outcome.personal(profile)) {
                return alone(mine);
            }
            return computation.standsAlone() ? alike(mine, profile) : computed(mine, Optional.empty());
        });
    }

    /** Nobody waits for ever: what goes wrong ends it for all. */
    private Answer landing(Flight mine, Supplier<Answer> work) {
        try {
            return work.get();
        } catch (Throwable e) {
            levels.flights().land(mine, new Failed(e));
            throw e;
        }
    }

    private Optional<CachedAnswer> shared() {
        Optional<CachedAnswer> found = levels.shared()
                .find(key)
                .filter(answer -> levels.kept().holds(key.scope(), answer))
                .map(answer -> answer.askedBy(computation.asker()));
        found.ifPresent(answer -> {
            levels.counts().shared();
            computation.keep(() -> levels.kept().put(key, answer, !computation.standsAlone()));
        });
        return found;
    }

    private Answer alike(Flight mine, QuestionProfile profile) {
        for (int looks = 1; ; looks++) {
            long landings = levels.flights().landings();
            SemanticLevel.Look look = levels.semantic().look(key.scope(), profile);
            if (look.hit().isPresent()) {
                SemanticLevel.Hit found = look.hit().get();
                Made made = reused(found.answer().answer(), found.answer().madeAt(), profile, found.similarity());
                levels.flights().land(mine, made);
                return hit(made);
            }
            OptionalLong seen = looks < LOOKS ? OptionalLong.of(landings) : OptionalLong.empty();
            Place place = levels.flights().place(mine, profile, seen);
            if (place instanceof Lead) {
                return computed(mine, look.reason());
            }
            if (place instanceof Follow twin) {
                return followed(mine, twin, profile);
            }
        }
    }

    private Answer followed(Flight mine, Follow twin, QuestionProfile profile) {
        Outcome outcome;
        try {
            outcome = twin.leader().await(left());
        } catch (WaitedTooLongException | CancellationException e) {
            levels.flights().land(mine, new GaveUp());
            throw e;
        }
        if (outcome instanceof Failed failed) {
            throw rethrown(failed.failure());
        }
        if (outcome instanceof Made made
                && made.forEverybody()
                && levels.semantic().bears(made.answer(), profile)) {
            Made reused = reused(made.answer(), made.at(), profile, twin.similarity());
            levels.flights().land(mine, reused);
            return hit(reused);
        }
        levels.flights().lead(mine, profile);
        return computed(mine, Optional.of(Reason.RELEVANCE));
    }

    /** What tells of who asks is neither looked for nor kept. */
    private Answer alone(Flight mine) {
        levels.flights().land(mine, new Alone());
        levels.counts().missed(Optional.of(Reason.PERSONAL));
        return computation.answer();
    }

    private Answer computed(Flight mine, Optional<Reason> reason) {
        levels.counts().missed(reason);
        Stamps.Stamp stamp = levels.stamps().now(key.scope());
        Answer answer = computation.answer();
        Made made = new Made(answer, levels.clock().instant(), Optional.empty());
        Optional<CachedAnswer> lasting =
                made.lasts() ? stamp.on(answer, made.at()).map(a -> a.askedBy(computation.asker())) : Optional.empty();
        if (!computation.keep(() -> levels.flights().land(mine, made, () -> lasting.ifPresent(this::keep)))) {
            levels.flights().land(mine, new GaveUp());
        }
        return answer;
    }

    private void keep(CachedAnswer lasting) {
        levels.kept().put(key, lasting, !computation.standsAlone());
        levels.shared().keep(key, lasting);
    }

    private static Made made(CachedAnswer kept) {
        return new Made(kept.answer(), kept.madeAt(), Optional.empty());
    }

    private static Made reused(Answer answer, Instant at, QuestionProfile asked, double similarity) {
        String first = answer.profile().map(QuestionProfile::text).orElse("");
        return new Made(answer.to(asked), at, Optional.of(new Reused(first, similarity)));
    }

    private Answer hit(Made made) {
        levels.counts().hit(made.reused().isEmpty());
        Duration age = Duration.between(made.at(), levels.clock().instant());
        Receipt receipt = made.answer()
                .receipt()
                .fromCache(
                        made.reused(),
                        age.isNegative() ? Duration.ZERO : age,
                        Duration.ofNanos(Math.max(0, levels.ticker().read() - asked)));
        return made.answer().with(receipt);
    }

    private Duration left() {
        return wait.minusNanos(levels.ticker().read() - asked);
    }

    private static RuntimeException rethrown(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(failure);
    }
}
