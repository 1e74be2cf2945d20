package dev.rolewise.knowledge.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is declared for one element, with its variables (CSS Custom Properties 1) filled in. */
final class CssValues {
    private static final int DEEPEST = 12;
    private static final int LONGEST = 10_000;

    private final Map<String, String> declared;
    private final Map<String, String> variables;

    CssValues(Map<String, String> declared, Map<String, String> inherited) {
        this.declared = declared;
        if (declared.keySet().stream().noneMatch(name -> name.startsWith("--"))) {
            variables = inherited;
            return;
        }
        Map<String, String> all = new HashMap<>(inherited);
        all.putAll(declared);
        variables = new HashMap<>(inherited);
        declared.forEach((name, value) -> {
            if (name.startsWith("--")) {
                filled(value, all, 1).ifPresentOrElse(full -> variables.put(name, full), () -> variables.remove(name));
            }
        });
    }

    /** Those of the element and of those around it. */
    Map<String, String> variables() {
        return variables;
    }

    boolean has(String property) {
        return declared.containsKey(property);
    }

    /** In small letters; empty text where nothing is declared, or nothing that makes sense. */
    String of(String property) {
        String value = declared.get(property);
        return value == null
                ? ""
                : value.contains("--")
                        ? CssText.lower(filled(value, variables, 0).orElse("")).strip()
                        : value;
    }

    private static Optional<String> filled(String value, Map<String, String> from, int depth) {
        int at = value.indexOf("var(");
        if (at < 0) {
            return Optional.of(value);
        }
        if (depth >= DEEPEST || value.length() > LONGEST) {
            return Optional.empty();
        }
        int close = CssText.close(value, at + 3);
        List<String> given = CssText.split(value.substring(at + 4, close), ',');
        String known = from.get(given.get(0));
        String otherwise = given.size() > 1 ? String.join(",", given.subList(1, given.size())) : null;
        String rest = value.substring(Math.min(value.length(), close + 1));
        return Optional.ofNullable(known)
                .flatMap(full -> filled(full, from, depth + 1))
                .or(() -> Optional.ofNullable(otherwise))
                .flatMap(full -> filled(value.substring(0, at) + full + rest, from, depth + 1));
    }
}
