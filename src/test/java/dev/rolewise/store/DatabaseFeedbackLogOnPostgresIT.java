package dev.rolewise.store;

class DatabaseFeedbackLogOnPostgresIT extends DatabaseFeedbackLogTest {
    @Override
    TestStore store() {
        return TestStore.POSTGRESQL;
    }
}
