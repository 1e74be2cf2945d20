package dev.rolewise.knowledge;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The ids of one kind of thing: each in kebab-case, each given once. Not thread-safe. */
final class UniqueIds {
    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final String kind;
    private final Faults faults;
    private final Map<String, String> places = new LinkedHashMap<>();

    UniqueIds(String kind, Faults faults) {
        this.kind = kind;
        this.faults = faults;
    }

    void claim(String id, String file, int line) {
        if (id.isEmpty()) {
            return;
        }
        if (!KEBAB.matcher(id).matches()) {
            faults.add(
                    file,
                    line,
                    "the " + kind + " id \"" + id + "\" is not in kebab-case",
                    "use lower-case letters, digits and single hyphens, such as \"daily-work\"");
        }
        String first = places.putIfAbsent(id, file + ":" + line);
        if (first != null) {
            faults.add(
                    file,
                    line,
                    "the " + kind + " id \"" + id + "\" is taken by " + first,
                    "give one of the two another id");
        }
    }

    Set<String> all() {
        return places.keySet();
    }
}
