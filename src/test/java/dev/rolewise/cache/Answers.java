package dev.rolewise.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Answer.Status;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Citation;
import dev.rolewise.question.Complexity;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Meaning;
import dev.rolewise.question.Polarity;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Scope;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import dev.rolewise.testing.TickedClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Keys and answers for the tests of the cache. */
final class Answers {
    static final Map<String, String> KNOWN = Map.of("abc1234", "hash");

    private Answers() {}

    /** A cache with no other level, in which what answers here cite is known. */
    static AnswerCache cache(CacheSettings settings, Ticker ticker) {
        return cache(settings, SharedLevel.NONE, ticker);
    }

    static AnswerCache cache(CacheSettings settings, SharedLevel shared, Ticker ticker) {
        AnswerCache cache = new AnswerCache(
                settings,
                new ReuseGuard(0.8),
                (kept, asked) -> true,
                shared,
                () -> "",
                ticker,
                new TickedClock(ticker));
        cache.changed(Scope.INSTALLATION, KNOWN);
        return cache;
    }

    /** Of a question that is met by its own answer alone. */
    static Computation exact(Supplier<Answer> answer) {
        return new Fixed(false, profile(false), answer);
    }

    /** Of a question that others may ask in other words. */
    static Computation of(QuestionProfile profile, Supplier<Answer> answer) {
        return new Fixed(true, profile, answer);
    }

    private record Fixed(boolean standsAlone, QuestionProfile understood, Supplier<Answer> made)
            implements Computation {
        @Override
        public Answer answer() {
            return made.get();
        }
    }

    static ExactKey key(String question) {
        return ExactKey.of(Question.of(question));
    }

    static Answer answer(String text) {
        return answer(text, Status.ANSWERED, Optional.of(profile(false)));
    }

    static Answer answer(String text, Status status, Optional<QuestionProfile> profile) {
        return new Answer(
                status,
                List.of(AnswerLine.of(text)),
                List.of(new Citation(1, "notes", "Notes", List.of("Role"), text, "abc1234", true)),
                List.of("And then?"),
                profile,
                new Receipt(Tier.LOCAL, Optional.empty(), Duration.ZERO, Duration.ofMillis(40), Spending.NONE));
    }

    /** A question about a role, whose embedding is that far, in radians, from the one of other such questions. */
    static QuestionProfile about(String role, String text, double angle) {
        return new QuestionProfile(
                text,
                List.of(role),
                Optional.empty(),
                Optional.empty(),
                Optional.of("tools"),
                "tools",
                0.9,
                Polarity.POSITIVE,
                Complexity.SIMPLE,
                false,
                false,
                List.of(),
                Set.of("tool"),
                meaning(role),
                List.of(),
                Embedding.of(new float[] {(float) Math.cos(angle), (float) Math.sin(angle)}));
    }

    /** An answer to that question. */
    static Answer answer(String text, QuestionProfile profile) {
        return answer(text, Status.ANSWERED, Optional.of(profile));
    }

    static QuestionProfile profile(boolean personal, QuestionProfile... parts) {
        return new QuestionProfile(
                "question",
                List.of("ml-engineer"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("tools"),
                "tools",
                0.9,
                Polarity.POSITIVE,
                Complexity.SIMPLE,
                personal,
                false,
                List.of(),
                Set.of("tool"),
                meaning("ml-engineer"),
                List.of(parts),
                Embedding.of(new float[] {1, 0}));
    }

    private static Meaning meaning(String role) {
        return new Meaning(
                List.of(new Meaning.Word(role, Meaning.Part.ROLE), new Meaning.Word("tool", Meaning.Part.ASPECT)),
                List.of());
    }
}
