package dev.rolewise.analysis;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.rolewise.question.Question;
import dev.rolewise.question.Scope;
import dev.rolewise.question.Turn;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.Profiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The longest texts that are read, made to keep a regular expression busy, take no noticeable time. */
class HostileQuestionsTest {
    private static final Duration GENEROUS = Duration.ofSeconds(2);
    private static final int LONGEST = 4000;
    private static final RoleFinder ROLES = new RoleFinder(Packs.shipped());
    private static final AspectFinder ASPECTS = new AspectFinder(Packs.shipped());
    private static final FollowUpResolver FOLLOW_UPS =
            new FollowUpResolver(Packs.shipped(), ROLES, text -> List.of(text.split(" ")));
    private static final HashedWords EMBEDDER = new HashedWords();
    private static final QuestionAnalyzer ANALYZER = new QuestionAnalyzer(
            Packs.gardeners(),
            EMBEDDER,
            text -> List.of(text.split(" ")),
            IntentClassifier.train(Packs.gardeners(), EMBEDDER));

    static Stream<String> texts() {
        return Stream.of(
                        "a",
                        "a ",
                        " ",
                        "ml ",
                        "ml - ",
                        "ai/",
                        "machine  ",
                        "machine-learning-",
                        "engineer or ",
                        "ml or ",
                        "from ",
                        "from a to ",
                        "-> ",
                        "a->",
                        "become ",
                        "as a ",
                        "1",
                        "1,",
                        "$1.",
                        "i'm ",
                        "not ",
                        "why ",
                        "because ",
                        "different ",
                        "something else ",
                        "and ok so ",
                        "the other ",
                        "what, ",
                        "both ",
                        "tool ",
                        "?",
                        "i mean ",
                        "no, sorry, ",
                        "shorter ",
                        "thanks, ",
                        "[wanted: ",
                        "(x) ",
                        "explain a ",
                        "in a b ",
                        "\n",
                        "’")
                .map(unit -> unit.repeat(LONGEST / unit.length() + 1).substring(0, LONGEST));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void each_finder_is_done_soon(String text) {
        String first = "What is an ML engineer?";
        List<Turn> before = List.of(turn(first));
        List<Turn> after = List.of(turn(text));
        assertTimeoutPreemptively(GENEROUS, () -> ROLES.roles(text), "RoleFinder");
        assertTimeoutPreemptively(GENEROUS, () -> ASPECTS.find(text, List.of()), "AspectFinder");
        assertTimeoutPreemptively(GENEROUS, () -> Cues.polarity(text), "polarity");
        assertTimeoutPreemptively(GENEROUS, () -> Cues.personal(text), "personal");
        assertTimeoutPreemptively(GENEROUS, () -> Cues.presupposes(text), "presupposes");
        assertTimeoutPreemptively(GENEROUS, () -> Quantities.of(text), "Quantities");
        assertTimeoutPreemptively(GENEROUS, () -> FOLLOW_UPS.resolve(text, before), "FollowUpResolver");
        for (String next :
                List.of("and the other one?", "does it need that?", "at a big one?", "and a bot?", "who does it")) {
            assertTimeoutPreemptively(GENEROUS, () -> FOLLOW_UPS.resolve(next, after), next);
        }
        assertTimeoutPreemptively(
                GENEROUS, () -> ANALYZER.analyze(new Question(text, before, Scope.INSTALLATION)), "QuestionAnalyzer");
    }

    private static Turn turn(String question) {
        return new Turn(
                question, Optional.of(Profiles.of(question, List.of(), Set.of(), new HashedWords())), List.of());
    }
}
