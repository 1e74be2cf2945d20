package dev.rolewise.knowledge.reading;

import dev.rolewise.knowledge.reading.CssDeclarations.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The rules of a page's style sheets that may hide text, and which of them win for an element (CSS Cascade 5). Not thread-safe.
 */
final class CssRules {
    private static final int DEEPEST = 20;
    private static final int LONGEST_SELECTOR = 4_000;
    private static final int MOST_RULES = 50_000;
    private static final Pattern IMPORT = Pattern.compile(
            "@import\\s*(?:url\\(\\s*)?\"?([^\")]*)\"?\\s*\\)?(.*)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern GROUP = Pattern.compile("@(?:-[a-z]+-)?([a-z-]+)\\s*(.*)", Pattern.DOTALL);

    /** The layer of rules that stand in none. */
    private static final int UNLAYERED = 0xFFF;

    private final Set<String> names = new HashSet<>();
    private final Map<String, List<Rule>> byKey = new HashMap<>();
    private final List<String> layers = new ArrayList<>();

    /** What animations declare of their end, by their names in small letters. */
    private final Map<String, Map<String, Value>> lastFrames = new HashMap<>();

    private int rules;

    private record Rule(CssSelector selector, int layer, int order, Map<String, Value> declared) {
        /** What wins over less; important declarations of a layer win over those outside it. */
        long rank(Value value) {
            long important = value.important() ? 1 : 0;
            long among = value.important() ? UNLAYERED - layer : layer;
            return important << 60 | among << 44 | (long) selector.weight() << 20 | order;
        }
    }

    CssRules(Document page) {
        for (Element element : page.getAllElements()) {
            if (element.hasAttr("class")) {
                element.classNames().forEach(name -> names.add("." + CssText.lower(name)));
            }
            if (element.hasAttr("id")) {
                names.add("#" + CssText.lower(element.id()));
            }
        }
    }

    /** Takes in a sheet after those before it. */
    void add(String sheet) {
        block(CssText.plain(sheet), List.of(), UNLAYERED, 0);
    }

    /** What holds for an element by rules and by its own style, by property; {@code hints} are its other attributes and yield. */
    Map<String, String> of(Element element, Map<String, String> hints) {
        Map<String, String> won = new HashMap<>(hints);
        Map<String, Long> ranks = new HashMap<>();
        take("*", element, won, ranks);
        take(element.normalName(), element, won, ranks);
        if (!element.id().isEmpty()) {
            take("#" + CssText.lower(element.id()), element, won, ranks);
        }
        for (String name : element.classNames()) {
            take("." + CssText.lower(name), element, won, ranks);
        }
        if (element.hasAttr("style")) {
            CssDeclarations.of(CssText.plain(element.attr("style"))).forEach((name, value) -> {
                if (value.important() || ranks.getOrDefault(name, 0L) >> 60 == 0) {
                    won.put(name, value.written());
                    ranks.put(name, value.important() ? 1L << 60 : 0);
                }
            });
        }
        animate(won, ranks);
        return won;
    }

    /** Shows it as it stays once its animations are over (CSS Animations 1). */
    private void animate(Map<String, String> won, Map<String, Long> ranks) {
        if (lastFrames.isEmpty()) {
            return;
        }
        List<String> said = List.of((won.getOrDefault("animation", "") + " "
                        + won.getOrDefault("animation-name", "") + " "
                        + won.getOrDefault("animation-fill-mode", ""))
                .split("[\\s,]+", -1));
        if (said.contains("forwards") || said.contains("both")) {
            said.forEach(name -> lastFrames.getOrDefault(name, Map.of()).forEach((property, value) -> {
                if (ranks.getOrDefault(property, 0L) >> 60 == 0) {
                    won.put(property, value.written());
                }
            }));
        }
    }

    private void take(String key, Element element, Map<String, String> won, Map<String, Long> ranks) {
        for (Rule rule : byKey.getOrDefault(key, List.of())) {
            if (rule.selector().matches(element)) {
                rule.declared().forEach((name, value) -> {
                    long rank = rule.rank(value);
                    if (rank >= ranks.getOrDefault(name, -1L)) {
                        ranks.put(name, rank);
                        won.put(name, value.written());
                    }
                });
            }
        }
    }

    /** Declarations, rules and rules within rules; {@code within} are the selectors around them. */
    private void block(String css, List<String> within, int layer, int depth) {
        StringBuilder declarations = new StringBuilder();
        int from = 0;
        int at = 0;
        while (at < css.length() && depth <= DEEPEST) {
            char c = css.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '(' || c == '[') {
                at = CssText.close(css, at);
            } else if (c == ';') {
                statement(css.substring(from, at), declarations, depth);
                from = at + 1;
            } else if (c == '{') {
                int close = CssText.close(css, at);
                String prelude = css.substring(from, at).strip();
                if (prelude.startsWith("--")) {
                    declarations.append(css, from, close).append("};");
                } else {
                    group(prelude, css.substring(at + 1, close), within, layer, depth);
                }
                at = close;
                from = close + 1;
            } else if (c == '}') {
                from = at + 1;
            }
            at++;
        }
        statement(from < css.length() ? css.substring(from) : "", declarations, depth);
        rule(within, declarations.toString(), layer);
    }

