package dev.rolewise.store;

class DatabaseGapLogOnPostgresIT extends DatabaseGapLogTest {
    @Override
    TestStore store() {
        return TestStore.POSTGRESQL;
    }
}
