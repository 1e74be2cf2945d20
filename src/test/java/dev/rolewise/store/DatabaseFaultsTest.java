package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseFaultsTest {
    private Path folder;

    @BeforeEach
    void startWithAnEmptyFolder(@TempDir Path empty) {
        folder = empty;
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
            database.write(handle -> handle.execute("PRAGMA max_page_count = 1"));

            assertThatThrownBy(() -> database.write(
                            handle -> handle.execute("INSERT INTO note VALUES (?)", "x".repeat(100_000))))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("is full. Free some space");

            assertThat(database.<Integer>read(handle -> handle.createQuery("SELECT count(*) FROM note")
                            .mapTo(Integer.class)
                            .one()))
                    .isEqualTo(1);
        }
    }

    private void openAndChange(String sql) {
        try (Database database = Database.open(folder)) {
            database.write(handle -> handle.execute(sql));
        }
    }
}
