package dev.rolewise.cascade.model;

import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of interface that a model can be asked through. */
enum Provider {
    /** OpenAI, and every server that speaks its chat completions. */
    OPENAI("https://api.openai.com/v1"),
    ANTHROPIC("https://api.anthropic.com/v1"),
    GOOGLE("https://generativelanguage.googleapis.com/v1beta"),
    OLLAMA("http://localhost:11434");

    private final URI home;

    Provider(String home) {
        this.home = URI.create(home);
    }

    /** Where it is unless the settings say otherwise. */
    URI home() {
        return home;
    }

    /** As written in the settings. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it cannot be asked without a key, at home or elsewhere. */
    boolean needsKey(boolean atHome) {
        return this != OLLAMA && (atHome || this != OPENAI);
    }

    /** Throws {@link IllegalArgumentException} with the nearest one where there is none of that name. */
    static Provider of(String name) {
        return Arrays.stream(values())
                .filter(p -> p.key().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    }

    private static String unknown(String name) {
        String known = Arrays.stream(values()).map(Provider::key).collect(Collectors.joining(", "));
        return nearest(name)
                .map(near -> String.format(
                        Locale.ROOT, "provider: \"%s\" is unknown; did you mean %s? There is %s", name, near, known))
                .orElseGet(() -> String.format(
                        Locale.ROOT,
                        "provider: \"%s\" is unknown; there is %s. A server with an OpenAI-compatible interface"
                                + " is openai with a base-url",
                        name,
                        known));
    }

    private static Optional<String> nearest(String name) {
        String typed = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .map(Provider::key)
                .filter(key -> edits(typed, key) <= 2 || (typed.length() > 2 && typed.startsWith(key)))
                .min(Comparator.comparingInt(key -> edits(typed, key)));
    }

    /** Levenshtein's distance. */
    private static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
