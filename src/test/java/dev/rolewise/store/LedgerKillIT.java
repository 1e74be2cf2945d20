package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cascade.money.BudgetSettings;
import dev.rolewise.cascade.money.CallIntent;
import dev.rolewise.cascade.money.Decision.Reserved;
import dev.rolewise.cascade.money.Outcome;
import dev.rolewise.cascade.money.Settlement;
import dev.rolewise.cascade.money.SpendListener;
import dev.rolewise.cascade.money.Tokens;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.generic.GenericType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process that makes model calls, again and again, wherever it happens to be. */
class LedgerKillIT {
    private static final int KILLS = 20;
    private static final int THREADS = 3;
    private static final Usd MUCH = Usd.parse("1000000");
    private static final Usd WORST = Usd.parse("0.10");
    private static final BudgetSettings BUDGET = new BudgetSettings(MUCH, MUCH, MUCH, 9_999_999, 9_999_999, 9_999_999);

    private final Path folder;
    private final Random random = new Random(4);

    LedgerKillIT(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Reserves, says that it calls, says that it has, settles; until it is killed. */
    static final class Child {
        private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

        private Child() {}

        public static void main(String[] args) {
            DatabaseLedger ledger = ledger(Database.open(Path.of(args[0])), Clock.systemUTC());
            for (int i = 0; i < THREADS; i++) {
                new Thread(() -> callForever(ledger)).start();
            }
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
    void no_call_is_without_its_reservation_and_what_was_cut_off_is_settled_later() throws Exception {
        List<String> said = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            said.addAll(untilKilled(5 + random.nextInt(60)));
        }

        try (Database database = Database.open(folder)) {
            Map<String, String> states = states(database);
            assertThat(states.keySet()).containsAll(ids(said, "call "));
            assertThat(ids(said, "settled "))
                    .allSatisfy(id -> assertThat(states).containsEntry(id, "SETTLED"));
            LedgerSums.assertAgree(database);
            long open = states.values().stream().filter("RESERVED"::equals).count();
            assertThat(open).isPositive();

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
    }

    @Test
    void a_restart_within_the_lease_touches_nothing() throws Exception {
        untilKilled(20);

        try (Database database = Database.open(folder)) {
            Map<String, String> before = states(database);
            assertThat(ledger(database, Clock.systemUTC()).settleAbandoned()).isZero();
            assertThat(states(database)).isEqualTo(before);
        }
    }

    /**
     * Starts a child, kills it after so many lines and a little more, and returns what it has said: all of it, since the
     * handle of a process kills it without closing the pipe.
     */
    private List<String> untilKilled(int lines) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString())
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
        return database.read(handle -> handle.createQuery("SELECT id, state FROM model_call")
                .setMapKeyColumn("id")
                .setMapValueColumn("state")
                .collectInto(new GenericType<Map<String, String>>() {}));
    }
}
