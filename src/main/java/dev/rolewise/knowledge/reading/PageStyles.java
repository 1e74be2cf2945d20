package dev.rolewise.knowledge.reading;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Which elements of a page nobody would see, and how the text of the others looks: by their attributes, the page's own rules and
 * the columns in which they stand. A page is taken as it is opened on a light screen, without the pictures and sheets that it
 * does not bring with it. Not thread-safe.
 */
final class PageStyles {
    private static final Pattern BARE_HEX = Pattern.compile("^\\s*(?=[0-9a-fA-F]{3,6}\\s*$)");
    private static final String SHEETS = "style, link[rel~=(?i)stylesheet]:not([rel~=(?i)alternate])[href^=data:]";

    /** What only programs without scripts see, and what waits to be used. */
    private static final String UNUSED = "noscript, template";

    private static final Pattern DARK = Pattern.compile("(?:only\\s+)?dark(?:\\s+only)?");
    private static final int MOST_COLUMNS = 1_000;

    private final CssRules rules;
    private final IdentityHashMap<Element, Seen> seen = new IdentityHashMap<>();
    private final IdentityHashMap<Element, Hidden> columns = new IdentityHashMap<>();
    private final Look first;

    private record Seen(Look look, Optional<Hidden> hidden) {}

    PageStyles(Document page) {
        rules = new CssRules(page);
        for (Element style : page.select(SHEETS)) {
            String type = style.attr("type").strip();
            if ((type.isEmpty() || type.equalsIgnoreCase("text/css"))
                    && CssMedia.isTrue(style.attr("media"))
                    && style.closest(UNUSED) == null) {
                rules.add(style.normalName().equals("style") ? style.data() : CssText.ofAddress(style.attr("href")));
            }
        }
        Element html = page.selectFirst("html");
        Element meta = page.selectFirst("meta[name=color-scheme]");
        String scheme = html == null ? "" : rules.of(html, Map.of()).getOrDefault("color-scheme", "");
        boolean dark = DARK.matcher(scheme.isEmpty() && meta != null ? CssText.lower(meta.attr("content")) : scheme)
                .matches();
        first = dark ? Look.DARK : Look.PLAIN;
        for (Element table : page.select("table")) {
            columns(table);
        }
    }

    /** Why nothing of it is seen; empty where something may be. */
    Optional<Hidden> hidden(Element element) {
        Hidden column = columns.get(element);
        return column == null ? seen(element).hidden() : Optional.of(column);
    }

    /** How its own text looks. */
    Look look(Element element) {
        return seen(element).look();
    }

    private Seen seen(Element element) {
        Seen known = seen.get(element);
        if (known != null) {
            return known;
        }
        Element parent = element.parent();
        Look around = parent == null || parent instanceof Document ? first : look(parent);
        CssValues declared = new CssValues(rules.of(element, hints(element)), around.variables());
        Look look = LookReader.look(around, element, declared);
        Optional<Hidden> hidden = (element.attr("aria-hidden").equalsIgnoreCase("true") || isReplaced(element))
                ? Optional.of(Hidden.INVISIBLE)
                : HidingStyle.of(
                        element,
                        declared,
                        look.size(),
                        () -> parent == null ? "" : rules.of(parent, Map.of()).getOrDefault("display", ""));
        Seen now = new Seen(look, hidden);
        seen.put(element, now);
        return now;
    }

    /** Attributes that say what style sheets say. */
    private static Map<String, String> hints(Element element) {
        Map<String, String> hints = new HashMap<>();
        if (element.hasAttr("hidden") || element.hasAttr("popover")) {
            hints.put("display", "none");
        }
        if (element.hasAttr("bgcolor")) {
            hints.put("background-color", colour(element.attr("bgcolor")));
        }
        String letters = element.normalName().equals("body") ? "text" : "color";
        if (element.hasAttr(letters)) {
            hints.put("color", colour(element.attr(letters)));
        }
        return hints;
    }

    private static String colour(String attribute) {
        return CssText.lower(BARE_HEX.matcher(attribute).replaceFirst("#")).strip();
    }

    /** Of an element with a tree of its own for its looks, what stands in it is shown only where that says so. */
    private static boolean isReplaced(Element element) {
        return element.children().stream()
                .anyMatch(child -> child.normalName().equals("template")
                        && child.hasAttr("shadowrootmode")
                        && child.selectFirst("slot") == null);
    }

    private void columns(Element table) {
        List<Boolean> hides = new ArrayList<>();
        for (Element group : table.children()) {
            if (group.normalName().equals("colgroup")) {
                boolean all = collapsed(group);
                Elements columns = group.children().isEmpty() ? new Elements(group) : group.children();
                for (Element column : columns) {
                    boolean hide = all || collapsed(column);
                    for (int i = span(column, "span"); i > 0 && hides.size() < MOST_COLUMNS; i--) {
                        hides.add(hide);
                    }
                }
            }
        }
        if (hides.contains(true)) {
            for (Element part : table.children()) {
                (part.normalName().equals("tr") ? new Elements(part) : part.children())
                        .forEach(row -> cells(row, hides));
            }
        }
    }

    private boolean collapsed(Element column) {
        return hidden(column).isPresent() || !look(column).visible();
    }

    private void cells(Element row, List<Boolean> hides) {
        int column = 0;
        for (Element cell : row.children()) {
            if (column < hides.size() && hides.get(column)) {
                columns.putIfAbsent(cell, Hidden.INVISIBLE);
            }
            column += span(cell, "colspan");
        }
    }

    private static int span(Element element, String attribute) {
        Matcher digits =
                Pattern.compile("[1-9]\\d{0,2}").matcher(element.attr(attribute).strip());
        return digits.matches() ? Integer.parseInt(digits.group()) : 1;
    }
}
