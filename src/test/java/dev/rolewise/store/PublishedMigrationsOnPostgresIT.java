package dev.rolewise.store;

import java.util.List;

class PublishedMigrationsOnPostgresIT extends PublishedMigrationsTest {
    @Override
    TestStore store() {
        return TestStore.POSTGRESQL;
    }

    @Override
    List<Integer> published() {
        return List.of(1735882192, 1826487836);
    }
}
