package dev.rolewise.knowledge.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What selectors say of where an element stands, and of what a page is when it is opened. */
final class CssPosition {
    private static final Pattern NTH =
            Pattern.compile("\\s*([+-]?\\d{0,5})n\\s*(?:([+-])\\s*(\\d{1,5}))?\\s*|\\s*([+-]?\\d{1,5})\\s*");

    private CssPosition() {}

    /** By the name of a pseudo-class and what stands in its brackets; empty for one that is not known. */
    static Optional<Predicate<Element>> of(String name, String given) {
        return switch (name) {
            case "root" -> Optional.of(element -> element.parent() instanceof Document);
            case "scope", "defined" -> Optional.of(element -> true);
            case "link", "any-link" -> Optional.of(element -> element.hasAttr("href"));
            case "checked" -> Optional.of(element -> element.hasAttr("checked"));
            case "empty" -> Optional.of(element -> element.childNodeSize() == 0);
            case "first-child" -> Optional.of(element -> index(element, true, false) == 1);
            case "last-child" -> Optional.of(element -> index(element, false, false) == 1);
            case "only-child" ->
                Optional.of(element -> index(element, true, false) == 1 && index(element, false, false) == 1);
            case "first-of-type" -> Optional.of(element -> index(element, true, true) == 1);
            case "last-of-type" -> Optional.of(element -> index(element, false, true) == 1);
            case "only-of-type" ->
                Optional.of(element -> index(element, true, true) == 1 && index(element, false, true) == 1);
            case "nth-child" -> nth(given, true, false);
            case "nth-last-child" -> nth(given, false, false);
            case "nth-of-type" -> nth(given, true, true);
            case "nth-last-of-type" -> nth(given, false, true);
            default -> Optional.empty();
        };
    }

    private static Optional<Predicate<Element>> nth(String given, boolean fromStart, boolean ofType) {
        String formula = given.strip().equals("odd") ? "2n+1" : given.strip().equals("even") ? "2n" : given;
        Matcher parts = NTH.matcher(formula);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean one = parts.group(4) != null;
        int step = one ? 0 : step(parts.group(1));
        int first = one
                ? Integer.parseInt(parts.group(4))
                : parts.group(3) == null
                        ? 0
                        : Integer.parseInt(parts.group(3)) * (parts.group(2).equals("-") ? -1 : 1);
        return Optional.of(element -> {
            int past = index(element, fromStart, ofType) - first;
            return step == 0 ? past == 0 : past % step == 0 && past / step >= 0;
        });
    }

    private static int step(String written) {
        return written.isEmpty() || written.equals("+") ? 1 : written.equals("-") ? -1 : Integer.parseInt(written);
    }

    /** From 1. */
    private static int index(Element element, boolean fromStart, boolean ofType) {
        List<Element> siblings = siblings(element);
        int index = 1;
        for (int i = 0; i < siblings.size(); i++) {
            Element next = siblings.get(fromStart ? i : siblings.size() - 1 - i);
            if (next.equals(element)) {
                return index;
            }
            index += (!ofType || next.normalName().equals(element.normalName())) ? 1 : 0;
        }
        return index;
    }

    /** Those before it, the nearest first. */
    static List<Element> before(Element element) {
        List<Element> before = new ArrayList<>();
        for (Element next : siblings(element)) {
            if (next.equals(element)) {
                break;
            }
            before.add(next);
        }
        Collections.reverse(before);
        return before;
    }

    private static List<Element> siblings(Element element) {
        Element parent = element.parent();
        return parent == null ? List.of(element) : parent.children();
    }
}
