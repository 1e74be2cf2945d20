package dev.rolewise.knowledge.reading;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of the main part of a Word document (ECMA-376, part 1, clause 17) that a reader of it would see, with its notes below
 * the paragraphs that refer to them. What stands at the head and foot of each page is not read.
 */
final class DocxText {
    private static final Pattern HEADING = Pattern.compile("(?:heading|title|überschrift|titre)\\s*(\\d?)");

    /** Elements that hold no text of the document. */
    private static final Set<String> PROPERTIES = Set.of(
            "rPr",
            "pPr",
            "tblPr",
            "tblPrEx",
            "tblGrid",
            "trPr",
            "tcPr",
            "sectPr",
            "sdtPr",
            "sdtEndPr",
            "spPr",
            "style",
            "ctrlPr");

    /** Of elements that Word knows; it passes over all others with what is in them. */
    private static final Pattern KNOWN = Pattern.compile(
            "http://(?:schemas\\.openxmlformats\\.org|purl\\.oclc\\.org/ooxml|schemas\\.microsoft\\.com/office)/.*|urn:schemas-microsoft-com:.*");
    /** Of formulas and of drawings, whose letters are shown as those of the document. */
    private static final Pattern SHOWN = Pattern.compile(".*/(?:math|drawingml/2006/main|drawingml/main)");

    private static final Pattern CHOSEN =
            Pattern.compile("http://schemas\\.microsoft\\.com/office/(?:word|drawing)/20.*");

    private final XMLStreamReader xml;
    private final TextBuilder text;
    private final ReadingLimits limits;
    private final DocxSight sight;
    private final DocxNotes notes;
    private final StringBuilder paragraph = new StringBuilder();
    private final Deque<String> path = new ArrayDeque<>();

    /** Whether one way to show it was taken, for each choice that is open. */
    private final Deque<Boolean> choices = new ArrayDeque<>();

    private TableText table = new TableText();
    private final List<String> cells = new ArrayList<>();
    private final List<String> references = new ArrayList<>();
    private String own = "";
    private int tables;
    private boolean heads;

    private DocxText(XMLStreamReader xml, TextBuilder text, ReadingLimits limits, DocxSight sight, DocxNotes notes) {
        this.xml = xml;
        this.text = text;
        this.limits = limits;
        this.sight = sight;
        this.notes = notes;
    }

    static ReadText read(byte[] content, ReadingLimits limits) {
        try {
            DocxParts parts = DocxParts.of(content);
            DocxLooks looks = DocxLooks.of(parts);
            Optional<ReadText> read = read(parts, looks, limits, true);
            return read.isPresent()
                    ? read.get()
                    : read(parts, looks, limits, false).orElseThrow();
        } catch (XMLStreamException | ZipException e) {
            throw new UnreadableException("it is damaged. Please save it anew and send it again.", e);
        } catch (IOException e) {
            throw new UnreadableException(
                    e instanceof DocxParts.TooLong ? "it unpacks to more than I read." : "it is damaged.", e);
        }
    }

    /** Empty where the codes of fields are passed over and one of them does not end. */
    private static Optional<ReadText> read(DocxParts parts, DocxLooks looks, ReadingLimits limits, boolean skipsFields)
            throws IOException, XMLStreamException {
        TextBuilder text = new TextBuilder(limits.characters());
        DocxNotes notes = new DocxNotes();
        for (String kind : List.of("footnotes", "endnotes")) {
            Optional<XMLStreamReader> part = parts.part(kind);
            if (part.isPresent()) {
                notes.begin(kind);
                new DocxText(part.get(), text, limits, looks.sight(skipsFields), notes).walk();
                notes.end();
            }
        }
        DocxSight sight = looks.sight(skipsFields);
        try (ZipInputStream zip = parts.open()) {
            new DocxText(parts.main(zip), text, limits, sight, notes).walk();
        }
        text.leftOut(Hidden.INVISIBLE, notes.unread());
        text.leftOut(Hidden.COMMENT, DocxNotes.letters(parts.part("comments")));
        return skipsFields && sight.isInCode() ? Optional.empty() : Optional.of(text.build("DOCX", 0));
    }

