package dev.rolewise.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheMeasurementTest {
    private final Path file;

    CacheMeasurementTest(@TempDir Path folder) throws IOException {
        this.file = Files.write(
                folder.resolve("pairs.jsonl"),
                List.of(
                        "{\"id\":\"1\",\"a\":\"which saw\",\"b\":\"which saw\",\"same_answer\":true}",
                        "{\"id\":\"2\",\"a\":\"which rope\",\"b\":\"which rope\",\"same_answer\":false}",
                        "{\"id\":\"3\",\"a\":\"apple trees\",\"b\":\"winter soil\",\"same_answer\":true}",
                        "{\"id\":\"4\",\"a\":\"garden walls\",\"b\":\"cement bags\",\"same_answer\":false}"));
    }

    private static CacheMeasurement measurement(boolean pairs) {
        HashedWords words = new HashedWords();
        ReuseGuard guard = new ReuseGuard(0.9);
        return pairs
                ? CacheMeasurement.pairs(text -> Profiles.of(text, List.of(), Set.of(), words), guard)
                : CacheMeasurement.mixed(text -> Profiles.of(text, List.of(), Set.of(), words), guard);
    }

    @Test
    void labelled_pairs_give_precision_recall_and_wrong_reuse_beside_plain_similarity() throws IOException {
        List<Figure> figures = measurement(true).run(List.of(file), message -> {});

        assertThat(figures)
                .extracting(Figure::name)
                .containsExactly("reuse_precision", "reuse_recall", "false_reuse_rate");
        assertThat(figures).extracting(Figure::value).containsExactly(0.5, 0.5, 0.5);
        assertThat(figures.get(1).rivals())
                .extracting(Figure.Rival::name)
                .containsExactly(
                        "similarity 0.95 alone",
                        "similarity 0.90 alone",
                        "similarity 0.85 alone",
                        "similarity 0.80 alone");
        assertThat(figures.get(0).rivals()).filteredOn(Figure.Rival::published).hasSize(2);
    }

    @Test
    void with_all_kept_right_and_wrong_answers_are_counted() throws IOException {
        List<Figure> figures = measurement(false).run(List.of(file), message -> {});

        assertThat(figures).extracting(Figure::value).containsExactly(0.25, 0.25);
    }
}
