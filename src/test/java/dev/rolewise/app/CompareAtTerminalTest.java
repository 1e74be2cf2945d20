package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Attachment;
import dev.rolewise.fit.ResultPainter;
import dev.rolewise.knowledge.Comparison;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.testing.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompareAtTerminalTest {
    private static final Pictures DRAWN = new Pictures(
            (title, table, sources) -> Optional.of(new Attachment(
                    "table.png", "image/png", new byte[] {(byte) table.rows().size()})),
            ResultPainter.NONE);

    private final Path folder;
    private final FakeWiring wiring = new FakeWiring();

    CompareAtTerminalTest(@TempDir Path folder) {
        this.folder = folder;
        wiring.pack = Optional.of(Packs.gardeners());
    }

    private ProgramRun run(String... args) {
        return ProgramRun.of(folder, wiring, "", OptionalInt.empty(), args);
    }

    @Test
    void the_table_is_drawn_within_the_width_of_a_terminal() {
        ProgramRun run = ProgramRun.of(folder, wiring, "", OptionalInt.of(60), "compare");

        assertThat(run.status).isZero();
        assertThat(run.err).isEmpty();
        assertThat(run.out.lines()).allMatch(line -> line.length() <= 60);
        assertThat(run.out).contains("tree surgeon", "Main job", "Rescue", "not covered", "[1] Working in the canopy");
    }

    @Test
    void a_pipe_gets_it_without_padding_and_no_model_is_loaded() {
        ProgramRun run = run("compare", "tolos");

        assertThat(run.status).isZero();
        assertThat(run.out).contains("Harness, ropes and chainsaw [1]").doesNotContain("Rescue");
        assertThat(wiring.events).doesNotContain("services");
    }

    @Test
    void aspects_pick_rows() {
        String both = run("compare", "pay", "Main job").out;

        assertThat(both).contains("Pay", "Main job").doesNotContain("Rescue", "chainsaw");
        assertThat(run("compare", "main", "job").out).contains("Main job").doesNotContain("Rescue");
        assertThat(run("compare", "busiest", "of", "season").status).isEqualTo(2);
    }

    @Test
    void an_unknown_aspect_is_one_line_with_the_nearest_names_and_status_2() {
        ProgramRun run = run("compare", "tools", "weather\u0007");

        assertThat(run.status).isEqualTo(2);
        assertThat(run.out).isEmpty();
        assertThat(run.err)
                .singleElement()
                .asString()
                .startsWith("no row is called \"weather?\"; the nearest are ")
                .contains("there are Main job, Tools, Pay, Busiest season, Rescue", "compare --help");
    }

    @Test
    void csv_goes_to_a_file() throws IOException {
        ProgramRun run = run("compare", "--csv", "t.csv", "tools");

        assertThat(run.status).isZero();
        assertThat(run.out).isEmpty();
        assertThat(run.err).singleElement().asString().startsWith("wrote ");
        assertThat(Files.readString(folder.resolve("t.csv")))
                .startsWith("aspect,tree surgeon,")
                .hasLineCount(2);
    }

    @Test
    void a_picture_goes_to_a_file_and_what_has_no_room_to_the_next() throws IOException {
        wiring.pictures = DRAWN;
        List<Comparison.Row> rows = Collections.nCopies(
                        3, Packs.gardeners().comparison().rows())
                .stream()
                .flatMap(List::stream)
                .toList();
        wiring.pack = Optional.of(Packs.comparing(Packs.gardeners(), new Comparison(rows)));

        ProgramRun run = run("compare", "--png", "t.png");

        assertThat(run.status).isZero();
        assertThat(run.err).hasSize(3);
        assertThat(Files.readAllBytes(folder.resolve("t.png"))).containsExactly(5);
        assertThat(Files.readAllBytes(folder.resolve("t-3.png"))).containsExactly(5);
    }

    @Test
    void where_nothing_can_be_drawn_no_picture_is_written() {
        ProgramRun run = run("compare", "--png", "t.png");

        assertThat(run.status).isEqualTo(1);
        assertThat(run.err).singleElement().asString().startsWith("the picture cannot be drawn here; ");
        assertThat(folder.resolve("t.png")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--csv no/t", "--png no/t", "--csv .", "--png ."})
    void a_file_that_cannot_be_written_is_one_line_that_says_what_to_do(String option) {
        wiring.pictures = DRAWN;

        ProgramRun run = run(("compare " + option).split(" "));

        assertThat(run.status).isEqualTo(1);
        assertThat(run.out).isEmpty();
        assertThat(run.err).singleElement().asString().matches(".*(create it first|name a file to write to)");
    }

    @Test
    void a_pack_without_a_comparison_says_so() {
        Pack pack = Packs.comparing(Packs.gardeners(), Comparison.NONE);
        wiring.pack = Optional.of(pack);

        ProgramRun run = run("compare");

        assertThat(run.status).isEqualTo(1);
        assertThat(run.err).containsExactly("the pack gardeners compares nothing: it has no comparison.yml");
    }
}
