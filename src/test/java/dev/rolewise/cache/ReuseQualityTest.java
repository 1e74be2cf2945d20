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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labelled pairs of questions: an answer is never reused for another question, and often enough for the same. */
class ReuseQualityTest {
    private static final HashedWords EMBEDDER = new HashedWords();
    private static final QuestionAnalyzer ANALYZER = new QuestionAnalyzer(
            Packs.shipped(),
            EMBEDDER,
            new PackAnalyzer(Packs.shipped()),
            IntentClassifier.train(Packs.gardeners(), EMBEDDER));

    @ParameterizedTest
    @ValueSource(strings = {"reuse", "reuse-registers"})
    void no_answer_is_reused_for_another_question(String set) throws IOException {
        List<LabelledPair> wrong = new ArrayList<>();
        for (LabelledPair pair : LabelledPair.of(set)) {
            if (!pair.same() && reused(pair)) {
                wrong.add(pair);
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** The second set, of slang, fragments and life stories, was written unseen: what is unlike in words is a miss. */
    @ParameterizedTest
    @CsvSource({"reuse,0.8", "reuse-registers,0.2"})
    void ways_to_ask_the_same_find_the_answer(String set, double recall) throws IOException {
        List<LabelledPair> same =
                LabelledPair.of(set).stream().filter(LabelledPair::same).toList();

        assertThat(same.stream().filter(ReuseQualityTest::reused).count()).isGreaterThan((long) (recall * same.size()));
    }

    private static boolean reused(LabelledPair pair) {
        return new ReuseGuard(0).check(profile(pair.a()), profile(pair.b())).reuse();
    }

    private static QuestionProfile profile(String text) {
        return ANALYZER.analyze(Question.of(text));
    }
}
