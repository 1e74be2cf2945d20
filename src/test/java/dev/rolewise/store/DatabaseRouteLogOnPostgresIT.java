package dev.rolewise.store;

class DatabaseRouteLogOnPostgresIT extends DatabaseRouteLogTest {
    @Override
    TestStore store() {
        return TestStore.POSTGRESQL;
    }
}
