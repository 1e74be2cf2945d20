package dev.rolewise.cache.shared;

import dev.rolewise.cache.CachedAnswer;
import dev.rolewise.cache.ExactKey;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Answer.Status;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Citation;
import dev.rolewise.question.Complexity;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Polarity;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keys and kept answers for the tests of the shared level. */
final class Kept {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456789Z");
    static final Duration WEEK = Duration.ofDays(7);
    static final Seal SEAL =
            Seal.of("the key of an installation, 32 bytes".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private Kept() {}

    static ExactKey key(String question) {
        return ExactKey.of(Question.of(question));
    }

    static Name name(String question) {
        return Name.of(key(question), SEAL).orElseThrow();
    }

    static CachedAnswer answer(String text) {
        return answer(text, NOON);
    }

    /** With every optional thing there, and two parts. */
    static CachedAnswer answer(String text, Instant madeAt) {
        Spending spending = new Spending(
                Optional.of("small-1"), 2, 1200, 90, new Usd(4_200_000), 4, 3, "much to weigh", Optional.of("late"));
        Receipt receipt = new Receipt(
                Tier.STRONG, Optional.of(CacheHit.EXACT), Duration.ofNanos(17), Duration.ofMillis(41), spending);
        Citation citation =
                new Citation(2, "notes", "Notes \u201cquoted\u201d", List.of("Role", "Tools"), text, "abc1234", true);
        Answer answer = new Answer(
                Status.ANSWERED,
                List.of(AnswerLine.of(text), AnswerLine.item("b"), AnswerLine.labelled("label", "c \uD83D\uDE00 [1]")),
                List.of(citation),
                List.of("And then?"),
                Optional.of(profile("both", profile("one"), profile("two"))),
                receipt);
        return new CachedAnswer(answer, madeAt, "generation-1", Map.of("abc1234", "f00d", "def", "beef"));
    }

    /** With nothing optional. */
    static CachedAnswer plain() {
        Answer answer = new Answer(
                Status.OUT_OF_SCOPE,
                List.of(AnswerLine.of("no")),
                List.of(),
                List.of(),
                Optional.empty(),
                Receipt.local(Spending.NONE));
        return new CachedAnswer(answer, NOON, "", Map.of());
    }

    static QuestionProfile profile(String text, QuestionProfile... parts) {
        return new QuestionProfile(
                text,
                List.of("grower", "planner"),
                Optional.of("grower"),
                Optional.of("planner"),
                Optional.of("tools"),
                "move",
                0.875,
                Polarity.NEGATIVE,
                Complexity.COMPLEX,
                false,
                true,
                List.of("3", "10"),
                Set.of("tool", "need"),
                List.of(parts),
                Embedding.of(new float[] {0.5f, -0.5f, 0.5f, 0.5f}));
    }
}
