package dev.rolewise.knowledge.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Which elements a rule speaks of (Selectors 4). Immutable. What hangs on what a reader does, as {@code :hover}, and what is not
 * known matches nothing.
 */
final class CssSelector {
    private static final String NAME = "(?:[\\w-]|[^\\x00-\\x7f]|\\\\[0-9a-fA-F]{1,6}\\s?|\\\\[^0-9a-fA-F])+";
    private static final Pattern PART =
            Pattern.compile("([.#]?)(" + NAME + "|\\*)|\\[([^\\]]*)\\]|(::?)(" + NAME + ")(\\()?|(\\s*[>+~]\\s*|\\s+)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s*([^\\s~|^$*=]+)\\s*(?:([~|^$*]?=)\\s*(.*?)\\s*([iIsS]?))?\\s*", Pattern.DOTALL);
    private static final int DEEPEST = 8;

    /** Weight of an id, in types of elements; of a class it is the root of it. */
    private static final int ID = 1 << 16;

    private static final int CLASS = 1 << 8;
    private static final int HIGHEST = 1 << 20;

    /** From the last to the first. */
    private final List<Compound> compounds = new ArrayList<>();

    /** Ids and classes that a page must have for any of it to match. */
    private final Set<String> needs = new HashSet<>();

    private String key = "*";
    private int weight;

    /** What one element must be, and how it stands to what the compound after it is. */
    private static final class Compound {
        private final List<Predicate<Element>> tests = new ArrayList<>();
        private char before = ' ';

        boolean matches(Element element) {
            for (Predicate<Element> test : tests) {
                if (!test.test(element)) {
                    return false;
                }
            }
            return true;
        }
    }

    private CssSelector() {}

    /** Empty where it cannot be read, or matches nothing that is known here. */
    static Optional<CssSelector> of(String written) {
        return of(written, 0);
    }

    private static Optional<CssSelector> of(String written, int depth) {
        CssSelector selector = new CssSelector();
        return depth <= DEEPEST && selector.read(written.strip(), depth) ? Optional.of(selector) : Optional.empty();
    }

    boolean matches(Element element) {
        return matches(element, 0);
    }

    /** What an element must have to match: {@code #id}, {@code .class}, a type, or {@code *}. */
    String key() {
        return key;
    }

    /** Ids and classes without which a page has nothing that matches, as {@link #key} writes them. */
    Set<String> needs() {
        return needs;
    }

    int weight() {
        return Math.min(weight, HIGHEST - 1);
    }

    private boolean read(String written, int depth) {
        Compound compound = new Compound();
        Matcher part = PART.matcher(written);
        int at = 0;
        while (at < written.length()) {
            part.region(at, written.length());
            if (!part.lookingAt()) {
                return false;
            }
            at = part.end();
            if (part.group(7) != null) {
                char combinator =
                        part.group(7).isBlank() ? ' ' : part.group(7).strip().charAt(0);
                compounds.add(0, compound);
                compound = new Compound();
                compound.before = combinator;
                key = "*";
            } else if (part.group(5) != null) {
                int close = part.group(6) == null ? at : CssText.close(written, at - 1);
                String given = part.group(6) == null ? "" : written.substring(at, close);
                if (part.group(4).length() > 1 || !pseudo(CssText.lower(part.group(5)), given, compound, depth)) {
                    return false;
                }
                at = part.group(6) == null ? at : Math.min(written.length(), close + 1);
            } else if (part.group(3) != null) {
                if (!attribute(part.group(3), compound)) {
                    return false;
                }
            } else {
                simple(part.group(1), CssText.unescaped(part.group(2)), compound);
            }
        }
        compounds.add(0, compound);
        return !written.isEmpty();
    }

    private void simple(String kind, String name, Compound compound) {
        switch (kind) {
            case "#" -> {
                compound.tests.add(element -> same(element, element.id(), name));
                key = "#" + CssText.lower(name);
                needs.add(key);
                weight += ID;
            }
            case "." -> {
                compound.tests.add(element -> element.hasClass(name)
                        && element.classNames().stream().anyMatch(own -> same(element, own, name)));
                needs.add("." + CssText.lower(name));
                key = key.startsWith("#") ? key : "." + CssText.lower(name);
                weight += CLASS;
            }
            default -> {
                if (!name.equals("*")) {
                    String type = CssText.lower(name);
                    compound.tests.add(element -> element.normalName().equals(type));
                    key = key.equals("*") ? type : key;
                    weight++;
                }
            }
        }
    }

    /** Pages of the old kind do not tell small letters from large ones. */
    private static boolean same(Element element, String own, String wanted) {
        Document page = element.ownerDocument();
        return (page != null && page.quirksMode() == Document.QuirksMode.quirks)
                ? own.equalsIgnoreCase(wanted)
                : own.equals(wanted);
    }

    private boolean attribute(String written, Compound compound) {
        Matcher parts = ATTRIBUTE.matcher(written);
        if (!parts.matches()) {
            return false;
        }
        String name = CssText.lower(CssText.unescaped(parts.group(1)));
        weight += CLASS;
        if (parts.group(2) == null) {
            compound.tests.add(element -> element.hasAttr(name));
            return true;
        }
        String operator = parts.group(2);
        String wanted = CssText.unescaped(parts.group(3).replaceAll("^\"|\"$", ""));
        boolean anyCase = parts.group(4).equalsIgnoreCase("i");
        compound.tests.add(element -> element.hasAttr(name)
                && (anyCase
                        ? compares(CssText.lower(element.attr(name)), operator, CssText.lower(wanted))
                        : compares(element.attr(name), operator, wanted)));
        return true;
    }

    private static boolean compares(String has, String operator, String wanted) {
        return switch (operator) {
            case "=" -> has.equals(wanted);
            case "~=" -> List.of(has.split("\\s+", -1)).contains(wanted);
            case "|=" -> has.equals(wanted) || has.startsWith(wanted + "-");
            case "^=" -> !wanted.isEmpty() && has.startsWith(wanted);
            case "$=" -> !wanted.isEmpty() && has.endsWith(wanted);
            default -> !wanted.isEmpty() && has.contains(wanted);
        };
    }

    private boolean pseudo(String name, String given, Compound compound, int depth) {
        switch (name) {
            case "is", "where", "not", "matches", "-webkit-any" -> {
                List<CssSelector> any = CssText.split(given, ',').stream()
                        .flatMap(one -> of(one, depth + 1).stream())
                        .toList();
                boolean wanted = !name.equals("not");
                compound.tests.add(element -> any.stream().anyMatch(one -> one.matches(element)) == wanted);
                weight += name.equals("where")
                        ? 0
                        : any.stream().mapToInt(one -> one.weight).max().orElse(0);
                return true;
            }
            default -> {
                Optional<Predicate<Element>> test = CssPosition.of(name, given);
                test.ifPresent(compound.tests::add);
                weight += CLASS;
                return test.isPresent();
            }
        }
    }

    private boolean matches(Element element, int compound) {
        Compound here = compounds.get(compound);
        if (!here.matches(element)) {
            return false;
        }
        if (compound == compounds.size() - 1) {
            return true;
        }
        int rest = compound + 1;
        if (here.before == '+' || here.before == '~') {
            return CssPosition.before(element).stream()
                    .limit(here.before == '+' ? 1 : Long.MAX_VALUE)
                    .anyMatch(sibling -> matches(sibling, rest));
        }
        Element around = element.parent();
        while (around != null && !matches(around, rest)) {
            around = here.before == ' ' ? around.parent() : null;
        }
        return around != null;
    }
}
