package dev.rolewise.knowledge.reading;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The text of the main part of a Word document (ECMA-376, part 1, clause 17) that a reader of it would see. Of the archive
 * only that part is unpacked, and no more of it than its limit.
 */
final class DocxText {
    private static final String MAIN_PART = "word/document.xml";
    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_UNPACKED = 64 * 1024 * 1024;
    private static final int TINY_HALF_POINTS = 4;
    private static final Pattern HEADING = Pattern.compile("(?:heading|title|überschrift|titre)\\s*(\\d?)");
    private static final Pattern PALE = Pattern.compile("[fF][0-9a-fA-F][fF][0-9a-fA-F][fF][0-9a-fA-F]|[fF]{6}");

    /** Names of the theme's colour of paper. */
    private static final Set<String> PAPER = Set.of("background1", "light1", "bg1", "lt1");

    private final XMLStreamReader xml;
    private final TextBuilder text;
    private final ReadingLimits limits;
    private final StringBuilder paragraph = new StringBuilder();
    /** Why each run that is open is not seen, innermost first: a text box within a hidden run is hidden with it. */
    private final Deque<Optional<Hidden>> runs = new ArrayDeque<>();

    private TableText table = new TableText();
    private final List<String> cells = new ArrayList<>();
    private int tables;
    private boolean heads;
    private int heading;
    private int properties;

    /** Depth in the properties of paragraphs, which speak of the mark at its end. */
    private int marks;

    private DocxText(XMLStreamReader xml, TextBuilder text, ReadingLimits limits) {
        this.xml = xml;
        this.text = text;
        this.limits = limits;
    }

    static ReadText read(byte[] content, ReadingLimits limits) {
        TextBuilder text = new TextBuilder(limits.characters());
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            if (!toMainPart(zip)) {
                throw new UnreadableException(
                        "it is an archive, but no Word document. Please send its files one by one.");
            }
            XMLStreamReader xml = secure().createXMLStreamReader(new Bounded(zip), "UTF-8");
            new DocxText(xml, text, limits).walk();
            return text.build("DOCX", 0);
        } catch (XMLStreamException | ZipException e) {
            throw new UnreadableException("it is damaged. Please save it anew and send it again.", e);
        } catch (IOException e) {
            throw new UnreadableException(
                    e instanceof TooLong ? "it unpacks to more than I read." : "it is damaged.", e);
        }
    }

    private static boolean toMainPart(ZipInputStream zip) throws IOException {
        long unpacked = 0;
        ZipEntry entry = zip.getNextEntry();
        for (int entries = 0; entry != null; entries++) {
            if (entry.getName().equals(MAIN_PART)) {
                return true;
            }
            if (entries > MOST_ENTRIES) {
                throw new UnreadableException("it holds more than " + MOST_ENTRIES + " files.");
            }
            unpacked += zip.transferTo(new Counting(MOST_UNPACKED - unpacked));
            entry = zip.getNextEntry();
        }
        return false;
    }

    private static XMLInputFactory secure() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private void walk() throws XMLStreamException {
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("t")) {
                words(xml.getElementText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > limits.nesting()) {
                    throw new UnreadableException(
                            "its elements stand more than " + limits.nesting() + " deep in each other.");
                }
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                end(xml.getLocalName());
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableException("it holds declarations that no Word document has.");
            }
        }
    }

    private void start(String element) {
        switch (element) {
            case "p" -> heading = 0;
            case "r" -> runs.push(hidden());
            case "pPr" -> marks++;
            case "rPr" -> properties++;
            case "pStyle" -> heading = level(value());
            case "outlineLvl" ->
                heading = number(value()).map(n -> n + 1).filter(n -> n <= 6).orElse(heading);
            case "vanish", "webHidden", "specVanish" -> hide(Hidden.INVISIBLE, !value().matches("0|false|off"));
            case "color" -> hide(Hidden.PALE, PALE.matcher(value()).matches() || PAPER.contains(value("themeColor")));
            case "sz" ->
                hide(
                        Hidden.TINY,
                        number(value()).filter(n -> n < TINY_HALF_POINTS).isPresent());
            case "tbl" -> {
                if (tables++ == 0) {
                    table = new TableText();
                }
            }
            case "tr" -> heads &= tables > 1;
            case "tblHeader" -> heads = !value().matches("0|false|off");
            case "tab", "br", "cr" -> paragraph.append(' ');
            default -> {}
        }
    }

    private void end(String element) {
        switch (element) {
            case "rPr" -> properties--;
            case "pPr" -> marks--;
            case "r" -> runs.poll();
            case "tc" -> endCell();
            case "tr" -> endRow();
            case "tbl" -> {
                if (--tables == 0) {
                    table.into(text);
                }
            }
            case "p" -> {
                if (tables > 0) {
                    paragraph.append('\n');
                    return;
                }
                if (heading > 0) {
                    text.heading(heading, paragraph.toString());
                } else {
                    text.paragraph(paragraph.toString());
                }
                paragraph.setLength(0);
                heading = 0;
            }
            default -> {}
        }
    }

    /** A table within a table is a part of the cell in which it stands. */
    private void endCell() {
        if (tables == 1) {
            cells.add(paragraph.toString());
            paragraph.setLength(0);
        }
    }

    private void endRow() {
        if (tables == 1) {
            table.row(cells, heads);
            cells.clear();
        }
    }

    private void words(String said) {
        hidden().ifPresentOrElse(
                        why -> text.leftOut(why, (int) said.chars()
                                .filter(c -> !Character.isWhitespace(c))
                                .count()),
                        () -> paragraph.append(said));
    }

    private void hide(Hidden why, boolean hides) {
        if (hides && properties > 0 && marks == 0 && !runs.isEmpty()) {
            runs.pop();
            runs.push(Optional.of(why));
        }
    }

    private Optional<Hidden> hidden() {
        return runs.isEmpty() ? Optional.empty() : runs.getFirst();
    }

    private String value() {
        return value("val");
    }

    private String value(String attribute) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(attribute)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private static int level(String style) {
        Matcher heading = HEADING.matcher(style.toLowerCase(Locale.ROOT));
        return heading.matches()
                ? number(heading.group(1)).map(n -> Math.max(1, n)).orElse(1)
                : 0;
    }

    private static Optional<Integer> number(String digits) {
        return digits.matches("\\d{1,6}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
    }

    /** More than the limit was unpacked. */
    private static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes what is unpacked on the way, up to a limit, and keeps nothing. */
    private static final class Counting extends java.io.OutputStream {
        private long left;

        Counting(long left) {
            this.left = left;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[1], 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new TooLong();
            }
        }
    }

    /** No more than the limit of unpacked bytes. */
    private static final class Bounded extends java.io.FilterInputStream {
        private long left = MOST_UNPACKED;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            left -= Math.max(0, read);
            if (left < 0) {
                throw new TooLong();
            }
            return read;
        }
    }
}
