package dev.rolewise.knowledge;

import java.util.List;
import java.util.Set;

/** Reads lists of ids of roles and aspects. */
final class References {
    private References() {}

    /** The ids under that key; one that is not known is a fault, unless none is known at all. */
    static List<String> known(YamlMap entry, String key, String kind, Set<String> known, Faults faults) {
        List<YamlMap.Text> ids = entry.texts(key);
        for (YamlMap.Text id : ids) {
            if (!known.isEmpty() && !id.value().isEmpty() && !known.contains(id.value())) {
                faults.add(
                        entry.file(),
                        id.line(),
                        "unknown " + kind + " \"" + id.value() + "\"",
                        Nearest.advice(id.value(), known.stream().sorted().toList()));
            }
        }
        return SubjectReader.values(ids);
    }
}
