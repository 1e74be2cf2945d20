package dev.rolewise.knowledge.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;

/** Documents that were made to do harm, or are broken, by what is wrong with them. */
public final class HostileFiles {
    private static final int BIG = 200_000_000;

    private HostileFiles() {}

    /** Name of the file, and its bytes. */
    public static Map<String, byte[]> all() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("empty.pdf", new byte[0]);
        files.put("zeros.txt", new byte[4096]);
        files.put("program.pdf", concat("\u007fELF", new byte[2000]));
        files.put("only-a-header.pdf", text("%PDF-1.7\n"));
        files.put("truncated.pdf", half(pdf()));
        files.put("locked.pdf", locked());
        files.put("page-tree-loop.pdf", pageTreeLoop());
        files.put("xref-loop.pdf", xrefLoop());
        files.put("nested-forms.pdf", nestedForms());
        files.put("form-in-itself.pdf", formInItself());
        files.put("stream-bomb.pdf", streamBomb());
        files.put("deep-array.pdf", deepArray());
        files.put("many-pages.pdf", manyPages());
        files.put("nothing-to-see.pdf", blank());
        files.put(
                "zip-bomb.docx",
                docx(concat("<w:document xmlns:w=\"w\">", " ".repeat(BIG).getBytes(StandardCharsets.US_ASCII))));
        files.put("zip-of-bombs.docx", zip(Map.of("a.bin", new byte[BIG], "word/document.xml", text("<a/>"))));
        files.put("many-entries.docx", manyEntries());
        files.put("no-word.docx", zip(Map.of("readme.txt", text("Hello."))));
        files.put(
                "entities.docx",
                docx(text("<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
                        + "<w:document xmlns:w=\"w\"><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>")));
        files.put(
                "outside.docx",
                docx(text("<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                        + "<w:document xmlns:w=\"w\"><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:document>")));
        files.put("deep.docx", docx(text("<w:document xmlns:w=\"w\">" + "<w:p>".repeat(100_000))));
        files.put(
                "two-main-parts.docx",
                zip(Map.of("word/document.xml", text("<a/>"), "word/Document.xml", text("<a/>"))));
        files.put("deep-styles.docx", styled("<w:style>" + "<a>".repeat(100_000)));
        files.put("many-styles.docx", styled(numbered("<w:style w:styleId='s%d'/>", 20_000)));
        files.put(
                "styles-from-outside.docx",
                zip(
                        Map.of(
                                "word/document.xml",
                                text("<w:document xmlns:w='w'/>"),
                                "word/styles.xml",
                                text(
                                        "<!DOCTYPE w [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><w:styles xmlns:w='w'>&a;</w:styles>"))));
        files.put(
                "many-rules.html",
                text("<!doctype html><style>" + numbered("p{color:#%06x}", 60_000) + "</style><p>x</p>"));
        files.put("deep.html", text("<html>" + "<div>".repeat(200_000) + "x"));
        files.put("deep.md", text(">".repeat(100_000) + " x"));
        files.put("long.txt", text("word ".repeat(400_000)));
        return files;
    }

    private static byte[] styled(String styles) throws IOException {
        return zip(Map.of(
                "word/document.xml",
                text("<w:document xmlns:w='w'/>"),
                "word/styles.xml",
                text("<w:styles xmlns:w='w'>" + styles)));
    }

    private static String numbered(String part, int times) {
        return IntStream.range(0, times)
                .mapToObj(number -> String.format(Locale.ROOT, part, number))
                .collect(Collectors.joining());
    }

    static byte[] pdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 3; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText("Page " + (i + 1) + " of the guide.");
                    content.endText();
                }
            }
            return saved(document);
        }
    }

    private static byte[] blank() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            return saved(document);
        }
    }

    private static byte[] manyPages() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 2000; i++) {
                document.addPage(new PDPage());
            }
            return saved(document);
        }
    }

    private static byte[] locked() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            return saved(document);
        }
    }

    private static byte[] pageTreeLoop() {
        return text("""
                %PDF-1.4
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[2 0 R 3 0 R]/Count 2/Parent 2 0 R>> endobj
                3 0 obj <</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>> endobj
                trailer <</Root 1 0 R/Size 4>>
                %%EOF
                """);
    }

    private static byte[] xrefLoop() {
        return text("""
                %PDF-1.4
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
                xref
                0 1
                0000000000 65535 f\s
                trailer <</Root 1 0 R/Size 3/Prev 99>>
                startxref
                99
                %%EOF
                """);
    }

    /** Forms that each draw the next one ten times: 10^12 drawings. */
    private static byte[] nestedForms() {
        int depth = 12;
        StringBuilder pdf = new StringBuilder("""
                %PDF-1.4
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
                3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</XObject<</X 10 0 R>>>>/Contents 4 0 R>> endobj
                4 0 obj <</Length 5>> stream
                /X Do
                endstream endobj
                """);
        for (int i = 0; i < depth; i++) {
            String draws = "/X Do ".repeat(10);
            pdf.append(10 + i)
                    .append(" 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</XObject<</X ")
                    .append(11 + i)
                    .append(" 0 R>>>>/Length ")
                    .append(draws.length())
                    .append(">> stream\n")
                    .append(draws)
                    .append("\nendstream endobj\n");
        }
        pdf.append(10 + depth)
                .append(
                        " 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 600 800]/Length 2>> stream\nn \nendstream endobj\n");
        return text(pdf.append("trailer <</Root 1 0 R/Size 40>>\n%%EOF\n").toString());
    }

    private static byte[] formInItself() {
        return text("""
                %PDF-1.4
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
                3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>> endobj
                4 0 obj <</Length 5>> stream
                /X Do
                endstream endobj
                5 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>/Length 11>> stream
                /X Do /X Do
                endstream endobj
                trailer <</Root 1 0 R/Size 6>>
                %%EOF
                """);
    }

    private static byte[] streamBomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(packed, new Deflater(9))) {
            byte[] part = "BT /F 9 Tf (aaaaaaaaaa) Tj ET ".repeat(1000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 5000; i++) {
                deflating.write(part);
            }
        }
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(text("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                + "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>> endobj\n"
                + "4 0 obj <</Filter/FlateDecode/Length " + packed.size() + ">> stream\n"));
        pdf.writeBytes(packed.toByteArray());
        pdf.writeBytes(text("\nendstream endobj\ntrailer <</Root 1 0 R/Size 5>>\n%%EOF\n"));
        return pdf.toByteArray();
    }

    private static byte[] deepArray() {
        return text("%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R/X " + "[".repeat(200_000) + ">> endobj\n"
                + "2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\ntrailer <</Root 1 0 R/Size 3>>\n%%EOF\n");
    }

    static byte[] docx(byte[] main) throws IOException {
        return zip(Map.of("word/document.xml", main));
    }

    private static byte[] manyEntries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 30_000; i++) {
            entries.put("f" + i, new byte[0]);
        }
        return zip(entries);
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : new java.util.TreeMap<>(entries).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }

    private static byte[] half(byte[] whole) {
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] concat(String start, byte[] end) {
        byte[] first = start.getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = java.util.Arrays.copyOf(first, first.length + end.length);
        System.arraycopy(end, 0, both, first.length, end.length);
        return both;
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }
}
