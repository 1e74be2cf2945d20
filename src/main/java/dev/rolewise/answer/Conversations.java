package dev.rolewise.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.command.Caller;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Turn;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last turn of each member in each place, and of each answer that a follow-up may be asked of. In memory, bounded,
 * forgotten after a while and with a restart. Thread-safe.
 */
final class Conversations {
    /** Each takes some kilobytes. */
    private static final int MAX_REMEMBERED = 10_000;

    private static final Duration OF_MEMBER = Duration.ofMinutes(10);
    private static final Duration OF_ANSWER = Duration.ofHours(12);

    private final Cache<String, Turn> byMember;
    private final Cache<String, Given> byAnswer;

    /**
     * An answer that was given.
     *
     * @param serverId where; what is done with the answer is done there alone
     * @param turn what it answered and how, with nothing in it that the guard takes out of a question
     * @param receipt what made it
     * @param firstId by which it was rated when it was given to the question that it was made for
     * @param before keys of the statements that were shown before it and did not help
     * @param text what it said
     */
    record Told(
            Optional<String> serverId, Turn turn, Receipt receipt, String firstId, Set<String> before, String text) {
        static Told of(Caller caller, Answer answer, String firstId, Set<String> before) {
            return new Told(
                    caller.serverId(),
                    Turn.of("", answer),
                    answer.receipt(),
                    firstId,
                    Set.copyOf(before),
                    answer.text());
        }

        /** Keys of all statements that were shown so far. */
        Set<String> shown() {
            return Stream.concat(before.stream(), turn.statements().stream()).collect(Collectors.toUnmodifiableSet());
        }
    }

    /** An answer, and to whom. */
    private record Given(String memberId, Told told) {}

    Conversations(Ticker ticker) {
        this.byMember = remembered(OF_MEMBER, ticker);
        this.byAnswer = remembered(OF_ANSWER, ticker);
    }

    /** {@code toldId} is this answer's alone, even where another was answered alike. */
    void remember(Caller caller, String toldId, Told told) {
        if (!told.turn().statements().isEmpty()) {
            byMember.put(place(caller), told.turn());
        }
        byAnswer.put(toldId, new Given(caller.memberId(), told));
    }

    /** What the member asked last in this place, they asked in that one too. */
    void follow(Caller caller, String otherPlace) {
        of(caller).forEach(turn -> byMember.put(otherPlace + "/" + caller.memberId(), turn));
    }

    /** Forgets what the member asked, in every place, and the answers to others that say they were made for {@code words}. */
    void forget(String memberId, Collection<String> words) {
        byMember.asMap().keySet().removeIf(place -> place.endsWith("/" + memberId));
        byAnswer.asMap()
                .values()
                .removeIf(given -> given.memberId().equals(memberId)
                        || given.told()
                                .receipt()
                                .reused()
                                .filter(reused -> words.contains(reused.question()))
                                .isPresent());
    }

    /** Members of whom something is remembered. */
    Set<String> members() {
        return Stream.concat(
                        byMember.asMap().keySet().stream().map(place -> place.substring(place.lastIndexOf('/') + 1)),
                        byAnswer.asMap().values().stream().map(Given::memberId))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the member asked and is remembered, each once. */
    List<String> questionsOf(String memberId) {
        return Stream.concat(
                        byMember.asMap().entrySet().stream()
                                .filter(turn -> turn.getKey().endsWith("/" + memberId))
                                .map(turn -> turn.getValue().question()),
                        byAnswer.asMap().values().stream()
                                .filter(given -> given.memberId().equals(memberId))
                                .map(given -> given.told().turn().question()))
                .filter(question -> !question.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** What the member asked last in this place, if that is not long ago. */
    List<Turn> of(Caller caller) {
        return Optional.ofNullable(byMember.getIfPresent(place(caller)))
                .map(List::of)
                .orElse(List.of());
    }

    /** What the answer was given to, if it is still known there. */
    List<Turn> of(String toldId, Optional<String> serverId) {
        return told(toldId, serverId).map(Told::turn).map(List::of).orElse(List.of());
    }

    /** The answer with that id, if it is still known and was given in that server: ids of buttons can be forged. */
    Optional<Told> told(String toldId, Optional<String> serverId) {
        return Optional.ofNullable(byAnswer.getIfPresent(toldId))
                .map(Given::told)
                .filter(told -> told.serverId().equals(serverId));
    }

    private static String place(Caller caller) {
        return caller.placeId() + "/" + caller.memberId();
    }

    private static <T> Cache<String, T> remembered(Duration time, Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterWrite(time)
                .ticker(ticker)
                .build();
    }
}
