package dev.rolewise.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.analysis.IntentClassifier;
import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Labelled pairs of questions about the matters of clubs, guilds and choirs: an answer that somebody wrote to one is never served
 * to another question, and often enough to the same. Likeness of embeddings is left out: the words alone must tell.
 */
class WordingQualityTest {
    private static final HashedWords EMBEDDER = new HashedWords();
    private static final ReuseGuard GUARD = new ReuseGuard(0);
    private static final QuestionAnalyzer ANALYZER = new QuestionAnalyzer(
            Packs.shipped(),
            EMBEDDER,
            new PackAnalyzer(Packs.shipped()),
            IntentClassifier.train(Packs.gardeners(), EMBEDDER));

    @ParameterizedTest
    @ValueSource(strings = {"corrections", "corrections-more", "corrections-unseen", "reuse", "reuse-registers"})
    void no_written_answer_is_served_to_another_question(String set) throws IOException {
        assertThat(LabelledPair.of(set).stream().filter(pair -> !pair.same() && served(pair)))
                .isEmpty();
    }

    /** In the second set each question is put in quite other words, and nearly half in words that no list knows. */
    @ParameterizedTest
    @CsvSource({"corrections,0.93", "corrections-more,0.55", "reuse,0.8"})
    void ways_to_ask_the_same_are_served(String set, double recall) throws IOException {
        List<LabelledPair> same =
                LabelledPair.of(set).stream().filter(LabelledPair::same).toList();

        assertThat(same.stream().filter(WordingQualityTest::served).count())
                .isGreaterThanOrEqualTo((long) (recall * same.size()));
    }

    /** What is opposite, or another thing of its kind, is not even offered. */
    @ParameterizedTest
    @CsvSource({"corrections,0.6", "corrections-more,0.7"})
    void most_other_questions_are_not_offered_the_answer(String set, double share) throws IOException {
        List<LabelledPair> others =
                LabelledPair.of(set).stream().filter(pair -> !pair.same()).toList();

        assertThat(others.stream().filter(WordingQualityTest::offered).count())
                .isLessThan((long) (share * others.size()));
    }

    /** Every question against every other: what is taken for one shares its label or was looked at. */
    @ParameterizedTest
    @ValueSource(strings = {"corrections", "corrections-more"})
    void questions_of_different_pairs_are_rarely_one(String set) throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        LabelledPair.of(set).forEach(pair -> texts.addAll(List.of(pair.a(), pair.b())));
        List<Wording> wordings = texts.stream().map(Wording::of).toList();
        long one = 0;
        for (int i = 0; i < wordings.size(); i++) {
            for (int j = 0; j < i; j++) {
                one += wordings.get(i).answers(wordings.get(j)) ? 1 : 0;
            }
        }

        assertThat(one).isLessThan(wordings.size());
    }

    private static boolean served(LabelledPair pair) {
        return GUARD.checkWritten(profile(pair.a()), Wording.of(pair.a()), profile(pair.b()), Wording.of(pair.b()))
                .reuse();
    }

    private static boolean offered(LabelledPair pair) {
        return Wording.of(pair.a()).mayAsk(Wording.of(pair.b()));
    }

    private static QuestionProfile profile(String text) {
        return ANALYZER.analyze(Question.of(text));
    }
}
