package dev.rolewise.knowledge.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The parts of a Word document (ECMA-376, part 2). The small ones beside the main part are kept, the main one is unpacked when
 * it is read; nothing is unpacked beyond a limit.
 */
final class DocxParts {
    private static final String FOLDER = "word/";

    /** Word on the web counts its name up. */
    private static final Pattern MAIN_PART = Pattern.compile(FOLDER + "document\\d{0,2}\\.xml");

    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_UNPACKED = 64 * 1024 * 1024;

    /** Of the parts that are kept, together. */
    private static final int MOST_KEPT = 16 * 1024 * 1024;

    private final byte[] content;
    private String main = "";
    private final Map<String, byte[]> kept = new HashMap<>();

    /** Parts by the last word of what they are to the main one, such as {@code styles}. */
    private final Map<String, String> related = new HashMap<>();

    private DocxParts(byte[] content) {
        this.content = content;
    }

    static DocxParts of(byte[] content) throws IOException, XMLStreamException {
        DocxParts parts = new DocxParts(content);
        if (!parts.keep()) {
            throw new UnreadableException("it is an archive, but no Word document. Please send its files one by one.");
        }
        parts.relate();
        return parts;
    }

    /** By what it is to the main part; empty where there is none. */
    Optional<XMLStreamReader> part(String kind) throws XMLStreamException {
        String name = kept.containsKey(relations()) ? related.getOrDefault(kind, "") : FOLDER + kind + ".xml";
        byte[] letters = kept.get(name);
        return letters == null ? Optional.empty() : Optional.of(reader(new ByteArrayInputStream(letters)));
    }

    ZipInputStream open() {
        return new ZipInputStream(new ByteArrayInputStream(content));
    }

    /** The main part, which is unpacked while it is read. */
    XMLStreamReader main(ZipInputStream zip) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getNextEntry();
        while (entry != null && !entry.getName().equalsIgnoreCase(main)) {
            entry = zip.getNextEntry();
        }
        return reader(new Bounded(zip));
    }

    private boolean keep() throws IOException {
        OutputStream unpacked = new Counting(OutputStream.nullOutputStream(), MOST_UNPACKED);
        try (ZipInputStream zip = open()) {
            ZipEntry entry = zip.getNextEntry();
            int left = MOST_KEPT;
            for (int entries = 0; entry != null; entries++) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (entries > MOST_ENTRIES) {
                    throw new UnreadableException("it holds more than " + MOST_ENTRIES + " files.");
                }
                if (kept.containsKey(name)
                        || (!main.isEmpty() && MAIN_PART.matcher(name).matches())) {
                    throw new UnreadableException(
                            "it holds the same part twice. Please save it anew and send it again.");
                }
                boolean isMain = MAIN_PART.matcher(name).matches();
                if (name.startsWith(FOLDER) && name.matches(".*\\.(?:xml|rels)") && !isMain) {
                    ByteArrayOutputStream letters = new ByteArrayOutputStream();
                    zip.transferTo(new Counting(letters, left));
                    left -= letters.size();
                    kept.put(name, letters.toByteArray());
                } else {
                    zip.transferTo(unpacked);
                    main = isMain ? name : main;
                }
                entry = zip.getNextEntry();
            }
        }
        return !main.isEmpty();
    }

    private String relations() {
        return FOLDER + "_rels/" + main.substring(FOLDER.length()) + ".rels";
    }

    private void relate() throws XMLStreamException {
        byte[] letters = kept.get(relations());
        if (letters == null) {
            return;
        }
        XMLStreamReader xml = reader(new ByteArrayInputStream(letters));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                String type = String.valueOf(xml.getAttributeValue(null, "Type"));
                String target = String.valueOf(xml.getAttributeValue(null, "Target"));
                String kind = type.substring(type.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
                related.putIfAbsent(kind, resolved(target));
            }
        }
    }

    private String resolved(String target) {
        try {
            return String.valueOf(URI.create("/" + main).resolve(target).getPath())
                    .substring(1)
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return "";
        }
    }

    private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory.createXMLStreamReader(in, "UTF-8");
    }

    /** More than the limit was unpacked. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes what is unpacked on the way, up to a limit. */
    private static final class Counting extends FilterOutputStream {
        private long left;

        Counting(OutputStream out, long left) {
            super(out);
            this.left = left;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            left -= length;
            if (left < 0) {
                throw new TooLong();
            }
            out.write(bytes, from, length);
        }
    }

    /** No more than the limit of unpacked bytes. */
    private static final class Bounded extends FilterInputStream {
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
