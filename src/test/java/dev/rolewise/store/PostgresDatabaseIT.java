package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.testing.PostgresServer;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresDatabaseIT {
    private final String url = PostgresServer.shared().emptySchema();
    private final ExecutorService threads = Executors.newFixedThreadPool(12);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void a_write_that_fails_is_undone_as_a_whole() {
        try (Database database = open(url)) {
            database.write(handle -> handle.execute("CREATE TABLE note (text TEXT)"));

            assertThatThrownBy(() -> database.write(handle -> {
                        handle.execute("INSERT INTO note VALUES ('half')");
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessage("stop");

            assertThat(database.<Integer>read(PostgresDatabaseIT::notes)).isZero();
        }
    }

    @Test
    void what_a_write_has_read_stays_true_until_it_has_written() throws Exception {
        try (Database one = open(url);
                Database two = open(url)) {
            one.write(handle -> handle.execute("CREATE TABLE note (text TEXT)"));
            List<Callable<Integer>> counting = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                Database database = i % 2 == 0 ? one : two;
                counting.add(() ->
                        database.write(handle -> handle.execute("INSERT INTO note VALUES (?)", "n" + notes(handle))));
            }
            for (Future<Integer> done : threads.invokeAll(counting)) {
                done.get();
            }

            assertThat(one.<Integer>read(handle -> handle.createQuery("SELECT count(DISTINCT text) FROM note")
                            .mapTo(Integer.class)
                            .one()))
                    .isEqualTo(100);
        }
    }

    @Test
    void several_openings_of_an_empty_database_at_once_all_work() throws Exception {
        List<Callable<Boolean>> openings = List.of(this::openAndClose, this::openAndClose, this::openAndClose);

        for (Future<Boolean> opened : threads.invokeAll(openings)) {
            assertThat(opened.get()).isTrue();
        }
    }

    private boolean openAndClose() {
        open(url).close();
        return true;
    }

    @Test
    void a_database_of_a_newer_version_is_refused() {
        try (Database database = open(url)) {
            database.write(handle -> handle.execute("INSERT INTO flyway_schema_history"
                    + " SELECT 999, '999', 'future', 'SQL', 'V999__future.sql', 1, '', installed_on, 1, true"
                    + " FROM flyway_schema_history WHERE version = '1'"));
        }

        assertRefused(url, "newer version of Rolewise");
    }

    @Test
    void a_closed_database_says_so() {
        Database database = open(url);
        database.close();

        assertThatThrownBy(() -> database.read(PostgresDatabaseIT::notes))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("has been closed");
    }

    @Test
    void nobody_there_is_said() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        assertRefused(
                "jdbc:postgresql://localhost:" + port + "/bots?user=u&password=s3cret",
                "PostgreSQL at localhost:" + port + "/bots cannot be reached. Check that it runs, that this machine may"
                        + " connect to it, and database.url.");
    }

    @Test
    void a_database_that_is_not_there_is_said() {
        assertRefused(
                url.replace("/postgres?", "/elsewhere?") + "&password=s3cret",
                "there is no such database. Create it, or name another in database.url.");
    }

    @Test
    void a_user_that_is_not_there_is_said() {
        assertRefused(
                url.replace("user=postgres", "user=stranger") + "&password=s3cret",
                "refused the user or the password. Check both in database.url");
    }

    @Test
    void a_user_who_may_make_no_tables_is_said() {
        PostgresServer.shared().execute("DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN");
        String schema = url.substring(url.indexOf("currentSchema=") + "currentSchema=".length());
        PostgresServer.shared().execute("GRANT USAGE ON SCHEMA " + schema + " TO guest");

        assertRefused(url.replace("user=postgres", "user=guest"), "the user lacks a right");

        PostgresServer.shared().execute("REVOKE USAGE ON SCHEMA " + schema + " FROM guest; DROP ROLE guest");
    }

    private static void assertRefused(String url, String part) {
        assertThatThrownBy(() -> open(url))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(part)
                .hasMessageNotContaining("s3cret")
                .hasMessageNotContaining("\n");
    }

    private static Database open(String url) {
        return Database.open(new DatabaseSettings(Path.of("unused"), Optional.of(PostgresAddress.parse(url))));
    }

    private static int notes(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM note")
                .mapTo(Integer.class)
                .one();
    }
}
