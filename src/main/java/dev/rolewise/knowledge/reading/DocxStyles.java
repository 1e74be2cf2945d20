package dev.rolewise.knowledge.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The styles of a Word document and what they are based on (ECMA-376, part 1, 17.7). Not thread-safe. */
final class DocxStyles {
    private static final int LONGEST_CHAIN = 50;
    private static final int MOST_STYLES = 10_000;

    private final DocxColours colours;
    private final Map<String, DocxProperties> byId = new HashMap<>();
    private final Map<String, String> usual = new HashMap<>();
    private final Map<String, Style> resolved = new HashMap<>();
    private DocxFormat defaults = DocxFormat.NONE;

    /** What a style says of runs, of paragraphs and of cells. */
    record Style(DocxFormat run, DocxFormat paragraph, DocxFormat cell) {
        static final Style NONE = new Style(DocxFormat.NONE, DocxFormat.NONE, DocxFormat.NONE);

        Style over(Style below) {
            return new Style(run.over(below.run), paragraph.over(below.paragraph), cell.over(below.cell));
        }
    }

    DocxStyles(Optional<XMLStreamReader> part, DocxColours colours) throws XMLStreamException {
        this.colours = colours;
        if (part.isPresent()) {
            read(part.get());
        }
    }

    DocxColours colours() {
        return colours;
    }

    /** What holds where no style says anything. */
    DocxFormat defaults() {
        return defaults;
    }

    /** A character or paragraph style; the usual one of its type where there is none with that id. */
    Style style(String type, String id) {
        return part(byId.containsKey(id) ? id : usual.getOrDefault(type, ""), "");
    }

    /** What a table's style says of the parts of it that are named, the last of them first of all. */
    Style table(String id, List<String> parts) {
        String known = byId.containsKey(id) ? id : usual.getOrDefault("table", "");
        Style style = part(known, "");
        for (String part : parts) {
            style = part(known, "tblStylePr:" + part + "/").over(style);
        }
        return style;
    }

    private Style part(String id, String prefix) {
        return id.isEmpty() ? Style.NONE : resolved.computeIfAbsent(prefix + id, any -> chain(id, prefix));
    }

    private Style chain(String id, String prefix) {
        List<DocxProperties> chain = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        DocxProperties next = byId.get(id);
        String at = id;
        while (next != null && seen.add(at) && chain.size() < LONGEST_CHAIN) {
            chain.add(next);
            at = next.value("basedOn");
            next = byId.get(at);
        }
        Style style = Style.NONE;
        for (DocxProperties link : chain) {
            style = style.over(new Style(
                    DocxFormat.ofRun(link.under(prefix + "rPr"), colours),
                    DocxFormat.ofParagraph(link.under(prefix + "pPr"), colours),
                    DocxFormat.shaded(
                            colours.shade(link, prefix + "tcPr/shd")
                                    .or(() -> colours.shade(link, prefix + "tblPr/shd")),
                            Optional.empty())));
        }
        return style;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableException("it holds declarations that no Word document has.");
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("docDefaults")) {
                DocxProperties all = DocxProperties.read(xml);
                defaults = DocxFormat.ofRun(all.under("rPrDefault/rPr"), colours);
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("style")) {
                DocxProperties style = DocxProperties.read(xml);
                if (byId.size() >= MOST_STYLES) {
                    throw new UnreadableException("it has more styles than I read. Please send it as text.");
                }
                byId.put(style.own("styleId"), style);
                if (style.own("default").matches("1|true|on")) {
                    usual.put(style.own("type"), style.own("styleId"));
                }
            }
        }
    }
}
