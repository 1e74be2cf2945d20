package dev.rolewise.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.analysis.IntentClassifier;
import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.cache.ReuseGuard.Reason;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.Profiles;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReuseGuardTest {
    private static final HashedWords EMBEDDER = new HashedWords();
    private static final QuestionAnalyzer ANALYZER = new QuestionAnalyzer(
            Packs.gardeners(),
            EMBEDDER,
            new PackAnalyzer(Packs.gardeners()),
            IntentClassifier.train(Packs.gardeners(), EMBEDDER));
    private static final ReuseGuard GUARD = new ReuseGuard(0);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            what tools does an arborist use             | tools used by tree surgeons                | SAME
            what tools does an arborist use             | what tools does a landscaper use           | ROLES
            from landscaper to arborist, how?           | from arborist to landscaper, how?          | DIRECTION
            do arborists need ropes                     | do arborists not need ropes                | POLARITY
            what does an arborist earn                  | what does an arborist know                 | ASPECT
            why do arborists use ropes                  | when do arborists use ropes                | INTENT
            do 2 arborists need ropes                   | do 3 arborists need ropes                  | QUANTITY
            what do arborists earn                      | what do senior arborists earn              | AUDIENCE
            do arborists earn well                      | do arborists earn well per month           | TIME
            do arborists use ropes                      | do arborists use helmets                   | WORDS
            I have 5 years of climbing, which tools     | which tools for an arborist                | PERSONAL
            what tools do arborists use                 | what tools do arborists use? how do they rest? | PARTS
            hello                                       | thanks                                     | WORDS
            """)
    void the_reason_names_the_difference(String kept, String asked, Reason reason) {
        assertThat(GUARD.check(profile(kept), profile(asked)).reason()).isEqualTo(reason);
    }

    @Test
    void questions_that_are_not_alike_enough_are_not_reused() {
        QuestionProfile kept = profile("what tools does an arborist use");
        QuestionProfile asked = profile("tools used by tree surgeons");

        assertThat(new ReuseGuard(0.99).check(kept, asked).reason()).isEqualTo(Reason.SIMILARITY);
        assertThat(new ReuseGuard(0.99).check(kept, kept).reuse()).isTrue();
    }

    @Test
    void a_slip_in_a_word_that_nobody_knows_makes_no_other_question() {
        assertThat(GUARD.check(profile("do arborists like zirconium"), profile("do arborists like zircnoium"))
                        .reuse())
                .isTrue();
        assertThat(GUARD.check(profile("do arborists like zirconium"), profile("do arborists like zirconiam"))
                        .reason())
                .isEqualTo(Reason.WORDS);
    }

    @Test
    void both_orders_of_personal_and_general_are_misses() {
        QuestionProfile personal = profile("I have 5 years of climbing, is tree surgery hard?");
        QuestionProfile general = profile("is tree surgery hard?");

        assertThat(GUARD.check(personal, personal).reason()).isEqualTo(Reason.PERSONAL);
        assertThat(GUARD.check(general, personal).reason()).isEqualTo(Reason.PERSONAL);
    }

    @Test
    void where_no_meaning_is_known_all_other_fields_must_be_the_same() {
        QuestionProfile one = Profiles.of("a", List.of("x", "y"), Set.of("tool"), EMBEDDER);

        assertThat(GUARD.check(one, Profiles.of("a", List.of("x", "y"), Set.of("tool"), EMBEDDER))
                        .reuse())
                .isTrue();
        assertThat(GUARD.check(one, Profiles.of("a", List.of("y", "x"), Set.of("tool"), EMBEDDER))
                        .reason())
                .isEqualTo(Reason.ROLES);
        assertThat(GUARD.check(one, Profiles.of("a", List.of("x", "y"), Set.of("rope"), EMBEDDER))
                        .reason())
                .isEqualTo(Reason.WORDS);
    }

    private static QuestionProfile profile(String text) {
        return ANALYZER.analyze(Question.of(text));
    }
}
