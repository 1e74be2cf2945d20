package dev.rolewise.app.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the settings together: an environment variable wins over {@code rolewise.yml}, which wins over the default. Every
 * value is checked, used or not.
 */
public final class SettingsLoader {
    /** Name of the settings file in the config folder. */
    public static final String FILE = "rolewise.yml";

    private final Map<String, SettingKey> keys = new LinkedHashMap<>();

    /** A loader that knows exactly these settings. */
    public SettingsLoader(List<SettingKey> keys) {
        keys.forEach(key -> this.keys.put(key.name(), key));
    }

    /** Reads the file in {@code config} and {@code environment}; refuses them with a list of all faults. */
    public Settings load(ConfigFolder config, Map<String, String> environment) throws SettingsException {
        List<String> faults = new ArrayList<>();
        List<Given> given = new ArrayList<>();
        Optional<Path> file = config.file(FILE);
        if (file.isPresent()) {
            given.addAll(SettingsFile.read(file.get(), config.origin(FILE), faults));
        }
        given.addAll(SettingsEnvironment.read(environment, List.copyOf(keys.values()), faults));
        Map<String, Given> winners = new LinkedHashMap<>();
        for (Given one : given) {
            fault(one).ifPresentOrElse(faults::add, () -> winners.put(one.key(), one));
        }
        if (!faults.isEmpty()) {
            throw new SettingsException(faults);
        }
        return new Settings(
                keys.values().stream().map(key -> value(key, winners)).toList());
    }

    private Optional<String> fault(Given given) {
        SettingKey key = keys.get(given.key());
        if (key == null) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "%s: there is no setting %s; did you mean %s?",
                    given.origin(),
                    given.key(),
                    Nearest.to(given.key(), keys.keySet())));
        }
        if (key.kind().accepts(given.text())) {
            return Optional.empty();
        }
        String value = key.secret() ? "its value" : "\"" + given.text() + "\"";
        return Optional.of(String.format(
                Locale.ROOT,
                "%s: %s: %s will not do; it has to be %s, for example %s",
                given.origin(),
                key.name(),
                value,
                key.kind().expected(),
                key.kind().example()));
    }

    private static Settings.Value value(SettingKey key, Map<String, Given> winners) {
        Given given = winners.get(key.name());
        return given == null
                ? new Settings.Value(key, key.fallback(), "default")
                : new Settings.Value(key, Optional.of(given.text()), given.origin());
    }
}
