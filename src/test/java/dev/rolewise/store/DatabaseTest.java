package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTest {
    private Path folder;

    @BeforeEach
    void startWithAnEmptyFolder(@TempDir Path empty) {
        folder = empty;
    }

    @ParameterizedTest
    @CsvSource({"journal_mode, wal", "synchronous, 2", "busy_timeout, 5000", "foreign_keys, 1", "secure_delete, 1"})
    void both_connections_have_the_settings_that_keep_data_safe(String pragma, String value) {
        try (Database database = Database.open(folder)) {
            assertThat(database.<String>read(handle -> pragma(handle, pragma))).isEqualTo(value);
            assertThat(database.<String>write(handle -> pragma(handle, pragma))).isEqualTo(value);
        }
    }

    @Test
    void the_folder_is_made_where_it_is_missing_whatever_its_name() {
        Path odd = folder.resolve("a b/50% off? #1;mode=memory");

        Database.open(odd).close();

        assertThat(odd.resolve(Database.FILE)).isNotEmptyFile();
    }

    @Test
    void deleted_words_are_gone_from_the_files() throws IOException {
        String secret = "a-member-id-to-forget";
        try (Database database = Database.open(folder)) {
            database.write(handle -> handle.execute("CREATE TABLE note (text TEXT)"));
            database.write(handle -> handle.execute("INSERT INTO note VALUES (?)", secret));
        }
        assertThat(filesHolding(secret)).isNotEmpty();
        try (Database database = Database.open(folder)) {
            database.write(handle -> handle.execute("DELETE FROM note"));
        }

        assertThat(filesHolding(secret)).isEmpty();
    }

    @Test
    void a_write_that_fails_is_undone_as_a_whole() {
        try (Database database = Database.open(folder)) {
            database.write(handle -> handle.execute("CREATE TABLE note (text TEXT)"));

            assertThatThrownBy(() -> database.write(handle -> {
                        handle.execute("INSERT INTO note VALUES ('half')");
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");

            assertThat(database.<Integer>read(DatabaseTest::notes)).isZero();
        }
    }

    @Test
    void a_transaction_that_reads_before_it_writes_waits_for_another_process() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Database one = Database.open(folder);
                Database two = Database.open(folder)) {
            one.write(handle -> handle.execute("CREATE TABLE note (text TEXT)"));
            Callable<Object> counting = () -> {
                for (int i = 0; i < 50; i++) {
                    addNumbered(one);
                }
                return "";
            };
            Callable<Object> alsoCounting = () -> {
                for (int i = 0; i < 50; i++) {
                    addNumbered(two);
                }
                return "";
            };
            for (Future<Object> done : threads.invokeAll(List.of(counting, alsoCounting))) {
                done.get();
            }

            assertThat(one.<Integer>read(DatabaseTest::notes)).isEqualTo(100);
            assertThat(one.<Integer>read(handle -> handle.createQuery("SELECT count(DISTINCT text) FROM note")
                            .mapTo(Integer.class)
                            .one()))
                    .isEqualTo(100);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_read_does_not_wait_for_a_write() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(1);
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (Database database = Database.open(folder)) {
            Future<Object> write = threads.submit(() -> database.write(handle -> {
                handle.execute("CREATE TABLE note (text TEXT)");
                writing.countDown();
                return await(done);
            }));
            assertThat(await(writing)).isTrue();

            assertThat(database.<String>read(handle -> pragma(handle, "user_version")))
                    .isEqualTo("0");

            done.countDown();
            assertThat(write.get()).isEqualTo(true);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void several_openings_of_a_new_folder_at_once_all_work() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Boolean>> opened = Stream.generate(() -> threads.submit(() -> {
                        await(start);
                        Database.open(folder).close();
                        return true;
                    }))
                    .limit(4)
                    .toList();
            start.countDown();

            for (Future<Boolean> one : opened) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_file_that_is_no_database_is_named_and_left_alone() throws IOException {
        Path file = Files.writeString(folder.resolve(Database.FILE), "my shopping list ".repeat(100));

        assertThatThrownBy(() -> Database.open(folder))
                .isInstanceOf(DatabaseException.class)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(
                        file.toAbsolutePath() + " is not a database. Restore a backup, or move the file away to start"
                                + " with an empty one.");
        assertThat(file).hasContent("my shopping list ".repeat(100));
    }

    @Test
    void a_damaged_file_is_named_with_what_to_do() throws IOException {
        Database.open(folder).close();
        Path file = folder.resolve(Database.FILE);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 200, bytes.length, (byte) 0xAB);
        Files.write(file, bytes);

        assertThatThrownBy(() -> Database.open(folder))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("is damaged. Restore a backup");
    }

    @Test
    void a_file_of_a_newer_version_is_refused() {
        openAndChange("INSERT INTO flyway_schema_history"
                + " SELECT 999, '999', 'future', 'SQL', 'V999__future.sql', 1, '', installed_on, 1, 1"
                + " FROM flyway_schema_history WHERE version = '1'");

        assertThatThrownBy(() -> Database.open(folder))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("newer version of Rolewise");
    }

    @Test
    void a_file_with_other_tables_than_ours_is_refused() {
        openAndChange("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");

        assertThatThrownBy(() -> Database.open(folder))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("does not have the tables of this version");
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> Database.open(file.resolve("data")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("The data folder " + file.resolve("data") + " cannot be made");
    }

    @Test
    void a_folder_in_the_place_of_the_file_is_named() throws IOException {
        Files.createDirectory(folder.resolve(Database.FILE));

        assertThatThrownBy(() -> Database.open(folder))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("cannot be opened for writing");
    }

    @Test
    void a_full_disk_is_said_and_loses_nothing() {
        try (Database database = Database.open(folder)) {
            database.write(handle -> handle.execute("CREATE TABLE note (text TEXT)"));
            database.write(handle -> handle.execute("INSERT INTO note VALUES ('kept')"));
            database.<String>write(handle -> pragma(handle, "max_page_count = 1"));

            assertThatThrownBy(() -> database.write(
                            handle -> handle.execute("INSERT INTO note VALUES (?)", "x".repeat(100_000))))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("is full. Free some space");

            assertThat(database.<Integer>read(DatabaseTest::notes)).isEqualTo(1);
        }
    }

    @Test
    void a_closed_database_says_so() {
        Database database = Database.open(folder);
        database.close();

        assertThatThrownBy(() -> database.read(DatabaseTest::notes))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("has been closed");
    }

    private void openAndChange(String sql) {
        try (Database database = Database.open(folder)) {
            database.write(handle -> handle.execute(sql));
        }
    }

    private static void addNumbered(Database database) {
        database.write(handle -> handle.execute("INSERT INTO note VALUES (?)", "n" + notes(handle)));
    }

    private static int notes(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM note")
                .mapTo(Integer.class)
                .one();
    }

    private static String pragma(Handle handle, String pragma) {
        return handle.createQuery("PRAGMA " + pragma).mapTo(String.class).one();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Path> filesHolding(String words) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> holds(file, words)).toList();
        }
    }

    private static boolean holds(Path file, String words) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
