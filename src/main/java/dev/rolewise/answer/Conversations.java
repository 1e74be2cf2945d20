package dev.rolewise.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.command.Caller;
import dev.rolewise.question.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The last turn of each member in each place, and of each answer that a follow-up may be asked of. In memory, bounded,
 * forgotten after a while and with a restart. Thread-safe.
 */
final class Conversations {
    private static final int MAX_REMEMBERED = 20_000;
    private static final Duration OF_MEMBER = Duration.ofMinutes(10);
    private static final Duration OF_ANSWER = Duration.ofHours(12);

    private final Cache<String, Turn> byMember;
    private final Cache<String, Turn> byAnswer;

    Conversations(Ticker ticker) {
        this.byMember = remembered(OF_MEMBER, ticker);
        this.byAnswer = remembered(OF_ANSWER, ticker);
    }

    void remember(Caller caller, String answerId, Turn turn) {
        byMember.put(place(caller), turn);
        byAnswer.put(answerId, turn);
    }

    /** What the member asked last in this place, if that is not long ago. */
    List<Turn> of(Caller caller) {
        return Optional.ofNullable(byMember.getIfPresent(place(caller)))
                .map(List::of)
                .orElse(List.of());
    }

    /** What the answer was given to, if it is still known. */
    List<Turn> of(String answerId) {
        return Optional.ofNullable(byAnswer.getIfPresent(answerId))
                .map(List::of)
                .orElse(List.of());
    }

    private static String place(Caller caller) {
        return caller.placeId() + "/" + caller.memberId();
    }

    private static Cache<String, Turn> remembered(Duration time, Ticker ticker) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterWrite(time)
                .ticker(ticker)
                .build();
    }
}
