package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cascade.money.TalliedAnswer;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import dev.rolewise.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostAtTerminalTest {
    private final Path folder;
    private final FakeWiring wiring = new FakeWiring();

    CostAtTerminalTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private ProgramRun run(String... args) {
        return ProgramRun.of(folder, wiring, "", OptionalInt.empty(), args);
    }

    @Test
    void without_options_and_without_answers_it_says_the_example() {
        ProgramRun run = run("cost");

        assertThat(run.status).isZero();
        assertThat(run.out.lines())
                .startsWith(
                        "10,000 users × 30 conversations a month × $1.00 a conversation",
                        "nothing saved      $300,000 a month   every conversation at its full price")
                .last()
                .asString()
                .startsWith("Nothing is counted here yet");
        assertThat(run.err).isEmpty();
        assertThat(wiring.events).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void what_was_counted_in_the_data_folder_makes_less_of_it() {
        Usd dollar = Usd.parse("1");
        try (Database database = Database.open(folder.resolve("data"));
                Records records = Records.over(database, Clock.systemUTC())) {
            for (int i = 0; i < 3; i++) {
                records.tally()
                        .record(new TalliedAnswer(
                                Optional.of("7"), Tier.CHEAP, Optional.of(CacheHit.EXACT), Usd.ZERO, dollar));
            }
            records.tally()
                    .record(new TalliedAnswer(
                            Optional.empty(), Tier.CHEAP, Optional.empty(), Usd.parse("0.2"), dollar));
        }

        ProgramRun run = run("cost", "--users", "1,000", "--conversations=10", "--price", "$0.50");

        assertThat(run.status).isZero();
        assertThat(run.out.lines())
                .containsExactly(
                        "1,000 users × 10 conversations a month × $0.50 a conversation",
                        "nothing saved        $5,000 a month   every conversation at its full price",
                        "cached               $1,250 a month   75% of the answers come from the cache",
                        "cascaded            $250.00 a month   0% local, 25% cheap, 0% strong; they cost 20% of asking"
                                + " the strong model",
                        "The shares are those of the 4 answers counted here, as if each conversation went like them.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--users | 0 | The users are a whole number from 1 to a billion, such as 10000.",
                "--conversations | many | The conversations are a whole number from 1 to a billion, such as 30.",
                "--price | -1 | The price is in dollars, from 0 to a million, such as 0.25."
            })
    void a_number_that_makes_no_sense_is_one_line_and_status_2(String option, String value, String line) {
        ProgramRun run = run("cost", option, value);

        assertThat(run.status).isEqualTo(2);
        assertThat(run.out).isEmpty();
        assertThat(run.err).containsExactly(line);
    }

    @Test
    void a_broken_database_is_one_line_and_status_1() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve(Database.FILE), "no database at all, whatever it is called");

        ProgramRun run = run("cost");

        assertThat(run.status).isEqualTo(1);
        assertThat(run.out).isEmpty();
        assertThat(run.err).singleElement().asString().contains(Database.FILE);
    }
}
