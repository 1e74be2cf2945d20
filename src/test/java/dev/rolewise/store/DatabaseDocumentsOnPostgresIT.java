package dev.rolewise.store;

class DatabaseDocumentsOnPostgresIT extends DatabaseDocumentsTest {
    @Override
    TestStore store() {
        return TestStore.POSTGRESQL;
    }
}
