package dev.rolewise.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.testing.FakeMeasurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeScorecardTest {
    private final Path folder;
    private final List<String> messages = new ArrayList<>();

    WholeScorecardTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    @Test
    void what_has_its_files_is_measured_and_what_has_not_says_so() throws IOException {
        file("data/set/corpus.jsonl");
        file("data/set/queries-train.jsonl");
        FakeMeasurement found = FakeMeasurement.of("found", "set/corpus.jsonl", "set/queries*.jsonl");
        FakeMeasurement half = FakeMeasurement.of("half", "set/corpus.jsonl", "set/labels.jsonl");

        WholeScorecard scorecard = WholeScorecard.run(List.of(found, half), folder, messages::add);

        assertThat(scorecard.json())
                .isEqualTo("{\"found\":{\"score\":0.5000},\"half\":{\"no_data\":\"set/labels.jsonl\"}}");
        assertThat(messages).containsExactly("measuring: Found", "Half: no data found: set/labels.jsonl");
        assertThat(scorecard.hasFailures()).isFalse();
        assertThat(found.got())
                .extracting(path -> String.valueOf(path.getFileName()))
                .containsExactly("corpus.jsonl", "queries-train.jsonl");
    }

    @Test
    void one_that_fails_does_not_keep_the_others_from_being_measured() throws IOException {
        FakeMeasurement fails = FakeMeasurement.failing("fails", new IllegalStateException("inner"));
        FakeMeasurement unusable = FakeMeasurement.failing("unusable", new UnusableFileException("x is a folder"));

        WholeScorecard scorecard =
                WholeScorecard.run(List.of(fails, unusable, FakeMeasurement.of("last")), folder, messages::add);

        assertThat(scorecard.hasFailures()).isTrue();
        assertThat(scorecard.json())
                .contains(
                        "{\"failed\":\"IllegalStateException; the log at debug level says more\"}",
                        "{\"failed\":\"x is a folder\"}",
                        "\"last\":{\"score\":0.5000}");
    }

    @Test
    void a_neighbour_of_the_data_folder_is_looked_through_as_well() throws IOException {
        file("data/one.jsonl");
        file("eval/two.jsonl");
        file("private/three.jsonl");
        FakeMeasurement both = FakeMeasurement.of("both", "one.jsonl", "two.jsonl");
        FakeMeasurement other = FakeMeasurement.of("other", "three.jsonl");

        WholeScorecard scorecard = WholeScorecard.run(List.of(both, other), folder.resolve("data"), messages::add);

        assertThat(scorecard.parts().get(0)).isInstanceOf(Part.Measured.class);
        assertThat(scorecard.parts().get(1)).isInstanceOf(Part.NoData.class);
    }

    @Test
    void a_name_is_no_end_of_a_longer_one() throws IOException {
        file("eval/my-questions.jsonl");

        WholeScorecard scorecard =
                WholeScorecard.run(List.of(FakeMeasurement.of("q", "questions.jsonl")), folder, messages::add);

        assertThat(scorecard.parts().get(0)).isInstanceOf(Part.NoData.class);
    }

    @Test
    void a_folder_that_is_not_there_is_said() {
        assertThatThrownBy(() -> WholeScorecard.run(List.of(), folder.resolve("nowhere"), messages::add))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("check the path");
    }
}
