package dev.rolewise.scorecard;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Answer.Status;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Citation;
import dev.rolewise.question.Complexity;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Polarity;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers to play with. */
final class Samples {
    static final Receipt FRESH =
            new Receipt(Tier.LOCAL, Optional.empty(), Duration.ZERO, Duration.ofNanos(41_260_000), Spending.NONE);

    private Samples() {}

    static Answer answer(Status status, String text, String... sources) {
        List<Citation> citations = java.util.stream.IntStream.range(0, sources.length)
                .mapToObj(i -> citation(i + 1, sources[i]))
                .toList();
        return new Answer(status, List.of(AnswerLine.of(text)), citations, List.of(), Optional.empty(), FRESH);
    }

    static Answer answered(String text, String... sources) {
        return answer(Status.ANSWERED, text, sources);
    }

    static Citation citation(int marker, String source) {
        return new Citation(
                marker,
                source,
                "Title of " + source,
                List.of("ML engineer", "Tools"),
                "A quote.",
                "key" + marker,
                true);
    }

    static QuestionProfile profile(String text, List<QuestionProfile> parts) {
        return new QuestionProfile(
                text,
                List.of("ml-engineer"),
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
                parts,
                Embedding.of(new float[] {1}));
    }

    static Answer withProfile(Answer answer, QuestionProfile profile) {
        return new Answer(
                answer.status(),
                answer.lines(),
                answer.citations(),
                answer.followUps(),
                Optional.of(profile),
                answer.receipt());
    }
}
