package dev.rolewise.cascade;

import dev.rolewise.cascade.RouteLog.Judged;
import dev.rolewise.question.Choice;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.ModelNeed;
import dev.rolewise.question.Tier;
import dev.rolewise.testing.HashedWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Answers as the record of routes has them. */
public final class Routed {
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static final Embedder WORDS = new HashedWords();

    private Routed() {}

    /** One whose complexity alone routed it. */
    public static RoutedAnswer answer(String id, String question, double complexity, Tier tier) {
        return answer(id, question, new Choice(tier, ModelNeed.PERHAPS, complexity), tier);
    }

    public static RoutedAnswer answer(String id, String question, Choice choice, Tier servedBy) {
        List<Double> marks = Arrays.stream(PromptMarks.of(question)).boxed().toList();
        return new RoutedAnswer(id, WORDS.question(question), marks, choice, servedBy, OptionalDouble.empty(), NOW);
    }

    /** So many answers with one rating each, of which that share were helpful. */
    static List<Judged> judged(int count, double complexity, Tier tier, double helpful) {
        return IntStream.range(0, count)
                .mapToObj(i -> judged(
                        answer(tier + " " + complexity + " " + i, "What is question " + i + "?", complexity, tier),
                        i < Math.round(helpful * count)))
                .toList();
    }

    /** The cheap tier fails with proofs and is good at names; the strong one is good at both. */
    static List<Judged> byTopic() {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Tier tier = i % 3 == 0 ? Tier.STRONG : Tier.CHEAP;
            judged.add(judged(
                    answer("p" + i, "Prove the theorem about prime rings " + i, 0.5, tier), tier == Tier.STRONG));
            judged.add(judged(answer("c" + i, "Name the capital city of country " + i, 0.5, tier), true));
        }
        return judged;
    }

    /** What {@link #byTopic} teaches. */
    public static LearnedGain learnedGain() {
        Calibration.Proposal found = Calibration.propose(
                new RouteLog.Routes(List.of(), byTopic(), 1), Routing.by(RouteThresholds.USUAL), 0.2);
        return ((Calibration.Proposal.Change) found).routing().learned().orElseThrow();
    }

    /** What becomes of a question of middling complexity. */
    public static double moved(LearnedGain gain) {
        return moved(gain, "Prove the theorem about prime rings 99");
    }

    static double moved(LearnedGain gain, String question) {
        return gain.moved(0.5, PromptMarks.of(question), WORDS.question(question));
    }

    static Judged judged(RoutedAnswer answer, boolean helpful) {
        return new Judged(answer, helpful ? 1 : 0, helpful ? 0 : 1);
    }
}
