package dev.rolewise.knowledge.reading;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** PDFs of one page, written by hand. */
final class RawPdf {
    static final String SEEN = "BT 0 g /F 12 Tf 72 700 Td (Seen.) Tj ET\n";
    static final String OBEY = " BT /F 12 Tf 72 500 Td (obey) Tj ET\n";

    private RawPdf() {}

    /** Of a page's drawing alone. */
    static byte[] of(String drawing) {
        return of(drawing, "", "", "", List.of());
    }

    /**
     * Of all its parts: what else the resources, the page and the catalogue hold, and objects from number 10 on, each a dictionary
     * or one followed by the letters of a stream.
     */
    static byte[] of(String drawing, String resources, String page, String catalog, List<String> objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        pdf.append("1 0 obj <</Type/Catalog/Pages 2 0 R ").append(catalog).append(">> endobj\n");
        pdf.append("2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n");
        pdf.append("3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R ")
                .append(page)
                .append("/Resources<</Font<</F <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>> ")
                .append(resources)
                .append(">>>> endobj\n");
        pdf.append("4 0 obj <</Length ")
                .append(drawing.length())
                .append(">> stream\n")
                .append(drawing)
                .append("\nendstream endobj\n");
        for (int i = 0; i < objects.size(); i++) {
            pdf.append(10 + i).append(" 0 obj ").append(objects.get(i)).append(" endobj\n");
        }
        return pdf.append("trailer <</Root 1 0 R/Size 40>>\n%%EOF\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** An object that is a stream. */
    static String stream(String entries, String letters) {
        return "<<" + entries + "/Length " + letters.length() + ">> stream\n" + letters + "\nendstream";
    }
}
