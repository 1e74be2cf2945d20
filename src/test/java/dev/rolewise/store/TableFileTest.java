package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.store.TableShape.Column;
import dev.rolewise.store.TableShape.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileTest {
    private static final String TABLES = """
            CREATE TABLE chapter (
                id       INTEGER PRIMARY KEY AUTOINCREMENT,
                of_guide INTEGER NOT NULL REFERENCES guide (id),
                name     TEXT,
                vector   BLOB,
                weight   REAL
            ) STRICT;
            """;

    private final Path file;
    private final DatabaseSettings settings;
    Database database;

    TableFileTest(@TempDir Path folder) throws IOException {
        this.file = folder.resolve("chapter.jsonl");
        this.settings = store().empty(Files.createDirectory(folder.resolve("data")));
    }

    /** What it runs on. */
    TestStore store() {
        return TestStore.SQLITE;
    }

    @BeforeEach
    void open() {
        database = Database.open(settings);
        String guides = TABLES.substring(0, TABLES.indexOf("    of_guide"))
                .replace("chapter", "guide")
                .stripTrailing()
                .replaceAll(",$", ") STRICT;\n");
        for (String table : List.of(guides, TABLES)) {
            database.write(handle -> handle.execute(store() == TestStore.SQLITE ? table : PostgresWords.of(table)));
        }
        database.write(handle -> handle.execute("INSERT INTO guide (id) VALUES (5)"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_table_comes_after_those_that_it_refers_to() {
        List<TableShape> shapes = database.read(TableFileTest::shapes);

        assertThat(shapes)
                .extracting(TableShape::name)
                .contains("feedback", "spending")
                .containsSubsequence("guide", "chapter");
        assertThat(shapes).extracting(TableShape::name).doesNotContain(TableShape.HISTORY);
        assertThat(chapters().columns())
                .containsExactly(
                        new Column("id", Kind.INTEGER),
                        new Column("of_guide", Kind.INTEGER),
                        new Column("name", Kind.TEXT),
                        new Column("vector", Kind.BYTES),
                        new Column("weight", Kind.REAL));
    }

    @Test
    void every_kind_of_value_comes_back_as_it_was() throws IOException {
        byte[] bytes = {0, -1, 127, -128, 10};
        insert(Long.MAX_VALUE - 1, "a\tb\n\"c\" \\ \u2028 😀", bytes, 0.1);
        insert(2, "", new byte[0], -1e300);
        insert(3, null, null, null);
        insert(4, "x".repeat(100_000), new byte[3_000_000], Double.MIN_VALUE);
        List<String> before = rows();

        writeAndLoad();

        assertThat(rows()).isEqualTo(before).hasSize(4);
    }

    @Test
    void a_long_table_is_read_bit_by_bit() throws IOException {
        for (int i = 1; i <= 1_234; i++) {
            insert(i, "n" + i, null, null);
        }

        assertThat(writeAndLoad()).isEqualTo(1_234);
        assertThat(rows()).hasSize(1_234);
    }

    long writeAndLoad() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        database.read(handle -> {
            try {
                TableFile.write(handle, chapters(), out);
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        Files.write(file, out.toByteArray());
        TableShape chapters = chapters();
        return database.write(handle -> {
            handle.execute("DELETE FROM chapter");
            try {
                return TableFile.load(handle, chapters, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    TableShape chapters() {
        return database.<List<TableShape>>read(TableFileTest::shapes).stream()
                .filter(shape -> shape.name().equals("chapter"))
                .findFirst()
                .orElseThrow();
    }

    private static List<TableShape> shapes(Handle handle) {
        try {
            return TableShape.all(handle);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void insert(long id, @Nullable String name, byte @Nullable [] vector, @Nullable Double weight) {
        database.write(handle -> handle.createUpdate(
                        "INSERT INTO chapter (id, of_guide, name, vector, weight) VALUES (:id, 5, :name, :vector, :weight)")
                .bind("id", id)
                .bind("name", Optional.ofNullable(name))
                .bind("vector", vector)
                .bind("weight", Optional.ofNullable(weight))
                .execute());
    }

    private List<String> rows() {
        return database.read(handle -> handle.createQuery("SELECT * FROM chapter ORDER BY id")
                .map((row, context) -> row.getLong("id")
                        + row.getString("name")
                        + Arrays.toString(row.getBytes("vector"))
                        + row.getObject("weight"))
                .list());
    }
}
