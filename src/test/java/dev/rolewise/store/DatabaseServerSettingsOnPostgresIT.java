package dev.rolewise.store;

class DatabaseServerSettingsOnPostgresIT extends DatabaseServerSettingsTest {
    @Override
    TestStore store() {
        return TestStore.POSTGRESQL;
    }
}
