package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cascade.RouteThresholds;
import dev.rolewise.cascade.Routed;
import dev.rolewise.cascade.Routing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingFileTest {
    private static final RouteThresholds THRESHOLDS = new RouteThresholds(0.4, 0.8, 0.1);

    private final Path folder;
    private final RoutingFile file;

    RoutingFileTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = new RoutingFile(folder, 0.2);
    }

    private List<String> learnedFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> name.endsWith(".bin"))
                    .toList();
        }
    }

    @Test
    void thresholds_are_read_as_they_were_written() throws Exception {
        file.write(Routing.by(THRESHOLDS));

        assertThat(file.read()).contains(Routing.by(THRESHOLDS));
    }

    @Test
    void what_was_learned_is_there_again_and_goes_when_nothing_names_it() throws Exception {
        file.write(new Routing(THRESHOLDS, Optional.of(Routed.learnedGain())));

        assertThat(file.read().orElseThrow().learned()).hasValueSatisfying(read -> assertThat(Routed.moved(read))
                .isEqualTo(Routed.moved(Routed.learnedGain())));
        assertThat(learnedFiles()).hasSize(1);
        file.write(Routing.by(THRESHOLDS));
        assertThat(learnedFiles()).as("for a way back").hasSize(1);
        file.write(Routing.by(THRESHOLDS));
        assertThat(learnedFiles()).isEmpty();
    }

    @Test
    void thresholds_for_another_share_do_not_count() throws Exception {
        file.write(Routing.by(THRESHOLDS));

        assertThat(new RoutingFile(folder, 0.3).read()).isEmpty();
    }

    /** The lines of a file, with semicolons between them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "\\u00",
                "strong-share=0.2;local-below=NaN;strong-from=0.7;well-covered=0.1",
                "strong-share=0.2;local-below=0.9;strong-from=0.7;well-covered=0.1",
                "strong-share=0.2;local-below=0.5;strong-from=1e9;well-covered=0.1",
                "strong-share=0.2;local-below=0.5;strong-from=0.7;well-covered=0.1;learned=../../etc/passwd",
                "strong-share=0.2;local-below=0.5;strong-from=0.7;well-covered=0.1;learned=routing-learned-0123456789abcdef.bin"
            })
    void a_damaged_file_is_left_aside(String lines) throws Exception {
        Files.writeString(folder.resolve(RoutingFile.NAME), lines.replace(';', '\n'));

        assertThat(file.read()).isEmpty();
    }

    @Test
    void what_was_learned_and_is_damaged_is_left_aside_with_its_thresholds() throws Exception {
        file.write(new Routing(THRESHOLDS, Optional.of(Routed.learnedGain())));
        Path learned = folder.resolve(learnedFiles().get(0));
        byte[] bytes = Files.readAllBytes(learned);
        bytes[bytes.length / 2]++;
        Files.write(learned, bytes);

        assertThat(file.read()).isEmpty();
    }
}
