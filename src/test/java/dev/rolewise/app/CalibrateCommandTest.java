package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.answer.Feedback;
import dev.rolewise.cascade.RouteThresholds;
import dev.rolewise.cascade.Routed;
import dev.rolewise.cascade.RoutedAnswer;
import dev.rolewise.cascade.Routing;
import dev.rolewise.question.Tier;
import dev.rolewise.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {
    /** The clock of the runs stands there. */
    private static final Instant NOW = Instant.ofEpochMilli(1000);

    private final Path folder;
    private final FakeWiring wiring = new FakeWiring();

    CalibrateCommandTest(@TempDir Path folder) {
        this.folder = folder;
        wiring.tiers = Set.of(Tier.LOCAL, Tier.CHEAP, Tier.STRONG);
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Optional<Routing> written() {
        return new RoutingFile(data(), 0.2).read();
    }

    /** So many answers of that complexity: of the local ones one in four helped, of the cheap ones all. */
    private void rated(int count, double complexity) {
        try (Records records = Records.over(Database.open(data()), Clock.systemUTC())) {
            for (int i = 0; i < count; i++) {
                boolean local = i % 2 == 0;
                RoutedAnswer made =
                        Routed.answer("a" + i, "What is " + i + "?", complexity, local ? Tier.LOCAL : Tier.CHEAP);
                records.routes()
                        .record(new RoutedAnswer(
                                made.answerId(),
                                made.vector(),
                                made.marks(),
                                made.choice(),
                                made.servedBy(),
                                made.keptShare(),
                                NOW));
                records.feedback()
                        .record(new Feedback(
                                "a" + i,
                                "m" + i % 5,
                                Optional.empty(),
                                local && i % 8 != 0 ? Feedback.Rating.UNHELPFUL : Feedback.Rating.HELPFUL,
                                NOW));
            }
        }
    }

    private ProgramRun piped(String... args) {
        return ProgramRun.of(folder, wiring, "y\n", OptionalInt.empty(), args);
    }

    private ProgramRun atATerminal(String typed, String... args) {
        return ProgramRun.of(folder, wiring, typed, OptionalInt.of(80), args);
    }

    @Test
    void too_few_ratings_are_declined_with_how_many_it_takes() {
        rated(49, 0.45);

        ProgramRun run = piped("calibrate", "--apply");

        assertThat(run.status).isZero();
        assertThat(run.out).contains("routing: 49 of the answers", "at least 50 are needed", "nothing was changed");
        assertThat(data().resolve(RoutingFile.NAME)).doesNotExist();
    }

    @Test
    void without_a_database_there_is_nothing_to_go_by_and_none_is_made() {
        assertThat(piped("calibrate").out).contains("routing: 0 of the answers");
        assertThat(data()).doesNotExist();
    }

    @Test
    void without_a_model_there_is_nothing_to_route() {
        wiring.tiers = Set.of(Tier.LOCAL);

        assertThat(piped("calibrate").out).contains("no model is set up");
    }

    @Test
    void what_would_change_is_shown_first_and_changes_only_when_told() {
        rated(120, 0.45);

        ProgramRun shown = piped("calibrate");
        assertThat(shown.out)
                .contains(
                        "routing: 120 rated answers by 5 members; 120 routed questions",
                        "this machine alone: below complexity 0.50 → 0.40",
                        "wished: 20%",
                        "nothing was changed; with --apply it is");
        assertThat(atATerminal("\n", "calibrate").out).contains("nothing was changed");
        assertThat(written()).isEmpty();

        ProgramRun agreed = atATerminal("y\n", "calibrate");

        assertThat(agreed.err).anySatisfy(line -> assertThat(line).contains("Change it? [y/N]"));
        assertThat(agreed.out).contains("written to ").doesNotContain("nothing was changed");
        assertThat(written()).hasValueSatisfying(routing -> {
            assertThat(routing.thresholds().localBelow()).isEqualTo(0.4);
            assertThat(routing.thresholds().wellCovered()).isEqualTo(0.1);
        });
    }

    @Test
    void a_change_can_be_taken_back() {
        rated(120, 0.45);
        assertThat(piped("calibrate", "--apply").out).contains("written to ");
        Routing first = written().orElseThrow();
        wiring.routing = Routing.by(new RouteThresholds(0.9, 0.95, 0.1));
        piped("calibrate", "--apply");
        assertThat(written()).isPresent().isNotEqualTo(Optional.of(first));

        assertThat(piped("calibrate", "--undo").out).contains("back to what was found before");
        assertThat(written()).contains(first);
        assertThat(piped("calibrate", "--undo").out).contains("before any refit");
        assertThat(written()).isEmpty();
        assertThat(piped("calibrate", "--undo").out).contains("nothing to take back");
    }

    @Test
    void to_apply_and_to_undo_at_once_is_wrong_usage() {
        assertThat(piped("calibrate", "--apply", "--undo").status).isEqualTo(2);
    }

    @Test
    void a_file_that_cannot_be_written_is_said_so() throws Exception {
        rated(120, 0.45);
        Files.createDirectories(data().resolve(RoutingFile.NAME).resolve("in the way"));

        ProgramRun run = piped("calibrate", "--apply");

        assertThat(run.status).isEqualTo(1);
        assertThat(run.err).last().asString().contains("routing.properties cannot be written");
    }
}
