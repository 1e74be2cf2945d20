package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

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
import dev.rolewise.store.archive.ArchiveException;
import dev.rolewise.store.archive.ArchiveWriter;
import dev.rolewise.store.archive.Manifest;
import dev.rolewise.testing.SetClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Usd MUCH = Usd.parse("1000000");
    private static final Usd WORST = Usd.parse("0.10");
    private static final BudgetSettings BUDGET = new BudgetSettings(MUCH, MUCH, MUCH, 9_999_999, 9_999_999, 9_999_999);

    private final SetClock clock = new SetClock("2026-11-21T12:00:00Z");
    private final AtomicInteger id = new AtomicInteger();
    private final Path folder;
    private final Path file;
    private final DatabaseSettings from;
    private final DatabaseSettings to;

    BackupTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.file = folder.resolve("backup.zip");
        this.from = source().empty(Files.createDirectory(folder.resolve("from")));
        this.to = target().empty(Files.createDirectory(folder.resolve("to")));
    }

    /** What is backed up. */
    TestStore source() {
        return TestStore.SQLITE;
    }

    /** What it is restored to. */
    TestStore target() {
        return TestStore.SQLITE;
    }

    @BeforeEach
    void fill() throws IOException {
        try (Database database = Database.open(from)) {
            new DatabaseFeedbackLog(database).record(feedback("a1", "m1"));
            new DatabaseFeedbackLog(database)
                    .record(new Feedback("ä \"2\" \\ \n😀", "m1", Optional.empty(), Rating.UNHELPFUL, clock.instant()));
            call(ledger(database));
            try (DatabaseTally tally = new DatabaseTally(database, clock)) {
                tally.record(new TalliedAnswer(Optional.of("s1"), Tier.CHEAP, Optional.empty(), WORST, WORST));
            }
        }
        OwnKnowledge.fill(from, clock);
        Files.writeString(from.dataDir().resolve("history"), "/help\n");
        Files.createDirectories(from.dataDir().resolve("guides/seven"));
        Files.writeString(from.dataDir().resolve("guides/seven/one.md"), "# One");
        for (String other : List.of("discord.lock", "half.tmp", ".hidden")) {
            Files.writeString(from.dataDir().resolve(other), "of no use");
        }
    }

    @Test
    void everything_that_is_kept_comes_back() throws IOException {
        Manifest made = backup();
        Restore.Restored restored = restore();

        assertThat(rows(to)).isEqualTo(rows(from));
        assertThat(to.dataDir().resolve("history")).hasContent("/help\n");
        assertThat(to.dataDir().resolve("guides/seven/one.md")).hasContent("# One");
        assertThat(made.entries())
                .extracting(Manifest.Entry::name)
                .containsExactlyInAnyOrder(
                        "tables/answer_tally.jsonl",
                        "tables/asked_question.jsonl",
                        "tables/budget_alert.jsonl",
                        "tables/correction.jsonl",
                        "tables/document.jsonl",
                        "tables/document_section.jsonl",
                        "tables/erased.jsonl",
                        "tables/feedback.jsonl",
                        "tables/gap.jsonl",
                        "tables/ledger_owner.jsonl",
                        "tables/member_key.jsonl",
                        "tables/model_call.jsonl",
                        "tables/opted_out.jsonl",
                        "tables/reuse.jsonl",
                        "tables/routed_answer.jsonl",
                        "tables/server_left.jsonl",
                        "tables/server_setting.jsonl",
                        "tables/shared_answer.jsonl",
                        "tables/spending.jsonl",
                        "tables/topic_day.jsonl",
                        "files/guides/seven/one.md",
                        "files/history");
        assertThat(restored.restored()).isEqualTo(made);
        assertThat(restored.aside()).isEmpty();
        try (Database database = Database.open(to)) {
            new DatabaseFeedbackLog(database).record(feedback("a9", "m9"));
            LedgerSums.assertAgree(database);
        }
    }

    @Test
    void what_servers_and_the_operator_wrote_comes_back_and_documents_are_found_again() throws IOException {
        assertThat(OwnKnowledge.found(from)).containsExactly(OwnKnowledge.SENTENCE);
        assertThat(backup().entries()).noneMatch(entry -> entry.name().contains("/documents/"));
        Files.createDirectories(to.dataDir().resolve("documents/installation"));
        Files.writeString(to.dataDir().resolve("documents/installation/of-before"), "another index");

        restore();

        assertThat(to.dataDir().resolve("documents")).doesNotExist();
        assertThat(OwnKnowledge.all(to)).isEqualTo(OwnKnowledge.all(from));
        assertThat(OwnKnowledge.found(to)).containsExactly(OwnKnowledge.SENTENCE);
    }

    @Test
    void an_index_in_a_backup_of_an_older_version_is_left_out() throws IOException {
        Path stale = from.dataDir().resolve("documents/installation/segments_1");
        Files.createDirectories(stale.getParent());
        Files.writeString(stale, "of what is long gone");
        try (ArchiveWriter archive = ArchiveWriter.begin(file);
                Snapshot snapshot = Snapshot.of(from)) {
            for (TableShape table : snapshot.tables()) {
                archive.add(
                        Backup.TABLES + TableFile.name(table.name()),
                        out -> TableFile.write(snapshot.handle(), table, out));
            }
            archive.add(Backup.FILES + "documents/installation/segments_1", out -> Files.copy(stale, out));
            archive.add(Backup.FILES + "history", out -> out.write(1));
            archive.finish(clock.instant(), snapshot.schema());
        } catch (java.sql.SQLException e) {
            throw new IOException(e);
        }

        restore();

        assertThat(to.dataDir().resolve("history")).exists();
        assertThat(to.dataDir().resolve("documents")).doesNotExist();
        assertThat(OwnKnowledge.found(to)).containsExactly(OwnKnowledge.SENTENCE);
    }

    @Test
    void nobody_else_can_read_what_is_made() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        backup();
        restore();

        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(to.dataDir().resolve("history"))).isEqualTo("rw-------");
        if (target() == TestStore.SQLITE) {
            assertThat(permissions(to.dataDir().resolve(Database.FILE))).isEqualTo("rw-------");
        }
    }

    @Test
    void what_was_there_is_put_aside_and_can_be_used() throws IOException {
        backup();
        try (Database database = Database.open(to)) {
            new DatabaseFeedbackLog(database).record(feedback("old", "m1"));
        }
        Files.writeString(to.dataDir().resolve("history"), "/old\n");

        Restore.Restored restored = restore();

        assertThat(rows(to)).isEqualTo(rows(from));
        assertThat(restored.aside()).isNotEmpty();
        Path aside = to.dataDir().resolve("before-restore-20261121-120000");
        assertThat(restored.aside()).contains(aside.toString());
        assertThat(aside.resolve("history")).hasContent("/old\n");
        assertThat(oldAnswers(aside, restored.aside())).containsExactly("old");

        assertThat(restore().aside().get(0)).endsWith("before-restore-20261121-120000-2");
        assertThat(rows(to)).isEqualTo(rows(from));
    }

    private List<String> oldAnswers(Path aside, List<String> said) {
        String sql = "SELECT answer_id FROM feedback";
        if (target() == TestStore.SQLITE) {
            try (Database old = Database.open(aside)) {
                return old.read(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
            }
        }
        assertThat(said).hasSize(2);
        String schema = said.get(1).replaceAll("the schema (\\S+) of .*", "$1");
        try (Database database = Database.open(to)) {
            return database.read(handle -> handle.createQuery(sql.replace("feedback", schema + ".feedback"))
                    .mapTo(String.class)
                    .list());
        }
    }

    @Test
    void a_backup_of_what_is_being_written_is_of_one_moment() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(1);
        AtomicBoolean enough = new AtomicBoolean();
        try (Database database = Database.open(from)) {
            DatabaseLedger ledger = ledger(database);
            Future<?> writing = threads.submit(() -> {
                while (!enough.get()) {
                    call(ledger);
                }
            });
            for (int i = 0; i < 3; i++) {
                backup();
            }
            enough.set(true);
            writing.get();
        } finally {
            threads.shutdownNow();
        }

        restore();

        try (Database restored = Database.open(to)) {
            LedgerSums.assertAgree(restored);
        }
    }

    @Test
    void it_is_not_restored_under_somebody_who_uses_the_data() throws IOException {
        backup();
        try (Database inUse = Database.open(to)) {
            assertThatThrownBy(this::restore)
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageMatching(".*( is held by another program| is used by another Rolewise).*");

            new DatabaseFeedbackLog(inUse).record(feedback("still", "m1"));
        }
        assertThat(leftovers()).isEmpty();
        assertThat(restore().aside()).isNotEmpty();
    }

    @Test
    void a_backup_does_not_lie_in_the_data_folder() {
        assertThatThrownBy(() -> new Backup(from, clock).write(from.dataDir().resolve("backup.zip")))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("lies in the data folder");
    }

    @Test
    void nothing_there_is_nothing_to_back_up() {
        assertThatThrownBy(() -> new Backup(to, clock).write(file))
                .isInstanceOf(ArchiveException.class)
                .hasMessageStartingWith("There is nothing to back up yet");
        assertThat(file).doesNotExist();
        assertThat(to.dataDir().resolve(Database.FILE)).doesNotExist();
    }

    @Test
    void a_newer_backup_replaces_an_older_one_and_leaves_nothing_beside_it() throws IOException {
        backup();
        clock.set("2026-11-22T12:00:00Z");
        assertThat(backup().madeAt()).isEqualTo(clock.instant());

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, from.dataDir(), to.dataDir());
        }
        assertThat(restore().restored().madeAt()).isEqualTo(clock.instant());
    }

    private Manifest backup() throws IOException {
        return new Backup(from, clock).write(file);
    }

    private Restore.Restored restore() throws IOException {
        return new Restore(to, clock).from(file);
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(to.dataDir())) {
            return files.filter(path -> path.toString().endsWith(".tmp")).toList();
        }
    }

    private static Map<String, List<String>> rows(DatabaseSettings place) {
        Map<String, List<String>> rows = new TreeMap<>();
        try (Database database = Database.open(place)) {
            for (String table : List.of("feedback", "model_call", "spending", "ledger_owner", "answer_tally")) {
                rows.put(
                        table, database.read(handle -> handle
                                .createQuery("SELECT * FROM " + table)
                                .mapToMap()
                                .map(row -> new TreeMap<>(row).toString())
                                .stream()
                                .sorted()
                                .toList()));
            }
        }
        assertThat(rows.values()).allSatisfy(some -> assertThat(some).isNotEmpty());
        return rows;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private DatabaseLedger ledger(Database database) {
        return new DatabaseLedger(database, BUDGET, clock, () -> "c" + id.incrementAndGet(), SpendListener.NONE);
    }

    private static void call(DatabaseLedger ledger) {
        Reserved reserved = (Reserved) ledger.reserve(
                new CallIntent("q", Tier.CHEAP, "openai", "small", Optional.of("m1"), Optional.of("s1"), WORST, WORST));
        ledger.settle(
                reserved.callId(),
                new Settlement(Usd.parse("0.01"), Optional.of(new Tokens(10, 1)), Outcome.ANSWERED, WORST));
    }

    private Feedback feedback(String answer, String member) {
        return new Feedback(answer, member, Optional.of("s1"), Rating.HELPFUL, clock.instant());
    }
}
