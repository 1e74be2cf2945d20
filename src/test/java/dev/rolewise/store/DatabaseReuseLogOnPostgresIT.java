package dev.rolewise.store;

class DatabaseReuseLogOnPostgresIT extends DatabaseReuseLogTest {
    @Override
    TestStore store() {
        return TestStore.POSTGRESQL;
    }
}
