package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.answer.Feedback;
import dev.rolewise.answer.Feedback.Rating;
import dev.rolewise.cascade.money.BudgetSettings;
import dev.rolewise.cascade.money.CallIntent;
import dev.rolewise.cascade.money.Decision.Reserved;
import dev.rolewise.cascade.money.Outcome;
import dev.rolewise.cascade.money.Settlement;
import dev.rolewise.cascade.money.SpendListener;
import dev.rolewise.cascade.money.TalliedAnswer;
import dev.rolewise.cascade.money.Tokens;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that writes all that is written, again and again, wherever it happens to be. {@code -Drolewise.kills=50}
 * says how often.
 */
class StoreKillIT {
    private static final int CALLERS = 2;

    /** After so many, some were certainly in the middle of a call. */
    private static final int MANY = 8;

    private static final Usd MUCH = Usd.parse("1000000");
    private static final Usd WORST = Usd.parse("0.10");
    private static final BudgetSettings BUDGET = new BudgetSettings(MUCH, MUCH, MUCH, 9_999_999, 9_999_999, 9_999_999);

    private final Path folder;
    private final String url;
    private final DatabaseSettings settings;
    private final Random random = new Random(4);

    StoreKillIT(@TempDir Path folder) {
        this.folder = folder;
        this.url = url();
        this.settings = place(folder, url);
    }

    /** The address of an empty database; an empty one for the file. */
    String url() {
        return "";
    }

    int kills() {
        return Integer.getInteger("rolewise.kills", 8);
    }

    private static DatabaseSettings place(Path folder, String url) {
        return url.isEmpty()
                ? DatabaseSettings.in(folder)
                : new DatabaseSettings(folder, Optional.of(PostgresAddress.parse(url)));
    }

    /** Writes and says so, each kind in a thread of its own; until it is killed. */
    static final class Child {
        private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

        private Child() {}

        public static void main(String[] args) {
            Database database = Database.open(place(Path.of(args[0]), args.length > 1 ? args[1] : ""));
            DatabaseLedger ledger = ledger(database, Clock.systemUTC());
            for (int i = 0; i < CALLERS; i++) {
                new Thread(() -> callForever(ledger)).start();
            }
            new Thread(() -> rateForever(new DatabaseFeedbackLog(database))).start();
            new Thread(() -> countForever(new DatabaseTally(database, Clock.systemUTC()))).start();
            new ServerWrites(database, Child::say).start();
        }

        private static void callForever(DatabaseLedger ledger) {
            while (ledger.reserve(intent()) instanceof Reserved reserved) {
                say("call " + reserved.callId());
                say("done " + reserved.callId());
                ledger.settle(
                        reserved.callId(),
                        new Settlement(Usd.parse("0.01"), Optional.of(new Tokens(10, 1)), Outcome.ANSWERED, WORST));
                say("settled " + reserved.callId());
            }
        }

        /** Takes every second rating back. */
        private static void rateForever(DatabaseFeedbackLog log) {
            for (boolean back = false; ; back = !back) {
                String answer = UUID.randomUUID().toString();
                log.record(new Feedback(answer, "m1", Optional.empty(), Rating.HELPFUL, Instant.EPOCH));
                say("rated " + answer);
                if (back) {
                    say("taking " + answer);
                    log.withdraw(answer, "m1");
                    say("taken " + answer);
                }
            }
        }

        private static void countForever(DatabaseTally tally) {
            String server = UUID.randomUUID().toString();
            while (true) {
                tally.record(new TalliedAnswer(Optional.of(server), Tier.LOCAL, Optional.empty(), Usd.ZERO, WORST));
                tally.since(Optional.of(server), Instant.EPOCH);
                say("counted " + server);
            }
        }

