package dev.rolewise.app;

import dev.rolewise.app.settings.ConfigFolder;
import dev.rolewise.app.settings.Settings;
import java.time.Clock;

/**
 * What everything is built from.
 *
 * @param settings checked
 * @param config the files that it is configured by; closed with this
 * @param clock the time
 * @param terminal where results and notes go
 */
record Setup(Settings settings, ConfigFolder config, Clock clock, Terminal terminal) implements AutoCloseable {
    @Override
    public void close() {
        config.close();
    }
}
