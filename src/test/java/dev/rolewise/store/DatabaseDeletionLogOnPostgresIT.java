package dev.rolewise.store;

class DatabaseDeletionLogOnPostgresIT extends DatabaseDeletionLogTest {
    @Override
    TestStore store() {
        return TestStore.POSTGRESQL;
    }
}
