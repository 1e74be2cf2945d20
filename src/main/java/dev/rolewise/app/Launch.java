package dev.rolewise.app;

import dev.rolewise.app.settings.ConfigFolder;
import dev.rolewise.app.settings.Settings;
import dev.rolewise.app.settings.SettingsException;
import dev.rolewise.app.settings.SettingsLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a run of the program starts from; each command takes from it what it needs.
 *
 * @param terminal where results and notes go
 * @param environment the environment variables
 * @param startedIn the folder that it was started in
 * @param clock the time
 * @param wiring builds things
 */
record Launch(Terminal terminal, Map<String, String> environment, Path startedIn, Clock clock, Wiring wiring) {

    /** Reads the settings and sets up logging; {@code config} is the folder that was named, if one was. */
    Setup setup(Optional<Path> config) throws SettingsException, OperatorException {
        ConfigFolder folder = ConfigFolder.open(config, startedIn);
        try {
            int cores = Runtime.getRuntime().availableProcessors();
            Settings settings = new SettingsLoader(DeclaredSettings.all(cores)).load(folder, environment);
            Logging.configure(folder, settings.text("log-level"));
            return new Setup(settings, folder, clock, terminal, new Storage(settings));
        } catch (SettingsException | OperatorException | RuntimeException e) {
            folder.close();
            throw e;
        }
    }
}
