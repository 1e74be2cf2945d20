package dev.rolewise.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lines; a word that begins one is followed by an id and perhaps by something else. */
record Said(List<String> lines) {
    Set<String> ids(String what) {
        return new HashSet<>(pairs(what).keySet());
    }

    /** The last for each id. */
    Map<String, String> pairs(String what) {
        Map<String, String> pairs = new HashMap<>();
        lines.stream()
                .map(line -> line.split(" "))
                .filter(words -> words[0].equals(what))
                .forEach(words -> pairs.put(words[1], words.length > 2 ? words[2] : ""));
        return pairs;
    }

    Map<String, Long> counted(String what) {
        Map<String, Long> counts = new HashMap<>();
        lines.stream()
                .filter(line -> line.startsWith(what + " "))
                .forEach(line -> counts.merge(line.substring(what.length() + 1), 1L, Long::sum));
        return counts;
    }
}
