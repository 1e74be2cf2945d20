package dev.rolewise.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.cache.Wording;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.ServerKnowledge;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The answers that those who manage a server wrote, each served to its question and to those that ask the same, which is what
 * the cache's guard decides, and offered below its question to those that may. Thread-safe. Methods throw {@link java.io.UncheckedIOException} where the record cannot be used.
 */
public final class Corrections {
    /** The most of one server, those that were withdrawn included; of those the oldest gives way. */
    static final int MOST = 500;

    private static final int SERVERS_IN_MEMORY = 1_000;

    /** Another process may have changed them. */
    private static final Duration IN_MEMORY = Duration.ofSeconds(30);

    /** Questions that were analysed, each some KB; a question is never understood in another way. */
    private static final int PROFILES_IN_MEMORY = 20_000;

    /**
     * From here on another question's answer is offered, under that question. Of 50 pairs of questions that ask the same, by
     * others, 37 lie above it.
     */
    private static final double NEAR = 0.78;

    /**
     * From here on it is offered where there is no other answer, if the next question is {@link #APART} further. Of 60 questions
     * that ask the same in quite other words 14 more find theirs so, among 120; of 120 that none asks, 13 find another.
     */
    private static final double FAR = 0.68;

    private static final double APART = 0.03;

    /** How much nearer the question must be whose answer is served, where two corrections would do. */
    private static final double MARGIN = 0.02;

    /** What tells a question of another matter, in whatever words. */
    private static final Set<ReuseGuard.Reason> OTHER_MATTER = Set.of(
            ReuseGuard.Reason.PARTS,
            ReuseGuard.Reason.ROLES,
            ReuseGuard.Reason.DIRECTION,
            ReuseGuard.Reason.POLARITY,
            ReuseGuard.Reason.QUANTITY,
            ReuseGuard.Reason.AUDIENCE,
            ReuseGuard.Reason.TIME);

    private final CorrectionStore store;
    private final ReuseGuard guard;
    private final Function<String, QuestionProfile> understood;
    private final Consumer<String> changed;
    private final Supplier<String> ids;
    private final Clock clock;
    private final LoadingCache<String, List<Correction>> live;
    private final Executor ahead;
    private final Cache<String, Asked> profiles =
            Caffeine.newBuilder().maximumSize(PROFILES_IN_MEMORY).build();

    /** A question as it was understood. */
    private record Asked(QuestionProfile profile, Wording wording) {
        static Asked of(QuestionProfile profile) {
            return new Asked(profile, Wording.of(profile.text()));
        }

        double likeness(Asked other) {
            return profile.embedding().cosine(other.profile.embedding());
        }
    }

    private record Candidate(Correction correction, Asked kept, double likeness) {}

    /**
     * @param understood analyses a question that stands alone
     * @param changed told of the server whose corrections have changed
     * @param ids makes ids of 10 characters that cannot be guessed
     * @param ahead analyses what may be asked for soon
     */
    public Corrections(
            CorrectionStore store,
            ReuseGuard guard,
            Function<String, QuestionProfile> understood,
            Consumer<String> changed,
            Supplier<String> ids,
            Executor ahead,
            Ticker ticker,
            Clock clock) {
        this.store = store;
        this.guard = guard;
        this.understood = understood;
        this.changed = changed;
        this.ids = ids;
        this.ahead = ahead;
        this.clock = clock;
        this.live = Caffeine.newBuilder()
                .maximumSize(SERVERS_IN_MEMORY)
                .expireAfterWrite(IN_MEMORY)
                .ticker(ticker)
                .build(this::load);
    }

    /** Analyses the corrections of a server ahead, as long as there is room for it, so that nobody who asks there waits. Returns at once. */
    void prepare(String serverId) {
        ahead.execute(() -> {
            if (profiles.estimatedSize() < PROFILES_IN_MEMORY - MOST) {
                live.get(serverId).forEach(this::asked);
            }
        });
    }

    /**
     * The answer that is served to a question: that to the very question, else the nearest of those to questions that ask the
     * same. None where two are about as near, and say different things.
     */
    Optional<ServerKnowledge.Correction> served(String serverId, QuestionProfile question) {
        Asked asked = Asked.of(question);
        List<Candidate> very = candidates(serverId, asked, kept -> sameText(kept.profile(), question));
        if (!very.isEmpty()) {
            return Optional.of(shown(very.get(0)));
        }
        List<Candidate> same =
                candidates(serverId, asked, kept -> check(kept, asked).reuse());
        boolean clear = same.stream()
                .skip(1)
                .noneMatch(other -> same.get(0).likeness() - other.likeness() < MARGIN
                        && !same.get(0)
                                .correction()
                                .answer()
                                .equals(other.correction().answer()));
        return clear ? same.stream().findFirst().map(Corrections::shown) : Optional.empty();
    }

    /**
     * The answer to the nearest question that may ask the same: near in meaning, with no other roles, direction or denial. It
     * is likely where it is very near; less near will do where no other comes as near.
     */
    Optional<ServerKnowledge.Near> near(String serverId, QuestionProfile question) {
        Asked asked = Asked.of(question);
        List<Candidate> all = candidates(serverId, asked, kept -> true);
        Optional<Candidate> likely =
                all.stream().filter(candidate -> mayAsk(candidate, asked, NEAR)).findFirst();
        double second = all.size() > 1 ? all.get(1).likeness() : 0;
        return likely.or(() -> all.stream()
                        .limit(1)
                        .filter(candidate -> candidate.likeness() - second >= APART && mayAsk(candidate, asked, FAR))
                        .findFirst())
                .map(candidate -> new ServerKnowledge.Near(shown(candidate), likely.isPresent()));
    }

