package dev.rolewise.knowledge.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of a Word document that holds no text of it, such as the properties of a run: the attributes of what stands in it, by
 * the path to it. How it was before a change that is tracked is not part of it. Immutable.
 */
final class DocxProperties {
    static final DocxProperties NONE = new DocxProperties(Map.of(), "");

    private static final int MOST = 20_000;
    private static final int DEEPEST = 40;

    private final Map<String, Map<String, String>> byPath;
    private final String prefix;

    private DocxProperties(Map<String, Map<String, String>> byPath, String prefix) {
        this.byPath = byPath;
        this.prefix = prefix;
    }

    /** Reads on to the end of the element at which the reader stands. */
    static DocxProperties read(XMLStreamReader xml) throws XMLStreamException {
        Map<String, Map<String, String>> byPath = new HashMap<>();
        Deque<String> paths = new ArrayDeque<>();
        paths.push("");
        byPath.put("", attributes(xml));
        int changed = 0;
        while (!paths.isEmpty()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                Map<String, String> attributes = attributes(xml);
                String kind = name.equals("tblStylePr") ? ":" + attributes.getOrDefault("type", "") : "";
                String path = paths.getFirst() + (paths.size() == 1 ? "" : "/") + name + kind;
                paths.push(path);
                changed += (name.endsWith("Change") || changed > 0) ? 1 : 0;
                if (paths.size() > DEEPEST || byPath.size() > MOST) {
                    throw new UnreadableException("its formatting is more than I follow. Please send it as text.");
                }
                if (changed == 0) {
                    byPath.putIfAbsent(path, attributes);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                paths.pop();
                changed -= changed > 0 ? 1 : 0;
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableException("it holds declarations that no Word document has.");
            }
        }
        return new DocxProperties(byPath, "");
    }

    static Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.putIfAbsent(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return attributes;
    }

    /** What stands below one of its parts. */
    DocxProperties under(String path) {
        return new DocxProperties(byPath, prefix + path + "/");
    }

    boolean has(String path) {
        return byPath.containsKey(prefix + path);
    }

    /** Empty text where it is not there. */
    String value(String path, String attribute) {
        return byPath.getOrDefault(prefix + path, Map.of()).getOrDefault(attribute, "");
    }

    /** Of the attribute {@code val}. */
    String value(String path) {
        return value(path, "val");
    }

    /** An attribute of the element itself. */
    String own(String attribute) {
        return byPath.getOrDefault("", Map.of()).getOrDefault(attribute, "");
    }

    /** Whether a property is switched on; empty where it is not there. */
    Optional<Boolean> isOn(String path) {
        return has(path) ? Optional.of(isOn(byPath.getOrDefault(prefix + path, Map.of()))) : Optional.empty();
    }

    static boolean isOn(Map<String, String> attributes) {
        return !attributes.getOrDefault("val", "").matches("0|false|off");
    }

    /** A whole number; empty where it is none. */
    Optional<Integer> number(String path, String attribute) {
        return number(value(path, attribute));
    }

    static Optional<Integer> number(String digits) {
        return digits.matches("-?\\d{1,9}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }
}
