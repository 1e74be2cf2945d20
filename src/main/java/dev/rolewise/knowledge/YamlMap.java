package dev.rolewise.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping of a YAML file, read by key. What is wrong goes to the faults, and something empty stands in for it. */
final class YamlMap {
    private static final Set<Tag> PLAIN = Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.TIMESTAMP);

    private final String file;
    private final int line;
    private final Faults faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    /** A text and the line on which it starts. */
    record Text(String value, int line) {}

    YamlMap(String file, MappingNode node, Set<String> known, Faults faults) {
        this(file, node, "key", known, faults);
    }

    /** Like the other, with a word for what its keys name: {@code role}. */
    private YamlMap(String file, MappingNode node, String kind, Set<String> known, Faults faults) {
        this.file = file;
        this.line = line(node);
        this.faults = faults;
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            int at = line(tuple.getKeyNode());
            lines.putIfAbsent(key, at);
            if (!known.contains(key)) {
                faults.add(file, at, "unknown " + kind + " \"" + key + "\"", advice(node, tuple, key, known));
            } else if (values.putIfAbsent(key, tuple.getValueNode()) != null) {
                faults.add(file, at, "the " + kind + " \"" + key + "\" stands here twice", "keep one of the two");
            }
        }
    }

    /** An unquoted comma in braces ends a text, and what follows it is read as a key without a value. */
    private static String advice(MappingNode node, NodeTuple tuple, String key, Set<String> known) {
        boolean noValue = tuple.getValueNode() instanceof ScalarNode scalar
                && scalar.getValue().isEmpty();
        return noValue && node.getFlowStyle() == DumperOptions.FlowStyle.FLOW
                ? "put the text before it in quotes, for it has a comma"
                : Nearest.advice(key, known);
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    String file() {
        return file;
    }

    int line() {
        return line;
    }

    /** The line of a key, or of the mapping where the key is missing. */
    int line(String key) {
        return lines.getOrDefault(key, line);
    }

    /** Whether that key stands here. */
    boolean has(String key) {
        return values.containsKey(key);
    }

    /** A text that must be there. */
    String text(String key) {
        return demanded(key).map(this::scalar).map(Text::value).orElse("");
    }

    /**
     * A text that must be there and short.
     *
     * @param what names it in a fault: "the option"
     * @param most its greatest length in characters
     */
    String text(String key, String what, int most) {
        String text = text(key);
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            wrong(line(key), what + " has " + length + " characters", "shorten it to at most " + most);
        }
        return text;
    }

    /** A text that may be missing. */
    Optional<String> optionalText(String key) {
        return Optional.ofNullable(values.get(key)).map(this::scalar).map(Text::value);
    }

    /** {@code true} or {@code false}, which must be there. */
    boolean flag(String key) {
        String value = text(key);
        if (!value.isEmpty() && !value.equals("true") && !value.equals("false")) {
            wrong(line(key), "\"" + key + "\" is neither true nor false", "write true or false");
        }
        return value.equals("true");
    }

    /** A whole number that must be there; what is out of bounds gives the least. */
    int number(String key, int least, int most) {
        String value = text(key);
        if (value.matches("\\d{1,4}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        if (!value.isEmpty()) {
            wrong(
                    line(key),
                    "\"" + key + "\" is \"" + value + "\"",
                    "write a whole number from " + least + " to " + most);
        }
        return least;
    }

    /** Whether one text stands under that key, and it is that word. */
    boolean says(String key, String word) {
        return values.get(key) instanceof ScalarNode scalar
                && scalar.getValue().strip().equals(word);
    }

    /**
     * A mapping that must be there.
     *
     * @param kind what its keys name: {@code role}
     * @param orElse the remedy where there is none
     */
    Optional<YamlMap> map(String key, String kind, Set<String> known, String orElse) {
        Optional<Node> value = demanded(key);
        if (value.isPresent() && !(value.get() instanceof MappingNode)) {
            wrong(line(value.get()), "\"" + key + "\" has no keys", orElse);
        }
        return value.filter(MappingNode.class::isInstance)
                .map(node -> new YamlMap(file, (MappingNode) node, kind, known, faults));
    }

    /** A list of texts that may be missing or empty. */
    List<Text> texts(String key) {
        Node value = values.get(key);
        return value == null ? List.of() : texts(value, key);
    }

    /** A list of one text or more that must be there. */
    List<Text> someTexts(String key) {
        List<Text> texts = demanded(key).map(value -> texts(value, key)).orElseGet(() -> List.of(new Text("", line)));
        if (texts.isEmpty()) {
            wrong(line(key), "\"" + key + "\" is empty", "add at least one entry");
        }
        return texts;
    }

    /** A list of lists of texts that must be there. */
    List<List<Text>> lists(String key) {
        return demanded(key).map(value -> items(value, key)).orElse(List.of()).stream()
                .map(item -> texts(item, key))
                .toList();
    }

    /** A list of one mapping or more that must be there. */
    List<YamlMap> maps(String key, String... known) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node item : demanded(key).map(value -> items(value, key)).orElse(List.of())) {
            if (item instanceof MappingNode mapping) {
                maps.add(new YamlMap(file, mapping, new LinkedHashSet<>(List.of(known)), faults));
            } else {
                wrong(line(item), "an entry of \"" + key + "\" has no keys", "start it with \"- " + known[0] + ": …\"");
            }
        }
        if (maps.isEmpty() && values.containsKey(key)) {
            wrong(line(key), "\"" + key + "\" is empty", "add at least one entry");
        }
        return maps;
    }

    private Optional<Node> demanded(String key) {
        Node value = values.get(key);
        if (value == null) {
            wrong(line, "the key \"" + key + "\" is missing", "add \"" + key + ":\"");
        }
        return Optional.ofNullable(value);
    }

    private List<Node> items(Node value, String key) {
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        wrong(line(value), "\"" + key + "\" is not a list", "write \"- \" before each entry");
        return List.of();
    }

    private List<Text> texts(Node value, String key) {
        return items(value, key).stream().map(this::scalar).toList();
    }

    private Text scalar(Node node) {
        int at = line(node);
        if (!(node instanceof ScalarNode scalar)) {
            wrong(at, "there is a list or a mapping where a text belongs", "write one text, in quotes if need be");
            return new Text("", at);
        }
        String value = scalar.getValue().strip();
        if (node.getTag().equals(Tag.NULL) || value.isEmpty()) {
            wrong(at, "there is nothing where a text belongs", "write the text, or delete the entry");
        } else if (!PLAIN.contains(node.getTag())) {
            wrong(at, "there is a tag (" + node.getTag().getValue() + ")", "delete the tag; a pack is plain text");
        } else {
            TextRules.problem(value).ifPresent(p -> wrong(at, "the text " + p, "delete it"));
        }
        return new Text(value, at);
    }

    private void wrong(int at, String problem, String remedy) {
        faults.add(file, at, problem, remedy);
    }
}
