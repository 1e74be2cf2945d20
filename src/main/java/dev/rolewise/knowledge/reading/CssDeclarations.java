package dev.rolewise.knowledge.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The declarations of a rule or of an attribute that may hide text, shorthands taken apart; in small letters but for variables. */
final class CssDeclarations {
    private static final Set<String> KNOWN = Set.of(
            "all",
            "display",
            "visibility",
            "content-visibility",
            "opacity",
            "filter",
            "color",
            "-webkit-text-fill-color",
            "text-shadow",
            "-webkit-text-stroke",
            "-webkit-text-stroke-color",
            "background-color",
            "background-image",
            "background-clip",
            "color-scheme",
            "font-size",
            "zoom",
            "width",
            "height",
            "max-width",
            "max-height",
            "min-width",
            "min-height",
            "overflow",
            "clip",
            "clip-path",
            "position",
            "float",
            "flex",
            "left",
            "right",
            "top",
            "bottom",
            "text-indent",
            "margin-left",
            "margin-top",
            "animation",
            "animation-name",
            "animation-fill-mode",
            "transform",
            "scale",
            "translate");

    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            Map.entry("overflow-x", "overflow"),
            Map.entry("overflow-y", "overflow"),
            Map.entry("-webkit-background-clip", "background-clip"),
            Map.entry("-webkit-clip-path", "clip-path"),
            Map.entry("-webkit-transform", "transform"),
            Map.entry("-webkit-filter", "filter"),
            Map.entry("flex-grow", "flex"),
            Map.entry("inline-size", "width"),
            Map.entry("block-size", "height"),
            Map.entry("max-inline-size", "max-width"),
            Map.entry("max-block-size", "max-height"),
            Map.entry("inset-inline-start", "left"),
            Map.entry("inset-inline-end", "right"),
            Map.entry("inset-block-start", "top"),
            Map.entry("inset-block-end", "bottom"),
            Map.entry("margin-inline-start", "margin-left"),
            Map.entry("margin-block-start", "margin-top"));

    private static final String IMPORTANT = "important";
    private static final Pattern FONT_SIZE =
            Pattern.compile("(?:^|\\s)((?:[+-]?[\\d.]+(?:%|[a-z]*)|(?:calc|min|max|clamp)\\(.*\\))(?=/|\\s|$))");
    private static final Pattern PICTURE =
            Pattern.compile("(?:url|image-set|-webkit-image-set|image|element|cross-fade)\\([^)]*\\)");

    private CssDeclarations() {}

    /** What is declared of a property. */
    record Value(String written, boolean important) {}

    /** By the name of the property; what comes later wins. */
    static Map<String, Value> of(String plain) {
        Map<String, Value> declared = new LinkedHashMap<>();
        for (String declaration : CssText.split(plain, ';')) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                one(
                        declared,
                        CssText.unescaped(declaration.substring(0, colon).strip()),
                        declaration.substring(colon + 1));
            }
        }
        return declared;
    }

    private static void one(Map<String, Value> declared, String name, String written) {
        String whole = written.strip();
        int last = whole.length() - IMPORTANT.length();
        boolean ends = last > 0 && CssText.lower(whole.substring(last)).equals(IMPORTANT);
        String head = ends ? whole.substring(0, last).strip() : "";
        boolean important = head.endsWith("!");
        String value = CssText.unescaped(important ? head.substring(0, head.length() - 1) : whole)
                .strip();
        if (name.startsWith("--")) {
            put(declared, name, new Value(value, important));
            return;
        }
        String property = CssText.lower(name);
        Value lower = new Value(value.contains("--") ? value : CssText.lower(value), important);
        switch (property) {
            case "background" -> {
                put(declared, "background-color", lower);
                put(declared, "background-image", lower);
                if (List.of(lower.written().split("\\s+", -1)).contains("text")) {
                    put(declared, "background-clip", lower);
                }
            }
            case "font" -> {
                var size = FONT_SIZE.matcher(lower.written());
                if (size.find()) {
                    put(declared, "font-size", new Value(size.group(1), important));
                }
            }
            case "margin", "inset" -> edges(declared, property.equals("margin") ? "margin-" : "", lower);
            default -> {
                String known = OTHER_NAMES.getOrDefault(property, property);
                if (KNOWN.contains(known)) {
                    put(declared, known, lower);
                }
            }
        }
    }

    private static void edges(Map<String, Value> declared, String prefix, Value value) {
        List<String> edges = CssText.split(value.written().replaceAll("\\s+", " "), ' ');
        String[] names = {"top", "right", "bottom", "left"};
        for (int i = 0; i < names.length; i++) {
            int from = i < edges.size() ? i : i == 3 ? Math.min(1, edges.size() - 1) : i - 2 < 0 ? 0 : i - 2;
            put(declared, prefix + names[i], new Value(edges.get(from), value.important()));
        }
    }

    private static void put(Map<String, Value> declared, String name, Value value) {
        Value before = declared.get(name);
        if (before == null || value.important() || !before.important()) {
            declared.put(name, value);
        }
    }

    /** A background without its pictures, which no page brings with it. */
    static String withoutPictures(String background) {
        return PICTURE.matcher(background).replaceAll(" ");
    }
}
