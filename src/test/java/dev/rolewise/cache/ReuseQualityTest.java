package dev.rolewise.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.analysis.IntentClassifier;
import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.retrieval.PackAnalyzer;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Labelled pairs of questions: an answer is never reused for another question, and often enough for the same. */
class ReuseQualityTest {
    private static final Path PAIRS = Path.of("src/test/resources/quality/reuse.jsonl");
    private static final double LEAST_RECALL = 0.8;
    private static final HashedWords EMBEDDER = new HashedWords();
    private static final QuestionAnalyzer ANALYZER = new QuestionAnalyzer(
            Packs.shipped(),
            EMBEDDER,
            new PackAnalyzer(Packs.shipped()),
            IntentClassifier.train(Packs.gardeners(), EMBEDDER));

    private record Pair(String a, String b, boolean same) {
        boolean reused() {
            ReuseGuard guard = new ReuseGuard(0);
            return guard.check(profile(a), profile(b)).reuse();
        }
    }

    @Test
    void no_answer_is_reused_for_another_question() throws IOException {
        List<Pair> wrong = new ArrayList<>();
        for (Pair pair : pairs()) {
            if (!pair.same() && pair.reused()) {
                wrong.add(pair);
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void most_ways_to_ask_the_same_find_the_answer() throws IOException {
        List<Pair> same = pairs().stream().filter(Pair::same).toList();

        assertThat(same.stream().filter(Pair::reused).count()).isGreaterThan((long) (LEAST_RECALL * same.size()));
    }

    private static List<Pair> pairs() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Pair> pairs = new ArrayList<>();
        for (String line : Files.readAllLines(PAIRS)) {
            JsonNode row = json.readTree(line);
            pairs.add(new Pair(
                    row.get("a").asText(),
                    row.get("b").asText(),
                    row.get("same_answer").booleanValue()));
        }
        return pairs;
    }

    private static QuestionProfile profile(String text) {
        return ANALYZER.analyze(Question.of(text));
    }
}
