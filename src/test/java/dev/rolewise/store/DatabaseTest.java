package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void a_closed_database_says_so() {
        Database database = Database.open(folder);
        database.close();

        assertThatThrownBy(() -> database.read(DatabaseTest::notes))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("has been closed");
    }

    @Test
    void a_write_that_found_the_file_held_harms_no_later_write_and_no_close() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(1);
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        Database one = Database.open(folder);
        try (Database two = Database.open(folder)) {
            one.write(handle -> handle.execute("CREATE TABLE note (text TEXT)"));
            one.write(handle -> handle.execute("PRAGMA busy_timeout = 20"));
            Future<Object> held = threads.submit(() -> two.write(handle -> {
                holding.countDown();
                return await(letGo);
            }));
            assertThat(await(holding)).isTrue();

            assertThatThrownBy(() -> addNumbered(one))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("is held by another program");

            letGo.countDown();
            held.get();
            addNumbered(one);
            assertThatThrownBy(() -> one.write(handle -> {
                        addNumbered(handle);
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");
            assertThat(two.<Integer>read(DatabaseTest::notes)).isEqualTo(1);
            one.close();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void addNumbered(Database database) {
        database.write(DatabaseTest::addNumbered);
    }

    private static int addNumbered(Handle handle) {
        return handle.execute("INSERT INTO note VALUES (?)", "n" + notes(handle));
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
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, words))
                    .toList();
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
