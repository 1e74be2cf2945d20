package dev.rolewise.store;

class DatabaseCorrectionsOnPostgresIT extends DatabaseCorrectionsTest {
    @Override
    TestStore store() {
        return TestStore.POSTGRESQL;
    }
}
