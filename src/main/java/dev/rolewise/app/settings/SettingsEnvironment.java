package dev.rolewise.app.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads settings from environment variables. An empty variable counts as not set. */
final class SettingsEnvironment {
    private static final String FILE = "_FILE";
    private static final int MAX_SECRET_BYTES = 8192;

    private final Map<String, SettingKey> variables = new LinkedHashMap<>();
    private final List<String> faults;
    private final Map<String, String> takenFrom = new LinkedHashMap<>();

    private SettingsEnvironment(List<SettingKey> keys, List<String> faults) {
        this.faults = faults;
        for (SettingKey key : keys) {
            for (String variable : key.environment()) {
                variables.put(variable, key);
                if (key.secret()) {
                    variables.put(variable + FILE, key);
                }
            }
        }
    }

    /** The settings among {@code environment}; adds what is wrong to {@code faults}. */
    static List<Given> read(Map<String, String> environment, List<SettingKey> keys, List<String> faults) {
        SettingsEnvironment settings = new SettingsEnvironment(keys, faults);
        List<Given> given = new ArrayList<>();
        new TreeMap<>(environment).forEach((variable, value) -> {
            if (!value.isBlank()) {
                settings.take(variable, value.strip(), given);
            }
        });
        return given;
    }

    private void take(String variable, String value, List<Given> given) {
        SettingKey key = variables.get(variable);
        if (key == null) {
            if (variable.startsWith(SettingKey.PREFIX)) {
                faults.add(String.format(
                        Locale.ROOT,
                        "environment %s: there is no such setting; did you mean %s?",
                        variable,
                        Nearest.to(variable, variables.keySet())));
            }
            return;
        }
        String earlier = takenFrom.putIfAbsent(key.name(), variable);
        if (earlier != null) {
            faults.add(String.format(
                    Locale.ROOT,
                    "environment %s: %s is set as well and means the same; keep one of them",
                    variable,
                    earlier));
        } else if (key.secret() && variable.endsWith(FILE)) {
            secret(variable, value, key, given);
        } else {
            given.add(new Given(key.name(), value, "environment " + variable));
        }
    }

    private void secret(String variable, String file, SettingKey key, List<Given> given) {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            String text = new String(in.readNBytes(MAX_SECRET_BYTES), StandardCharsets.UTF_8).strip();
            given.add(new Given(key.name(), text, "file named by " + variable));
        } catch (IOException | InvalidPathException e) {
            faults.add(String.format(
                    Locale.ROOT,
                    "environment %s: the file %s cannot be read; check the path and its permissions",
                    variable,
                    file));
        }
    }
}
