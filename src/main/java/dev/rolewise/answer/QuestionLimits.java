package dev.rolewise.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rolewise.command.Caller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/**
 * How many questions a member and a server may ask: any 60 seconds, a UTC day, and at the same time; and what a server
 * allows besides, of which it counts what was asked there: any 60 minutes and a UTC day.
 *
 * <p>A question counts from {@link #accept} on, while it waits for its turn; {@link #admit} is its turn. Which of a member's
 * waiting questions has its turn does not matter to the counts, so no handle leads from the one to the other. A question
 * that never gets its turn (a full queue, a lost connection) stands in the way of others for {@value #WAITING_SECONDS}
 * seconds.
 *
 * <p>Counted in memory: a restart starts from nothing. At most {@value #MAX_KNOWN} members and as many servers are
 * remembered; beyond that the ones idle for longest start from nothing too. The person at the terminal has no limits.
 * Thread-safe; a call takes microseconds.
 */
public final class QuestionLimits {
    private static final int MAX_KNOWN = 100_000;
    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int WAITING_SECONDS = 60;
    private static final Duration WAITING = Duration.ofSeconds(WAITING_SECONDS);
    /** Nobody can be answered later than that: Discord's token for a reply is out of date. */
    private static final Duration EXPECTED = Duration.ofMinutes(15);
    /** A guess: most answers take less. */
    private static final Duration ONE_ANSWER = Duration.ofSeconds(5);

    private final LimitSettings settings;
    private final Function<String, ServerLimits> ofServers;
    private final Clock clock;
    private final Cache<String, Member> members;
    private final Cache<String, Daily> servers;
    private final Cache<Guest.Key, Guest> guests;

    /** Whether a question may be asked now. */
    public sealed interface Admission permits Granted, Denied {}

    /** It may, and counts. Close it, once or more, when the question is answered. */
    public final class Granted implements Admission, AutoCloseable {
        private final Member member;
        private boolean open = true;

        private Granted(Member member) {
            this.member = member;
        }

        @Override
        public void close() {
            synchronized (QuestionLimits.this) {
                member.inFlight -= open ? 1 : 0;
                open = false;
            }
        }
    }

    /**
     * It may not, and does not count.
     *
     * @param reason which limit it met
     * @param comeBack how long from now until that limit allows another; a guess for {@link Reason#MEMBER_IN_FLIGHT}
     * @param text what to tell the member
     */
    public record Denied(Reason reason, Duration comeBack, String text) implements Admission {}

    /** A limit that was met. */
    public enum Reason {
        MEMBER_DAY,
        SERVER_DAY,
        MEMBER_HOUR,
        MEMBER_MINUTE,
        MEMBER_IN_FLIGHT
    }

    /** {@code clock} may be set back and forth; then counts of another day or of the future are forgotten. */
    public QuestionLimits(LimitSettings settings, Clock clock) {
        this(settings, server -> ServerLimits.NONE, clock);
    }

    /** The same with what each Discord server allows, by its id; asked for each question, from memory. */
    public QuestionLimits(LimitSettings settings, Function<String, ServerLimits> ofServers, Clock clock) {
        this.settings = settings;
        this.ofServers = ofServers;
        this.clock = clock;
        this.members = remembered();
        this.servers = remembered();
        this.guests = remembered();
    }

