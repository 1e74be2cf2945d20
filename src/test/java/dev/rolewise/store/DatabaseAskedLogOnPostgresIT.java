package dev.rolewise.store;

class DatabaseAskedLogOnPostgresIT extends DatabaseAskedLogTest {
    @Override
    TestStore store() {
        return TestStore.POSTGRESQL;
    }
}
