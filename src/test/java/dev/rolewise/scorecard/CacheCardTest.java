package dev.rolewise.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheCardTest {
    private static final HashedWords EMBEDDER = new HashedWords();

    private final Path folder;
    private final List<String> messages = new ArrayList<>();

    CacheCardTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void labelled_pairs_give_the_figures_by_their_names() throws IOException {
        Path out = folder.resolve("out.jsonl");
        CacheCard.Outcome outcome = run(
                Optional.of(out),
                "{\"id\":\"1\",\"kind\":\"k\",\"a\":\"rope\",\"b\":\"rope\",\"same_answer\":true}",
                "{\"id\":\"2\",\"kind\":\"k\",\"a\":\"saw\",\"b\":\"axe\",\"same_answer\":true}",
                "{\"id\":3,\"kind\":\"k\",\"a\":\"oak\",\"b\":\"oak\",\"same_answer\":false}",
                "{\"id\":\"4\",\"kind\":\"k\",\"a\":\"elm\",\"b\":\"fir\",\"same_answer\":false}");
        JsonNode json = new ObjectMapper().readTree(outcome.scores().json());

        assertThat(json.get("false_reuse").intValue()).isEqualTo(1);
        assertThat(json.get("false_reuse_rate").doubleValue()).isEqualTo(0.5);
        assertThat(json.get("reuse_precision").doubleValue()).isEqualTo(0.5);
        assertThat(json.get("reuse_recall").doubleValue()).isEqualTo(0.5);
        assertThat(json.get("missing").intValue()).isZero();
        assertThat(json.get("n").intValue()).isEqualTo(4);
        assertThat(json.at("/right_by_kind/same: k").asText()).isEqualTo("1/2");
        assertThat(json.at("/plain_similarity/0.95/false_reuse").intValue()).isEqualTo(1);
        assertThat(json.at("/misses_by_reason/words").intValue()).isEqualTo(2);
        assertThat(outcome.scores().table())
                .contains("guard", "similarity 0.95", "similarity 0.90", "similarity 0.85")
                .contains("3: wrong reuse (k): oak | oak");
        assertThat(Files.readAllLines(out))
                .hasSize(4)
                .first()
                .isEqualTo("{\"id\":\"1\",\"reuse\":true,\"similarity\":1.0000,\"reason\":\"same\"}");
    }

    @Test
    void pairs_without_labels_are_asked_with_all_first_questions_kept() throws IOException {
        CacheCard.Outcome outcome = run(
                Optional.empty(),
                "{\"a\":\"rope and saw\",\"b\":\"rope and saw\"}",
                "{\"a\":\"oak\",\"b\":\"rope and saw\"}",
                "{\"a\":\"elm\",\"b\":\"birch\"}");
        JsonNode json = new ObjectMapper().readTree(outcome.scores().json());

        assertThat(json.has("false_reuse")).isFalse();
        assertThat(json.at("/all_a_kept/guard").toString()).isEqualTo("{\"correct\":1,\"wrong\":1,\"miss\":1}");
        assertThat(json.at("/all_a_kept/0.95").toString()).isEqualTo("{\"correct\":1,\"wrong\":1,\"miss\":1}");
    }

    @Test
    void a_broken_line_is_named_and_passed_over() throws IOException {
        CacheCard.Outcome outcome = run(
                Optional.empty(),
                "{\"id\":\"1\",\"a\":\"x\",\"b\":\"y\"}",
                "{\"id\":\"1\",\"a\":\"x\",\"b\":\"y\"}",
                "{\"id\":\"2\",\"a\":\"x\"}",
                "{\"id\":\"3\",\"a\":\"x\",\"b\":\"y\",\"same_answer\":\"yes\"}",
                "not json",
                "");

        assertThat(outcome.tally()).isEqualTo(new Tally(1, 4));
        assertThat(messages).hasSize(4).allMatch(message -> message.startsWith("line "));
    }

    private CacheCard.Outcome run(Optional<Path> out, String... lines) throws IOException {
        Path in = Files.write(folder.resolve("pairs.jsonl"), List.of(lines));
        return new CacheCard(CacheCardTest::profile, new ReuseGuard(0.9), messages::add).run(in, out);
    }

    private static QuestionProfile profile(String text) {
        return Profiles.of(text, List.of(), Set.of(text.split(" ")), EMBEDDER);
    }
}
