package dev.rolewise.app.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads a settings file: nested keys become dotted ones, values stay as written, and each keeps its line. */
final class SettingsFile {
    private static final int MAX_CHARACTERS = 256 * 1024;
    private static final int MAX_DEPTH = 8;

    private final String name;
    private final List<Given> given = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private SettingsFile(String name) {
        this.name = name;
    }

    /** Reads {@code file}, which is called {@code name} in origins and faults; adds what is wrong to {@code faults}. */
    static List<Given> read(Path file, String name, List<String> faults) {
        SettingsFile settings = new SettingsFile(name);
        try {
            settings.parse(Files.readString(file));
        } catch (CharacterCodingException e) {
            settings.faults.add(name + ": is not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            settings.faults.add(
                    String.format(Locale.ROOT, "%s: cannot be read (%s); check its permissions", name, e.getMessage()));
        }
        faults.addAll(settings.faults);
        return settings.given;
    }

    private void parse(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        try {
            @Nullable Node root = new Yaml(options).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                flatten("", mapping, 1);
            } else if (root != null && !isNull(root)) {
                faults.add(String.format(
                        Locale.ROOT,
                        "%s:%d: holds no settings; write lines such as \"pack: ai-careers\"",
                        name,
                        line(root)));
            }
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(String.format(
                    Locale.ROOT, "%s:%d: is not YAML (%s); check indentation and quotes", name, line, e.getProblem()));
        } catch (YAMLException e) {
            faults.add(String.format(
                    Locale.ROOT,
                    "%s: is not usable YAML; it may have at most %d characters and no control characters",
                    name,
                    MAX_CHARACTERS));
        }
    }

    private void flatten(String prefix, MappingNode mapping, int depth) {
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                faults.add(String.format(
                        Locale.ROOT,
                        "%s:%d: has a key that is no word; write \"key: value\"",
                        name,
                        line(entry.getKeyNode())));
                continue;
            }
            take(prefix + key.getValue(), entry.getValueNode(), line(key), depth);
        }
    }

    private void take(String key, Node value, int line, int depth) {
        if (value instanceof MappingNode nested && depth < MAX_DEPTH) {
            flatten(key + ".", nested, depth + 1);
        } else if (!(value instanceof ScalarNode scalar)) {
            faults.add(String.format(
                    Locale.ROOT, "%s:%d: %s has to be one value; write it behind the colon", name, line, key));
        } else if (!isNull(scalar)) {
            Integer earlier = lines.putIfAbsent(key, line);
            if (earlier == null) {
                given.add(new Given(key, scalar.getValue().strip(), name + ":" + line));
            } else {
                faults.add(String.format(
                        Locale.ROOT,
                        "%s:%d: %s stands in line %d already; keep one of them",
                        name,
                        line,
                        key,
                        earlier));
            }
        }
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
