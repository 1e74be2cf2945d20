package dev.rolewise.cascade.money;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a YAML file, asked for what must be there; what is not goes to the faults. Nothing is constructed from tags.
 * Not thread-safe.
 */
final class YamlKeys {
    private static final int MAX_CHARACTERS = 256 * 1024;
    private static final int MAX_DEPTH = 8;

    private final MappingNode node;
    private final PriceFaults faults;
    private final Map<String, Node> values = new LinkedHashMap<>();

    /** A text and the line on which it stands. */
    record Text(String value, int line) {}

    private YamlKeys(MappingNode node, Set<String> known, PriceFaults faults) {
        this.node = node;
        this.faults = faults;
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            int line = line(tuple.getKeyNode());
            if (!known.contains(key)) {
                faults.add(line, "unknown key \"" + key + "\"", "use one of " + words(known));
            } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                faults.add(line, "the key \"" + key + "\" stands here twice", "keep one of the two");
            }
        }
    }

    /** The mapping that a file consists of, whose keys are among the known ones. */
    static Optional<YamlKeys> read(String text, Set<String> known, PriceFaults faults) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        try {
            Node root = new Yaml(options).compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                return Optional.of(new YamlKeys(mapping, known, faults));
            }
            faults.add("holds no keys", "write " + words(known) + ", each with a colon");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            faults.add(line, "is not YAML (" + e.getProblem() + ")", "check indentation and quotes");
        } catch (YAMLException e) {
            String limit =
                    String.format(Locale.ROOT, "keep it under %d characters, none a control character", MAX_CHARACTERS);
            faults.add("is not usable YAML", limit);
        }
        return Optional.empty();
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** The line of a key's value, or of the mapping where the key is missing. */
    int line(String key) {
        return line(values.getOrDefault(key, node));
    }

    /** A text that must be there. */
    Optional<String> text(String key) {
        return demanded(key).flatMap(this::text).map(Text::value);
    }

    /** A list of texts that must be there. */
    List<Text> texts(String key) {
        return items(key).stream().flatMap(item -> text(item).stream()).toList();
    }

    /** A mapping that must be there. */
    Optional<YamlKeys> keys(String key, Set<String> known) {
        return demanded(key).flatMap(value -> keys(value, known));
    }

    /** A list of mappings that must be there. */
    List<YamlKeys> list(String key, Set<String> known) {
        return items(key).stream().flatMap(item -> keys(item, known).stream()).toList();
    }

    private Optional<Node> demanded(String key) {
        Optional<Node> value = Optional.ofNullable(values.get(key));
        if (value.isEmpty()) {
            faults.add(line(node), "the key \"" + key + "\" is missing", "add \"" + key + ":\"");
        }
        return value;
    }

    private List<Node> items(String key) {
        Optional<Node> value = demanded(key);
        if (value.isPresent()
                && value.get() instanceof SequenceNode sequence
                && !sequence.getValue().isEmpty()) {
            return sequence.getValue();
        }
        value.ifPresent(
                v -> faults.add(line(v), "there is no list where one belongs", "write \"- \" before each entry"));
        return List.of();
    }

    private Optional<YamlKeys> keys(Node value, Set<String> known) {
        if (value instanceof MappingNode mapping) {
            return Optional.of(new YamlKeys(mapping, known, faults));
        }
        faults.add(line(value), "there are no keys where some belong", "write lines such as \"input: 0.25\"");
        return Optional.empty();
    }

    private Optional<Text> text(Node value) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(new Text(scalar.getValue().strip(), line(value)));
        }
        faults.add(line(value), "there is no text where one belongs", "write one behind the colon or hyphen");
        return Optional.empty();
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String words(Set<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }
}
