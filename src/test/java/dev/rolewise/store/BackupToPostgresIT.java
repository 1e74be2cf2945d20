package dev.rolewise.store;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class BackupToPostgresIT extends BackupTest {
    BackupToPostgresIT(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Override
    TestStore source() {
        return TestStore.SQLITE;
    }

    @Override
    TestStore target() {
        return TestStore.POSTGRESQL;
    }
}