    /** Takes a question in and counts it, or says why not: the limit that takes longest to allow another. */
    public synchronized Optional<Denied> accept(Caller caller) {
        if (isUnlimited(caller)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Member member = member(caller, now);
        Daily server = server(caller, now);
        Guest guest = guest(caller, now);
        ServerLimits allowed = allowed(caller);
        Optional<Denied> denied = denial(member, server, guest, allowed, now);
        if (denied.isEmpty()) {
            member.add(now);
            server.count++;
            guest.add(now, allowed.memberHour().isPresent());
        }
        return denied;
    }

    /** What {@link #accept} would say; counts nothing. */
    public synchronized Optional<Denied> look(Caller caller) {
        Instant now = clock.instant();
        return isUnlimited(caller)
                ? Optional.empty()
                : denial(member(caller, now), server(caller, now), guest(caller, now), allowed(caller), now);
    }

    /** The turn of a question that was accepted; one that was not is accepted now, or denied. */
    public synchronized Admission admit(Caller caller) {
        if (isUnlimited(caller)) {
            return new Granted(new Member());
        }
        Member member = member(caller, clock.instant());
        if (!member.accepted.isEmpty()) {
            return member.begin();
        }
        Optional<Denied> denied = accept(caller);
        return denied.isPresent() ? denied.get() : member.begin();
    }

    private static boolean isUnlimited(Caller caller) {
        return caller.memberId().equals(Caller.TERMINAL.memberId());
    }

    private Member member(Caller caller, Instant now) {
        Member member = members.get(caller.memberId(), id -> new Member());
        member.moveTo(now);
        return member;
    }

    private Daily server(Caller caller, Instant now) {
        Daily server =
                caller.serverId().map(id -> servers.get(id, i -> new Daily())).orElseGet(Daily::new);
        server.moveTo(now);
        return server;
    }

    private Guest guest(Caller caller, Instant now) {
        Guest guest = caller.serverId()
                .map(id -> guests.get(new Guest.Key(id, caller.memberId()), key -> new Guest()))
                .orElseGet(Guest::new);
        guest.moveTo(now);
        return guest;
    }

    private ServerLimits allowed(Caller caller) {
        return caller.serverId().map(ofServers).orElse(ServerLimits.NONE);
    }

    private Optional<Denied> denial(Member member, Daily server, Guest guest, ServerLimits allowed, Instant now) {
        if (member.today.count >= settings.memberDay()) {
            return Optional.of(LimitTexts.memberDay(settings.memberDay(), untilTomorrow(now)));
        }
        int here = allowed.memberDay().orElse(Integer.MAX_VALUE);
        if (guest.today.count >= here) {
            return Optional.of(LimitTexts.memberDayHere(here, untilTomorrow(now)));
        }
        int serverDay = Math.min(settings.serverDay(), allowed.serverDay().orElse(Integer.MAX_VALUE));
        if (server.count >= serverDay) {
            return Optional.of(LimitTexts.serverDay(serverDay, untilTomorrow(now)));
        }
        int hour = allowed.memberHour().orElse(Integer.MAX_VALUE);
        if (guest.lastHour.size() >= hour) {
            Instant free = guest.lastHour.stream()
                    .skip(guest.lastHour.size() - hour)
                    .findFirst()
                    .orElse(now)
                    .plus(HOUR);
            return Optional.of(LimitTexts.memberHour(hour, Duration.between(now, free)));
        }
        if (member.recent.size() >= settings.memberMinute()) {
            Duration wait = Duration.between(now, member.recent.getFirst().plus(WINDOW));
            return Optional.of(LimitTexts.memberMinute(settings.memberMinute(), wait));
        }
        if (member.inFlight + member.waiting(now) >= settings.memberInFlight()) {
            return Optional.of(LimitTexts.memberInFlight(settings.memberInFlight(), ONE_ANSWER));
        }
        return Optional.empty();
    }

    private static Duration untilTomorrow(Instant now) {
        return Duration.between(now, now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS));
    }

    /** Whoever has been idle for a day has nothing left to count. */
    private <K, T> Cache<K, T> remembered() {
        return Caffeine.newBuilder()
                .maximumSize(MAX_KNOWN)
                .expireAfterAccess(Duration.ofDays(1))
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .executor(Runnable::run)
                .build();
    }

    /** Questions of one UTC day. */
    private static final class Daily {
        private long day;
        private int count;

        void moveTo(Instant now) {
            long today = now.truncatedTo(ChronoUnit.DAYS).getEpochSecond();
            if (today != day) {
                day = today;
                count = 0;
            }
        }
    }

    /** What a member asked in one server: the questions of an hour only while the server limits those. */
    private static final class Guest {
        private final Daily today = new Daily();
        private final Deque<Instant> lastHour = new ArrayDeque<>();

        record Key(String serverId, String memberId) {}

        void moveTo(Instant now) {
            today.moveTo(now);
            lastHour.removeIf(asked -> isPast(asked, HOUR, now));
        }

        void add(Instant now, boolean hourly) {
            today.count++;
            if (hourly) {
                lastHour.addLast(now);
            }
        }
    }

    private static boolean isPast(Instant asked, Duration time, Instant now) {
        return asked.isAfter(now) || !asked.plus(time).isAfter(now);
    }

    private final class Member {
        private final Daily today = new Daily();
        /** When the questions of the last 60 seconds were asked, oldest first. */
        private final Deque<Instant> recent = new ArrayDeque<>();
        /** When the questions were accepted that have not had their turn, oldest first. */
        private final Deque<Instant> accepted = new ArrayDeque<>();

        private int inFlight;

        void moveTo(Instant now) {
            today.moveTo(now);
            recent.removeIf(asked -> isPast(asked, WINDOW, now));
            accepted.removeIf(asked -> isPast(asked, EXPECTED, now));
        }

        int waiting(Instant now) {
            return (int) accepted.stream()
                    .filter(asked -> !isPast(asked, WAITING, now))
                    .count();
        }

        void add(Instant now) {
            today.count++;
            recent.addLast(now);
            accepted.addLast(now);
        }

        /** The newest goes first: one that lost its turn is not to live on in place of those after it. */
        Granted begin() {
            accepted.removeLast();
            inFlight++;
            return new Granted(this);
        }
    }
}
