package dev.rolewise.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class ForgottenRowsOnPostgresIT extends ForgottenRowsTest {
    ForgottenRowsOnPostgresIT(@TempDir Path folder) {
        super(folder);
    }

    @Override
    TestStore store() {
        return TestStore.POSTGRESQL;
    }
}
