package dev.rolewise.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The statements of a pack by key, and the ids under which other files refer to them. Not thread-safe. */
final class StatementIndex {
    private static final int KEY_LENGTH = 7;

    private final Faults faults;
    private final UniqueIds ids;
    private final Map<String, String> keyOfId = new HashMap<>();
    private final Map<String, String> placeOfKey = new HashMap<>();
    private boolean complete = true;

    StatementIndex(Faults faults) {
        this.faults = faults;
        this.ids = new UniqueIds("statement", faults);
    }

    /** The key of a statement. */
    static String key(String sourceId, String text) {
        return ShortHash.of(sourceId + "\n" + text, KEY_LENGTH);
    }

    /** Notes that a statement with that key stands there. */
    void add(String key, String file, int line) {
        String other = placeOfKey.putIfAbsent(key, file + ":" + line);
        if (other != null) {
            faults.add(file, line, "the statement gets the same key as " + other, "change a word of it");
        }
    }

    /** Gives a statement an id. */
    void name(String id, String key, String file, int line) {
        ids.claim(id, file, line);
        keyOfId.putIfAbsent(id, key);
    }

    /** Notes that a source could not be read, so that an id that is not here is not a fault. */
    void missesASource() {
        complete = false;
    }

    /** The keys of the statements with those ids. */
    List<String> keys(String file, List<YamlMap.Text> wanted) {
        for (YamlMap.Text id : wanted) {
            if (complete && !id.value().isEmpty() && !keyOfId.containsKey(id.value())) {
                faults.add(file, id.line(), "no statement has the id \"" + id.value() + "\"", advice(id.value()));
            }
        }
        return wanted.stream()
                .map(id -> keyOfId.get(id.value()))
                .filter(Objects::nonNull)
                .toList();
    }

    private String advice(String id) {
        String advice = Nearest.advice(id, ids.all());
        return advice.startsWith("did") ? advice : "add {#" + id + "} to the statement that is meant";
    }
}
