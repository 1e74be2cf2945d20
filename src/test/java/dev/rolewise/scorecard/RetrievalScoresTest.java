package dev.rolewise.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.question.Embedding;
import dev.rolewise.retrieval.CorpusIndex.Mode;
import dev.rolewise.testing.FakeTicker;
import dev.rolewise.testing.HashedWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetrievalScoresTest {
    private final Path folder;
    private final List<String> messages = new ArrayList<>();
    private final FakeTicker ticker = new FakeTicker();
    private final Path run;

    RetrievalScoresTest(@TempDir Path folder) {
        this.folder = folder;
        this.run = folder.resolve("run.txt");
    }

    private Path corpus(String... lines) throws IOException {
        return Files.write(folder.resolve("corpus.jsonl"), List.of(lines));
    }

    private Path queries(String... lines) throws IOException {
        return Files.write(folder.resolve("queries.jsonl"), List.of(lines));
    }

    private Path garden() throws IOException {
        return corpus(
                "{\"id\":\"g1\",\"title\":\"Pruning\",\"text\":\"Prune apple trees in winter.\"}",
                "{\"id\":\"g2\",\"title\":\"Lawns\",\"text\":\"Mow lawns weekly in summer.\"}",
                "{\"id\":\"g3\",\"title\":\"\",\"text\":\"Water seedlings every morning.\"}");
    }

    private RetrievalScores scores() {
        return new RetrievalScores(new HashedWords(), ticker, messages::add);
    }

    @ParameterizedTest
    @EnumSource(Mode.class)
    void every_mode_finds_what_shares_words_and_meaning(Mode mode) throws IOException {
        Path queries = queries(
                "{\"id\":\"q1\",\"text\":\"when to prune apple trees\",\"relevant\":[\"g1\"]}",
                "{\"id\":\"q2\",\"text\":\"watering seedlings\",\"relevant\":[\"g3\"]}");

        RetrievalResult result = scores().run(garden(), queries, mode, Optional.of(run));

        assertThat(result.json())
                .startsWith("{\"ndcg_at_10\":1.0000,\"ndcg_at_10_interval\":[1.0000,1.0000],\"recall_at_100\":1.0000,")
                .contains("\"mrr_at_10\":1.0000", "\"median_ms\":0.00", "\"p99_ms\":", "\"index_s\":0.0")
                .containsPattern("\"index_bytes\":[1-9][0-9]+,\"documents\":3,\"queries\":2}$");
        assertThat(result.table()).contains("ndcg_at_10", "index_bytes");
        assertThat(result.broken()).isZero();
    }

    @Test
    void a_run_file_has_six_columns_and_scores_that_fall_even_where_two_are_the_same() throws IOException {
        Path same = corpus(
                "{\"id\":\"b\",\"text\":\"apple trees\"}",
                "{\"id\":\"a\",\"text\":\"apple trees\"}",
                "{\"id\":\"c\",\"text\":\"apple\"}");
        Path queries = queries("{\"id\":7,\"text\":\"apple trees\",\"relevant\":[\"a\"]}");

        scores().run(same, queries, Mode.HYBRID, Optional.of(run));

        List<String[]> lines =
                Files.readAllLines(run).stream().map(line -> line.split(" ")).toList();
        assertThat(lines)
                .hasSize(3)
                .allSatisfy(l -> assertThat(l).hasSize(6).startsWith("7", "Q0").endsWith("rolewise"));
        assertThat(lines).extracting(l -> l[2]).containsExactly("b", "a", "c");
        assertThat(lines).extracting(l -> l[3]).containsExactly("1", "2", "3");
        List<Float> written = lines.stream().map(l -> Float.parseFloat(l[4])).toList();
        assertThat(written.get(0)).isGreaterThan(written.get(1));
        assertThat(written.get(1)).isGreaterThan(written.get(2));
    }

    @Test
    void broken_lines_are_reported_with_file_and_number_and_passed_over() throws IOException {
        Path corpus = corpus(
                "{\"id\":\"g1\",\"text\":\"apple\"}",
                "nonsense",
                "{\"id\":\"g1\",\"text\":\"again\"}",
                "{\"id\":\"a b\",\"text\":\"space\"}",
                "{\"id\":\"g2\"}");
        Path queries = queries(
                "{\"id\":\"q1\",\"text\":\"apple\",\"relevant\":[\"g1\"]}",
                "{\"id\":\"q2\",\"text\":\"apple\",\"relevant\":[]}");

        RetrievalResult result = scores().run(corpus, queries, Mode.LEXICAL, Optional.empty());

        assertThat(result.broken()).isEqualTo(5);
        assertThat(messages)
                .contains(
                        "corpus.jsonl: line 2 is not JSON (column 1); write one JSON object a line",
                        "corpus.jsonl: line 3 has the id g1 a second time and was passed over",
                        "corpus.jsonl: line 5 has no text; add \"text\": \"…\"",
                        "queries.jsonl: line 2 names nothing relevant; add \"relevant\": [\"…\"]");
    }

    @Test
    void a_file_without_a_usable_line_cannot_be_measured() throws IOException {
        Path queries = queries("{\"id\":\"q1\",\"text\":\"apple\",\"relevant\":[\"g1\"]}");
        Path empty = corpus();

        assertThatThrownBy(() -> scores().run(empty, queries, Mode.LEXICAL, Optional.empty()))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("holds no line that can be used");
        assertThatThrownBy(() -> scores().run(garden(), queries, Mode.LEXICAL, Optional.of(queries)))
                .isInstanceOf(UnusableFileException.class);
    }

    @Test
    void progress_is_told_with_rate_and_what_is_left() throws IOException {
        String[] lines = IntStream.range(0, 200)
                .mapToObj(i -> "{\"id\":\"d" + i + "\",\"text\":\"word" + i + "\"}")
                .toArray(String[]::new);
        Path queries = queries("{\"id\":\"q1\",\"text\":\"word7\",\"relevant\":[\"d7\"]}");
        HashedWords slow = new HashedWords() {
            @Override
            public Map<String, Embedding> statements(Collection<String> texts) {
                ticker.advance(Duration.ofSeconds(5));
                return new LinkedHashMap<>(super.statements(texts));
            }
        };

        RetrievalResult result = new RetrievalScores(slow, ticker, messages::add)
                .run(corpus(lines), queries, Mode.DENSE, Optional.empty());

        assertThat(messages)
                .startsWith(
                        "50 of 200 documents have vectors, 10.0 a second, 15 s left",
                        "100 of 200 documents have vectors, 10.0 a second, 10 s left",
                        "150 of 200 documents have vectors, 10.0 a second, 5 s left",
                        "200 documents indexed in 20.0 s, 10.0 a second");
        assertThat(result.json()).contains("\"index_s\":20.0");
    }
}
