package dev.rolewise.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.ServerKnowledge;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The answers that those who manage a server wrote, each served to its question and to those that ask the same, which is what
 * the cache's guard decides. Thread-safe. Methods throw {@link java.io.UncheckedIOException} where the record cannot be used.
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
    private final Cache<String, QuestionProfile> profiles =
            Caffeine.newBuilder().maximumSize(PROFILES_IN_MEMORY).build();

    private record Understood(Correction correction, QuestionProfile profile) {}

    /**
     * @param understood analyses a question that stands alone
     * @param changed told of the server whose corrections have changed
     * @param ids makes ids of 10 characters that cannot be guessed
     */
    public Corrections(
            CorrectionStore store,
            ReuseGuard guard,
            Function<String, QuestionProfile> understood,
            Consumer<String> changed,
            Supplier<String> ids,
            Ticker ticker,
            Clock clock) {
        this.store = store;
        this.guard = guard;
        this.understood = understood;
        this.changed = changed;
        this.ids = ids;
        this.clock = clock;
        this.live = Caffeine.newBuilder()
                .maximumSize(SERVERS_IN_MEMORY)
                .expireAfterWrite(IN_MEMORY)
                .ticker(ticker)
                .build(this::load);
    }

    /** The answer that is served to a question; the nearest where several are. */
    Optional<ServerKnowledge.Correction> served(String serverId, QuestionProfile asked) {
        return nearest(
                serverId,
                asked,
                u -> sameText(u.profile(), asked)
                        || guard.checkWritten(u.profile(), asked).reuse());
    }

    /** The answer to the nearest question that may ask the same: near in meaning, with no other roles, direction or denial. */
    Optional<ServerKnowledge.Correction> near(String serverId, QuestionProfile asked) {
        return nearest(serverId, asked, u -> {
            ReuseGuard.Verdict verdict = guard.checkWritten(u.profile(), asked);
            return verdict.similarity() >= NEAR && !OTHER_MATTER.contains(verdict.reason());
        });
    }

    private Optional<ServerKnowledge.Correction> nearest(
            String serverId, QuestionProfile asked, Predicate<Understood> fits) {
        return live.get(serverId).stream()
                .map(c -> new Understood(c, profile(c)))
                .filter(fits)
                .max(Comparator.comparingDouble(u -> u.profile().embedding().cosine(asked.embedding())))
                .map(u -> new ServerKnowledge.Correction(
                        u.correction().id(),
                        u.correction().question(),
                        u.correction().answer(),
                        LocalDate.ofInstant(u.correction().writtenAt(), ZoneOffset.UTC)
                                .toString()));
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
            profile(correction);
        }
        store.put(correction);
        live.invalidate(correction.serverId());
        changed.accept(correction.serverId());
        return correction;
    }

    private List<Correction> load(String serverId) {
        return store.of(serverId).stream().filter(Corrections::served).toList();
    }

    private QuestionProfile profile(Correction correction) {
        return profiles.get(correction.question(), understood);
    }

    private static boolean served(Correction correction) {
        return correction.live() && !correction.answer().isBlank();
    }

    private static boolean sameText(QuestionProfile one, QuestionProfile other) {
        return one.text().equalsIgnoreCase(other.text());
    }
}
