package dev.rolewise.knowledge;

import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.representer.Representer;

/** Reads a YAML text into nodes that know their line; nothing is constructed from tags. */
final class YamlReader {
    private final Faults faults;

    YamlReader(Faults faults) {
        this.faults = faults;
    }

    /** The mapping that the text consists of, whose keys are among the known ones. */
    Optional<YamlMap> read(String file, String text, Set<String> known) {
        try {
            Node root = yaml().compose(new StringReader(text));
            if (root instanceof MappingNode mapping) {
                return Optional.of(new YamlMap(file, mapping, known, faults));
            }
            int line = root == null ? 1 : YamlMap.line(root);
            faults.add(file, line, "holds no keys", "start with \"" + first(known) + ":\"");
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            faults.add(file, line, "is not valid YAML: " + e.getProblem(), "check indentation, quotes and colons");
        } catch (YAMLException e) {
            faults.add(file, 0, "is not valid YAML: " + e.getMessage(), "keep the file flat and simple");
        }
        return Optional.empty();
    }

    private static String first(Set<String> known) {
        return known.iterator().next();
    }

    private static Yaml yaml() {
        LoaderOptions loading = new LoaderOptions();
        loading.setCodePointLimit(PackFolder.MAX_BYTES);
        loading.setNestingDepthLimit(10);
        loading.setMaxAliasesForCollections(10);
        DumperOptions dumping = new DumperOptions();
        return new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading);
    }
}
