package dev.rolewise.knowledge.reading;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The colours of a Word document: as written, or by their names in its theme. A colour of which nothing is left is automatic, or none. */
final class DocxColours {
    static final Colour NONE = Colour.WHITE.withAlpha(0);

    private static final Pattern HEX = Pattern.compile("#?[0-9a-fA-F]{6}");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("dark1", "dk1"),
            Map.entry("text1", "t1"),
            Map.entry("tx1", "t1"),
            Map.entry("light1", "lt1"),
            Map.entry("background1", "bg1"),
            Map.entry("dark2", "dk2"),
            Map.entry("text2", "t2"),
            Map.entry("tx2", "t2"),
            Map.entry("light2", "lt2"),
            Map.entry("background2", "bg2"),
            Map.entry("hyperlink", "hlink"),
            Map.entry("followedHyperlink", "folHlink"));
    private static final Map<String, String> USUALLY =
            Map.of("bg1", "light1", "t1", "dark1", "bg2", "light2", "t2", "dark2");
    private static final Map<String, String> HIGHLIGHTS =
            Map.of("green", "lime", "darkYellow", "olive", "darkGray", "gray", "lightGray", "silver");

    private final DocxProperties theme;
    private final DocxProperties settings;

    /** {@code theme} is the element {@code clrScheme}. */
    DocxColours(DocxProperties theme, DocxProperties settings) {
        this.theme = theme;
        this.settings = settings;
    }

    /** Of an element such as {@code w:color}; empty where it is not there. */
    Optional<Colour> text(DocxProperties of, String path) {
        return of.has(path)
                ? Optional.of(colour(of, path, "val", "theme", "Color").orElse(NONE))
                : Optional.empty();
    }

    /** What a shading leaves of its ground and its pattern (17.3.5); empty where there is no shading. */
    Optional<Colour> shade(DocxProperties of, String path) {
        if (!of.has(path)) {
            return Optional.empty();
        }
        Optional<Colour> fill = colour(of, path, "fill", "themeFill", "");
        String pattern = of.value(path);
        if (pattern.equals("clear") || pattern.isEmpty()) {
            return Optional.of(fill.orElse(NONE));
        }
        if (pattern.equals("nil")) {
            return Optional.of(NONE);
        }
        Colour above = colour(of, path, "color", "theme", "Color").orElse(Colour.BLACK);
        double share = pattern.equals("solid")
                ? 1
                : pattern.matches("pct\\d{1,2}") ? Integer.parseInt(pattern.substring(3)) / 100.0 : 0.5;
        return Optional.of(above.mixed(fill.orElse(Colour.WHITE), share).withAlpha(1));
    }

    Optional<Colour> highlight(DocxProperties of, String path) {
        String name = of.value(path);
        return of.has(path)
                ? Optional.of(CssColours.of(HIGHLIGHTS.getOrDefault(name, CssText.lower(name)))
                        .orElse(NONE))
                : Optional.empty();
    }

    /** Of a filling of DrawingML, its first colour where it has several (20.1.8); empty where it is a picture or not there. */
    Optional<Colour> filling(DocxProperties of, String prefix) {
        for (String filling :
                new String[] {prefix + "solidFill", prefix + "gradFill/gsLst/gs", prefix + "pattFill/fgClr"}) {
            Optional<Colour> plain = hex(of.value(filling + "/srgbClr"));
            if (plain.isPresent()) {
                return changed(plain.get(), of, filling + "/srgbClr/");
            }
            Optional<Colour> named = named(of.value(filling + "/schemeClr"));
            if (named.isPresent()) {
                return changed(named.get(), of, filling + "/schemeClr/");
            }
        }
        return Optional.empty();
    }

    static Optional<Colour> hex(String written) {
        return HEX.matcher(written).matches()
                ? Optional.of(Colour.of(Integer.parseInt(written.substring(written.length() - 6), 16)))
                : Optional.empty();
    }

    /** Of the theme, by its name; as this document maps names to colours. */
    Optional<Colour> named(String name) {
        String key = key(name);
        String usual = key.equals("lt1") ? "FFFFFF" : key.equals("dk1") ? "000000" : "";
        return hex(theme.value(key + "/srgbClr"))
                .or(() -> hex(theme.value(key + "/sysClr", "lastClr")))
                .or(() -> hex(usual));
    }

    private String key(String name) {
        String key = NAMES.getOrDefault(name, name);
        String mapped = settings.value("clrSchemeMapping", key);
        return USUALLY.containsKey(key)
                ? NAMES.getOrDefault(mapped.isEmpty() ? USUALLY.getOrDefault(key, key) : mapped, mapped)
                : key;
    }

    private Optional<Colour> colour(DocxProperties of, String path, String plain, String theme, String suffix) {
        return named(of.value(path, theme + suffix))
                .map(colour -> toned(colour, of.value(path, theme + "Tint"), of.value(path, theme + "Shade")))
                .or(() -> hex(of.value(path, plain)));
    }

    /** Lighter or darker, by shares in hexadecimal digits (17.18.40). */
    private static Colour toned(Colour colour, String tint, String shade) {
        double lighter = share(tint);
        double darker = share(shade);
        return colour.mixed(Colour.WHITE, lighter).mixed(Colour.BLACK, darker).withAlpha(1);
    }

    private static double share(String hex) {
        return hex.matches("[0-9a-fA-F]{1,2}") ? Integer.parseInt(hex, 16) / 255.0 : 1;
    }

    private static Optional<Colour> changed(Colour colour, DocxProperties of, String path) {
        double lighter = (part(of, path + "lumMod", 1) < 1 && of.has(path + "lumOff"))
                ? part(of, path + "lumMod", 1)
                : part(of, path + "tint", 1);
        double darker = of.has(path + "lumOff")
                ? part(of, path + "shade", 1)
                : part(of, path + "lumMod", 1) * part(of, path + "shade", 1);
        Colour toned = colour.mixed(Colour.WHITE, lighter).mixed(Colour.BLACK, darker);
        return Optional.of(toned.withAlpha(part(of, path + "alpha", 1)));
    }

    private static double part(DocxProperties of, String path, double otherwise) {
        return of.number(path, "val")
                .map(n -> Math.max(0, Math.min(1, n / 100_000.0)))
                .orElse(otherwise);
    }
}
