package dev.rolewise.store;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class BackupFromPostgresIT extends BackupTest {
    BackupFromPostgresIT(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Override
    TestStore source() {
        return TestStore.POSTGRESQL;
    }

    @Override
    TestStore target() {
        return TestStore.SQLITE;
    }
}
