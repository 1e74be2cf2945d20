package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.answer.Feedback;
import dev.rolewise.cache.ReuseCalibration;
import dev.rolewise.cache.ReuseLog;
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
        assertThat(agreed.out).contains("routing: written to ").doesNotContain("routing: nothing was changed");
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

    /** So many reused answers that were rated, of each likeness; those below {@code wrongBelow} did not help. */
    private void reused(int count, double wrongBelow) {
        try (Records records = Records.over(Database.open(data()), Clock.systemUTC())) {
            for (int i = 0; i < count; i++) {
                double similarity = 0.5 + 0.5 * i / count;
                records.reuses()
                        .record(new ReuseLog.Judged("r" + i, "m" + i, similarity, similarity >= wrongBelow, NOW));
            }
        }
    }

    private double threshold(double errorBound) {
        return new ReuseFile(data(), errorBound).threshold();
    }

    @Test
    void reused_answers_that_did_not_help_raise_the_likeness_that_it_takes() {
        reused(400, 0.6);

        ProgramRun shown = piped("calibrate");
        assertThat(shown.out)
                .contains(
                        "cache: 400 rated answers that were reused",
                        "cache: reused from a similarity of 0.45 → 0.6",
                        "(confidence 95%)",
                        "nothing was changed; with --apply it is");
        assertThat(threshold(0.01)).isEqualTo(ReuseCalibration.SHIPPED);

        assertThat(piped("calibrate", "--apply").out).contains("cache: written to ");
        assertThat(threshold(0.01)).isBetween(0.59, 0.65);
        assertThat(threshold(0.02)).as("for another bound").isEqualTo(ReuseCalibration.SHIPPED);

        assertThat(piped("calibrate", "--undo").out).contains("cache: back to what it was before any refit");
        assertThat(threshold(0.01)).isEqualTo(ReuseCalibration.SHIPPED);
    }

    @Test
    void few_rated_reuses_are_declined_with_how_many_it_takes() {
        reused(ReuseRefit.ENOUGH - 1, 0.9);

        assertThat(piped("calibrate", "--apply").out)
                .contains("cache: 49 reused answers were rated; at least 50 are needed", "cache: nothing was changed");
        assertThat(data().resolve("cache.properties")).doesNotExist();
    }

    @Test
    void with_too_few_to_promise_the_bound_the_safer_likeness_is_taken() {
        reused(60, 0.7);

        assertThat(piped("calibrate", "--apply").out)
                .contains("too little to promise more, so the safer threshold stays");
        assertThat(threshold(0.01)).isBetween(0.69, 0.71);
    }

    @Test
    void a_bound_of_nothing_reuses_nothing_and_a_damaged_file_is_left_aside() throws Exception {
        assertThat(threshold(0)).isEqualTo(ReuseFile.NEVER);

        Files.createDirectories(data());
        Files.writeString(data().resolve("cache.properties"), "threshold=0.1\nerror-bound=0.01\n");
        assertThat(threshold(0.01)).isEqualTo(ReuseCalibration.SHIPPED);
        Files.writeString(data().resolve("cache.properties"), "nonsense");
        assertThat(threshold(0.01)).isEqualTo(ReuseCalibration.SHIPPED);
    }
}
