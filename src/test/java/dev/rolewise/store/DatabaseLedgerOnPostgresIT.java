package dev.rolewise.store;

class DatabaseLedgerOnPostgresIT extends DatabaseLedgerTest {
    @Override
    TestStore store() {
        return TestStore.POSTGRESQL;
    }
}