    private void statement(String written, StringBuilder declarations, int depth) {
        String said = written.strip();
        Matcher imported = IMPORT.matcher(CssText.unescaped(said));
        if (imported.matches()) {
            if (CssMedia.isTrue(imported.group(2).strip())) {
                block(CssText.plain(CssText.ofAddress(imported.group(1))), List.of(), UNLAYERED, depth + 1);
            }
        } else if (said.startsWith("@layer")) {
            CssText.split(said.substring(6), ',').forEach(this::layer);
        } else if (!said.startsWith("@")) {
            declarations.append(written).append(';');
        }
    }

    private void group(String prelude, String body, List<String> within, int layer, int depth) {
        if (!prelude.startsWith("@")) {
            block(body, nested(CssText.split(prelude, ','), within), layer, depth + 1);
            return;
        }
        var at = GROUP.matcher(CssText.lower(prelude));
        if (!at.matches()) {
            return;
        }
        String condition = at.group(2);
        switch (at.group(1)) {
            case "media" -> {
                if (CssMedia.isTrue(condition)) {
                    block(body, within, layer, depth + 1);
                }
            }
            case "supports" -> {
                if (!condition.startsWith("not")) {
                    block(body, within, layer, depth + 1);
                }
            }
            case "keyframes" -> keepLastFrame(condition.strip(), body);
            case "layer" -> block(body, within, layer(condition), depth + 1);
            case "scope" -> {
                int open = prelude.indexOf('(');
                block(
                        body,
                        open < 0 ? within : List.of(prelude.substring(open + 1, CssText.close(prelude, open))),
                        layer,
                        depth + 1);
            }
            default -> {}
        }
    }

    private void keepLastFrame(String name, String body) {
        int from = 0;
        int open = body.indexOf('{');
        while (open >= 0) {
            int close = CssText.close(body, open);
            List<String> at = CssText.split(CssText.lower(body.substring(from, open)), ',');
            if (at.contains("to") || at.contains("100%")) {
                lastFrames.put(name, CssDeclarations.of(body.substring(open + 1, close)));
            }
            from = Math.min(body.length(), close + 1);
            open = body.indexOf('{', from);
        }
    }

    private int layer(String name) {
        if (layers.size() >= UNLAYERED - 1) {
            return UNLAYERED - 1;
        }
        if (name.isBlank() || !layers.contains(name)) {
            layers.add(name);
        }
        return name.isBlank() ? layers.size() - 1 : layers.indexOf(name);
    }

    private static List<String> nested(List<String> selectors, List<String> within) {
        if (within.isEmpty()) {
            return selectors;
        }
        String around = ":is(" + String.join(",", within) + ")";
        return selectors.stream()
                .map(one -> one.contains("&") ? one.replace("&", around) : around + " " + one)
                .toList();
    }

    private void rule(List<String> selectors, String declarations, int layer) {
        Map<String, Value> declared = selectors.isEmpty() ? Map.of() : CssDeclarations.of(declarations);
        if (declared.isEmpty()) {
            return;
        }
        for (String written : selectors) {
            if (rules >= MOST_RULES) {
                throw new UnreadableException("its style sheets hold more rules than I read. Please send it as text.");
            }
            Optional<CssSelector> selector =
                    written.length() > LONGEST_SELECTOR ? Optional.empty() : CssSelector.of(written);
            selector.filter(known -> names.containsAll(known.needs()))
                    .ifPresent(known -> byKey.computeIfAbsent(known.key(), any -> new ArrayList<>())
                            .add(new Rule(known, layer, rules++, declared)));
        }
    }
}
