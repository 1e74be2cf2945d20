package dev.rolewise.store;

class DatabasePersonalDataOnPostgresIT extends DatabasePersonalDataTest {
    @Override
    TestStore store() {
        return TestStore.POSTGRESQL;
    }
}