    private void walk() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml.getLocalName(), String.valueOf(xml.getNamespaceURI()));
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                path.poll();
                end(xml.getLocalName());
                sight.end(xml.getLocalName());
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableException("it holds declarations that no Word document has.");
            }
        }
    }

    private void start(String element, String namespace) throws XMLStreamException {
        own = path.isEmpty() ? namespace : own;
        boolean known = namespace.equals(own) || KNOWN.matcher(namespace).matches();
        if (!known || isPassedOver(element)) {
            pass(known && element.equals("Fallback"));
        } else if (element.equals("t")) {
            boolean shown = namespace.equals(own) || SHOWN.matcher(namespace).matches();
            Optional<Hidden> why = shown ? sight.hidden() : Optional.of(Hidden.INVISIBLE);
            words(xml.getElementText(), why);
        } else if (element.equals("delText")) {
            words(xml.getElementText(), Optional.of(Hidden.DELETED));
        } else if (element.equals("posOffset")) {
            sight.moved(xml.getElementText());
        } else if (PROPERTIES.contains(element)) {
            String within = path.isEmpty() ? "" : path.getFirst();
            DocxProperties properties = DocxProperties.read(xml);
            heads = element.equals("trPr") ? properties.isOn("tblHeader").orElse(heads && tables > 1) : heads;
            sight.properties(element, within, properties);
        } else {
            path.push(element);
            if (path.size() > limits.nesting()) {
                throw new UnreadableException(
                        "its elements stand more than " + limits.nesting() + " deep in each other.");
            }
            Map<String, String> attributes = DocxProperties.attributes(xml);
            sight.start(element, attributes);
            open(element, attributes);
        }
    }

    /** Of several ways to show something, Word takes the first that it knows. */
    private boolean isPassedOver(String element) {
        if (choices.isEmpty() || !(element.equals("Choice") || element.equals("Fallback"))) {
            return false;
        }
        boolean takes = !choices.getFirst()
                && (element.equals("Fallback")
                        || List.of(String.valueOf(xml.getAttributeValue(null, "Requires"))
                                        .strip()
                                        .split("\\s+", -1))
                                .stream()
                                .allMatch(prefix -> CHOSEN.matcher(String.valueOf(xml.getNamespaceURI(prefix)))
                                        .matches()));
        if (takes) {
            choices.pop();
            choices.push(true);
        }
        return !takes;
    }

    /** Reads on to its end; its letters count as left out unless they are said another way. */
    private void pass(boolean saidAlready) throws XMLStreamException {
        int letters = 0;
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            letters += event == XMLStreamConstants.CHARACTERS ? letters(xml.getText()) : 0;
        }
        text.leftOut(Hidden.INVISIBLE, saidAlready ? 0 : letters);
    }

    private void open(String element, Map<String, String> attributes) {
        switch (element) {
            case "AlternateContent" -> choices.push(false);
            case "footnote", "endnote" -> notes.note(attributes.getOrDefault("id", ""));
            case "footnoteReference", "endnoteReference" -> {
                if (sight.hidden().isEmpty()) {
                    references.add(element.replace("Reference", "s") + attributes.getOrDefault("id", ""));
                }
            }
            case "tbl" -> {
                if (tables++ == 0) {
                    table = new TableText();
                }
            }
            case "tr" -> heads &= tables > 1;
            case "tab", "br", "cr" -> paragraph.append(' ');
            case "noBreakHyphen" -> words("-", sight.hidden());
            default -> {}
        }
    }

    private void end(String element) {
        switch (element) {
            case "AlternateContent" -> choices.poll();
            case "tc" -> endCell();
            case "tr" -> endRow();
            case "tbl" -> {
                if (--tables == 0) {
                    table.into(text);
                    refer();
                }
            }
            case "p" -> endParagraph();
            default -> {}
        }
    }

    private void endParagraph() {
        if (notes.add(paragraph)) {
            return;
        }
        if (tables > 0) {
            paragraph.append('\n');
            return;
        }
        int level = level(sight.paragraph());
        if (level > 0) {
            text.heading(level, paragraph.toString());
        } else {
            text.paragraph(paragraph.toString());
        }
        paragraph.setLength(0);
        refer();
    }

    /** Writes the notes to what has just been written. */
    private void refer() {
        references.stream().flatMap(id -> notes.take(id).stream()).forEach(text::paragraph);
        references.clear();
    }

    /** A table within a table is a part of the cell in which it stands. */
    private void endCell() {
        if (tables == 1 && !notes.isOpen()) {
            cells.add(paragraph.toString());
            paragraph.setLength(0);
        }
    }

    private void endRow() {
        if (tables == 1 && !notes.isOpen()) {
            table.row(cells, heads);
            cells.clear();
        }
    }

    private void words(String said, Optional<Hidden> why) {
        why.ifPresentOrElse(hidden -> text.leftOut(hidden, letters(said)), () -> paragraph.append(said));
    }

    static int letters(String said) {
        return (int) said.chars().filter(c -> !Character.isWhitespace(c)).count();
    }

    private static int level(DocxProperties paragraph) {
        Matcher heading = HEADING.matcher(paragraph.value("pStyle").toLowerCase(Locale.ROOT));
        int byStyle = heading.matches()
                ? DocxProperties.number(heading.group(1))
                        .map(n -> Math.max(1, n))
                        .orElse(1)
                : 0;
        return paragraph
                .number("outlineLvl", "val")
                .map(n -> n + 1)
                .filter(n -> n >= 1 && n <= 6)
                .orElse(byStyle);
    }
}
