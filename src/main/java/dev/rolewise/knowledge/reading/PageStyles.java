package dev.rolewise.knowledge.reading;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Which elements of a page nobody would see, by their attributes, the page's own rules and the columns in which they stand.
 * Rules for some media only, and selectors that hang on what a reader does, hide nothing here. What a later rule would show
 * again stays hidden. Not thread-safe.
 */
final class PageStyles {
    /** Of the sheet, or the signs that hide it from browsers which know none. */
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(?:\\*/|$)|<!--|-->", Pattern.DOTALL);

    private static final Pattern SCREEN = Pattern.compile("\\s*|.*\\b(?:all|screen)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_HEX = Pattern.compile("\\s*(?=[0-9a-fA-F]{3,6}\\s*$)");
    private static final int MOST_COLUMNS = 1_000;

    private final IdentityHashMap<Element, Hidden> hidden = new IdentityHashMap<>();

    PageStyles(Document page) {
        for (Element style : page.select("style")) {
            if (SCREEN.matcher(style.attr("media")).matches()) {
                rules(page, COMMENT.matcher(style.data()).replaceAll(" "));
            }
        }
        for (Element table : page.select("table")) {
            columns(table);
        }
    }

    /** Why it is not seen; empty where it is. */
    Optional<Hidden> hidden(Element element) {
        Hidden why = hidden.get(element);
        return why == null ? byItself(element) : Optional.of(why);
    }

    private static Optional<Hidden> byItself(Element element) {
        if (element.hasAttr("hidden") || element.attr("aria-hidden").equalsIgnoreCase("true")) {
            return Optional.of(Hidden.INVISIBLE);
        }
        return HidingStyle.of(element.attr("style"))
                .or(() -> element.hasAttr("color")
                        ? HidingStyle.of("color:"
                                + BARE_HEX.matcher(element.attr("color")).replaceFirst("#"))
                        : Optional.empty());
    }

    /** Goes through {@code selector { declarations }}, past what begins with an @. */
    private void rules(Document page, String sheet) {
        int at = 0;
        while (at < sheet.length()) {
            int open = sheet.indexOf('{', at);
            boolean other = sheet.charAt(at) == '@';
            int stop = other ? sheet.indexOf(';', at) : -1;
            if (Character.isWhitespace(sheet.charAt(at))) {
                at++;
            } else if (stop >= 0 && (open < 0 || stop < open)) {
                at = stop + 1;
            } else if (open < 0) {
                return;
            } else {
                int end = other ? blockEnd(sheet, open) : end(sheet, open);
                if (!other) {
                    rule(page, sheet.substring(at, open).strip(), sheet.substring(open + 1, end));
                }
                at = end + 1;
            }
        }
    }

    private static int end(String sheet, int open) {
        int end = sheet.indexOf('}', open);
        return end < 0 ? sheet.length() : end;
    }

    private static int blockEnd(String sheet, int open) {
        int depth = 0;
        for (int at = open; at < sheet.length(); at++) {
            char c = sheet.charAt(at);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return sheet.length();
    }

    private void rule(Document page, String selectors, String declarations) {
        HidingStyle.of(declarations).ifPresent(why -> {
            for (String selector : selectors.split(",", -1)) {
                selected(page, selector.strip()).forEach(element -> hidden.putIfAbsent(element, why));
            }
        });
    }

    private static Elements selected(Document page, String selector) {
        try {
            return page.select(selector);
        } catch (IllegalStateException | IllegalArgumentException e) {
            return new Elements();
        }
    }

    private void columns(Element table) {
        List<Boolean> hides = new ArrayList<>();
        for (Element group : table.children()) {
            if (group.normalName().equals("colgroup")) {
                boolean all = byItself(group).isPresent() || hidden.containsKey(group);
                Elements columns = group.children().isEmpty() ? new Elements(group) : group.children();
                for (Element column : columns) {
                    boolean hide = all || byItself(column).isPresent() || hidden.containsKey(column);
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

    private void cells(Element row, List<Boolean> hides) {
        int column = 0;
        for (Element cell : row.children()) {
            if (column < hides.size() && hides.get(column)) {
                hidden.putIfAbsent(cell, Hidden.INVISIBLE);
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
