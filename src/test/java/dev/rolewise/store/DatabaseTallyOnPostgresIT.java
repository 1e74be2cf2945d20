package dev.rolewise.store;

class DatabaseTallyOnPostgresIT extends DatabaseTallyTest {
    @Override
    TestStore store() {
        return TestStore.POSTGRESQL;
    }
}
