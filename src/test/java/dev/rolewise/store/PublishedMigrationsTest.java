package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that was made with another text of a migration would not start any more. */
class PublishedMigrationsTest {
    TestStore store() {
        return TestStore.SQLITE;
    }

    List<Integer> published() {
        return List.of(-1063971370, -1602387319);
    }

    @Test
    void published_migrations_are_what_they_were(@TempDir Path folder) {
        try (Database database = Database.open(store().empty(folder))) {
            assertThat(database.<List<Integer>>read(handle -> handle.createQuery(
                                    "SELECT checksum FROM flyway_schema_history WHERE type = 'SQL' ORDER BY installed_rank")
                            .mapTo(Integer.class)
                            .list()))
                    .startsWith(published().toArray(Integer[]::new));
        }
    }
}
