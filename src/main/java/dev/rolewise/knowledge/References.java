package dev.rolewise.knowledge;

import java.util.List;
import java.util.Set;

/** Reads ids of roles, aspects and disagreements. */
final class References {
    private References() {}

    /** The ids under that key; one that is not known is a fault, unless none is known at all. */
    static List<String> known(YamlMap entry, String key, String kind, Set<String> known, Faults faults) {
        List<YamlMap.Text> ids = entry.texts(key);
        for (YamlMap.Text id : ids) {
            if (!known.isEmpty()) {
                check(entry.file(), id, kind, known, faults);
            }
        }
        return SubjectReader.values(ids);
    }

    /** The one id under that key, which must be there; one that is not known is a fault. */
    static String one(YamlMap entry, String key, String kind, Set<String> known, Faults faults) {
        String id = entry.text(key);
        check(entry.file(), new YamlMap.Text(id, entry.line(key)), kind, known, faults);
        return id;
    }

    private static void check(String file, YamlMap.Text id, String kind, Set<String> known, Faults faults) {
        if (!id.value().isEmpty() && !known.contains(id.value())) {
            faults.add(
                    file,
                    id.line(),
                    "unknown " + kind + " \"" + id.value() + "\"",
                    known.isEmpty()
                            ? "delete it; the pack names none"
                            : Nearest.advice(id.value(), known.stream().sorted().toList()));
        }
    }
}
