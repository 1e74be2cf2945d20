package dev.rolewise.store;

import dev.rolewise.testing.PostgresServer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What a killed process leaves open on the server stops nobody. */
class StoreKillOnPostgresIT extends StoreKillIT {
    StoreKillOnPostgresIT(@TempDir Path folder) {
        super(folder);
    }

    @Override
    String url() {
        return PostgresServer.shared().emptySchema();
    }

    @Override
    int kills() {
        return Integer.getInteger("rolewise.kills", 3);
    }
}
