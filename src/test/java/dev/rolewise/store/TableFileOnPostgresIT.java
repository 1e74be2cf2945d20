package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileOnPostgresIT extends TableFileTest {
    TableFileOnPostgresIT(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Override
    TestStore store() {
        return TestStore.POSTGRESQL;
    }

    @Test
    void numbers_go_on_above_those_that_were_loaded() throws IOException {
        insert(41, "n", null, null);
        writeAndLoad();

        TableShape chapters = chapters();
        assertThat(chapters.numbered()).hasValue("id");
        database.write(handle -> {
            PostgresSuccessor.numberOn(handle, chapters, "id");
            return handle.execute("INSERT INTO chapter (of_guide) VALUES (5)");
        });

        assertThat(database.<Long>read(handle -> handle.createQuery("SELECT max(id) FROM chapter")
                        .mapTo(Long.class)
                        .one()))
                .isEqualTo(42);
    }
}