        /** One write of the operating system, so that a kill loses no line that was said. */
        private static void say(String line) {
            try {
                OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void nothing_that_was_acknowledged_is_lost_and_what_was_cut_off_is_settled_later() throws Exception {
        List<String> said = new ArrayList<>();
        for (int kill = 0; kill < kills(); kill++) {
            said.addAll(untilKilled(20 + random.nextInt(180)));
        }
        write(said);

        try (Database database = Database.open(settings)) {
            assertRatings(said, database);
            assertCounts(said, database);
            assertCalls(said, database, kills() >= MANY);
            ServerWrites.check(said, database);
            if (url.isEmpty()) {
                assertThat(database.<String>read(handle -> handle.createQuery("PRAGMA integrity_check")
                                .mapTo(String.class)
                                .one()))
                        .isEqualTo("ok");
            }
        }
    }

    private static void assertRatings(List<String> said, Database database) {
        Set<String> rated =
                new HashSet<>(database.<List<String>>read(handle -> handle.createQuery("SELECT answer_id FROM feedback")
                        .mapTo(String.class)
                        .list()));
        Set<String> expected = ids(said, "rated ");
        expected.removeAll(ids(said, "taking "));

        assertThat(expected).isNotEmpty();
        assertThat(rated).containsAll(expected).doesNotContainAnyElementsOf(ids(said, "taken "));
    }

    private static void assertCounts(List<String> said, Database database) {
        Map<String, Long> counts = database.read(handle ->
                map(handle, "SELECT server_id, sum(answers) AS n FROM answer_tally GROUP BY server_id", Long.class));
        Map<String, Long> expected = new HashMap<>();
        said.stream()
                .filter(line -> line.startsWith("counted "))
                .forEach(line -> expected.merge(line.substring("counted ".length()), 1L, Long::sum));

        assertThat(expected).isNotEmpty().allSatisfy((server, least) -> assertThat(counts.get(server))
                .isBetween(least, least + 1));
    }

    private static void assertCalls(List<String> said, Database database, boolean enough) {
        Map<String, String> states = states(database);
        assertThat(states.keySet()).containsAll(ids(said, "call "));
        assertThat(ids(said, "settled ")).isNotEmpty().allSatisfy(id -> assertThat(states)
                .containsEntry(id, "SETTLED"));
        LedgerSums.assertAgree(database);
        long open = states.values().stream().filter("RESERVED"::equals).count();
        if (enough) {
            assertThat(open).isPositive();
        }

        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(10));
        DatabaseLedger living = ledger(database, later);
        String alive = ((Reserved) living.reserve(intent())).callId();
        DatabaseLedger restarted = ledger(database, later);

        assertThat(restarted.settleAbandoned()).isEqualTo((int) open);
        assertThat(states(database)).containsEntry(alive, "RESERVED");
        assertThat(restarted.month().reserved()).isEqualTo(WORST);
        assertThat(restarted.settleAbandoned()).isZero();
        LedgerSums.assertAgree(database);
    }

    @Test
    void a_restart_within_the_lease_touches_nothing() throws Exception {
        untilKilled(20);

        try (Database database = Database.open(settings)) {
            Map<String, String> before = states(database);
            assertThat(ledger(database, Clock.systemUTC()).settleAbandoned()).isZero();
            assertThat(states(database)).isEqualTo(before);
        }
    }

    /** Kills a child after so many lines and a little more; all that it has said, since that does not close the pipe. */
    private List<String> untilKilled(int lines) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString(),
                        url)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
            while (said.size() < lines) {
                String line = out.readLine();
                assertThat(line).as("the child lives").isNotNull();
                said.add(line);
            }
            long until = System.nanoTime() + random.nextInt(3_000_000);
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            child.toHandle().destroyForcibly();
            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
            out.lines().forEach(said::add);
        }
        return said;
    }

    private void write(List<String> said) throws IOException {
        Files.writeString(
                Path.of("target/kills-" + (url.isEmpty() ? "sqlite" : "postgresql") + ".txt"),
                String.format(
                        Locale.ROOT,
                        "%d kills, %d acknowledged writes%n",
                        kills(),
                        said.stream()
                                .filter(line ->
                                        line.matches("(call|settled|rated|taken|counted|" + ServerWrites.DONE + ") .*"))
                                .count()));
    }

    private static DatabaseLedger ledger(Database database, Clock clock) {
        return new DatabaseLedger(
                database, BUDGET, clock, () -> UUID.randomUUID().toString(), SpendListener.NONE);
    }

    private static CallIntent intent() {
        return new CallIntent("q", Tier.CHEAP, "openai", "small", Optional.of("m1"), Optional.of("s1"), WORST, WORST);
    }

    private static Set<String> ids(List<String> said, String what) {
        Set<String> ids = new HashSet<>();
        said.stream()
                .filter(line -> line.startsWith(what))
                .map(line -> line.substring(what.length()))
                .filter(id -> id.length() == 36)
                .forEach(ids::add);
        return ids;
    }

    private static Map<String, String> states(Database database) {
        return database.read(handle -> map(handle, "SELECT id, state FROM model_call", String.class));
    }

    private static <T> Map<String, T> map(Handle handle, String sql, Class<T> type) {
        Map<String, T> values = new HashMap<>();
        handle.createQuery(sql)
                .map((row, context) -> Map.entry(
                        row.getString(1), type.cast(type == Long.class ? (Object) row.getLong(2) : row.getString(2))))
                .forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return values;
    }
}