    private boolean mayAsk(Candidate candidate, Asked asked, double least) {
        ReuseGuard.Verdict verdict = check(candidate.kept(), asked);
        return verdict.reuse()
                || (candidate.likeness() >= least
                        && !OTHER_MATTER.contains(verdict.reason())
                        && candidate.kept().wording().mayAsk(asked.wording()));
    }

    private ReuseGuard.Verdict check(Asked kept, Asked asked) {
        return guard.checkWritten(kept.profile(), kept.wording(), asked.profile(), asked.wording());
    }

    /** Those that fit, the nearest first. */
    private List<Candidate> candidates(String serverId, Asked asked, Predicate<Asked> fits) {
        return live.get(serverId).stream()
                .map(correction -> {
                    Asked kept = asked(correction);
                    return new Candidate(correction, kept, kept.likeness(asked));
                })
                .filter(candidate -> fits.test(candidate.kept()))
                .sorted(Comparator.comparingDouble(Candidate::likeness).reversed())
                .toList();
    }

    private static ServerKnowledge.Correction shown(Candidate candidate) {
        Correction correction = candidate.correction();
        return new ServerKnowledge.Correction(
                correction.id(),
                correction.question(),
                correction.answer(),
                LocalDate.ofInstant(correction.writtenAt(), ZoneOffset.UTC).toString());
    }

    /** Whether one is served to that question, which stands alone. Keeps no word of it. */
    boolean answers(String serverId, String question) {
        return !live.get(serverId).isEmpty()
                && served(serverId, understood.apply(question)).isPresent();
    }

    /** A name for each that is served: another name, another answer. Analyses nothing. */
    List<String> live(String serverId) {
        return live.get(serverId).stream()
                .map(c -> c.id() + "@" + c.writtenAt().toEpochMilli())
                .toList();
    }

    /** Writes an answer to a question; one that was written to the very same question before is changed. Empty where there are too many. */
    public Optional<Correction> write(String serverId, String question, String answer, String by) {
        List<Correction> there = store.of(serverId);
        Optional<Correction> earlier = there.stream()
                .filter(c -> c.question().equalsIgnoreCase(question))
                .findFirst();
        if (earlier.isEmpty() && there.size() >= MOST && !makeRoom(there)) {
            return Optional.empty();
        }
        return Optional.of(kept(earlier.map(c -> c.saying(answer, by, clock.instant()))
                .orElseGet(() ->
                        new Correction(ids.get(), serverId, question, answer, true, "", false, by, clock.instant()))));
    }

    /** Changes the answer. */
    public Optional<Correction> edit(String serverId, String id, String answer, String by) {
        return correction(serverId, id).map(c -> kept(c.saying(answer, by, clock.instant())));
    }

    /** Serves it no longer. */
    public Optional<Correction> withdraw(String serverId, String id, String by) {
        return correction(serverId, id).map(c -> kept(c.withdrawn(by, clock.instant())));
    }

    /** Takes the last change back. */
    public Optional<Correction> undo(String serverId, String id, String by) {
        return correction(serverId, id).map(c -> kept(c.undone(by, clock.instant())));
    }

    /** That correction, if it is that server's. */
    public Optional<Correction> correction(String serverId, String id) {
        return store.correction(id).filter(c -> c.serverId().equals(serverId));
    }

    /** All of a server, those written last first. */
    public List<Correction> of(String serverId) {
        return store.of(serverId);
    }

    void dropAll(String serverId) {
        store.dropAll(serverId);
        live.invalidate(serverId);
        changed.accept(serverId);
    }

    /** Forgets the one that was withdrawn longest ago. */
    private boolean makeRoom(List<Correction> there) {
        Optional<Correction> oldest =
                there.stream().filter(c -> !c.live()).min(Comparator.comparing(Correction::writtenAt));
        oldest.ifPresent(c -> store.drop(c.id()));
        return oldest.isPresent();
    }

    /** Analyses the question now, so that who writes waits for it and not who asks. */
    private Correction kept(Correction correction) {
        if (served(correction)) {
            asked(correction);
        }
        store.put(correction);
        live.invalidate(correction.serverId());
        changed.accept(correction.serverId());
        return correction;
    }

    /** What is not analysed yet is, from the last on, while who asks begins with the first. */
    private List<Correction> load(String serverId) {
        List<Correction> served =
                store.of(serverId).stream().filter(Corrections::served).toList();
        List<Correction> fresh = new ArrayList<>(served);
        fresh.removeIf(correction -> profiles.getIfPresent(correction.question()) != null);
        if (!fresh.isEmpty()) {
            Collections.reverse(fresh);
            ahead.execute(() -> fresh.forEach(this::asked));
        }
        return served;
    }

    private Asked asked(Correction correction) {
        return profiles.get(correction.question(), question -> Asked.of(understood.apply(question)));
    }

    private static boolean served(Correction correction) {
        return correction.live() && !correction.answer().isBlank();
    }

    private static boolean sameText(QuestionProfile one, QuestionProfile other) {
        return one.text().equalsIgnoreCase(other.text());
    }
}
