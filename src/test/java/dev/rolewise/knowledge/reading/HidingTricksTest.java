package dev.rolewise.knowledge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table of what hides text: for each format and trick, what is read and what is counted. */
class HidingTricksTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/hiding-tricks.txt", delimiter = '|')
    void what_is_seen_is_read_and_the_rest_is_counted(
            String format, String trick, String written, String read, @Nullable String counted) throws IOException {
        ReadText text = Formats.read(name(format), document(format, written), ReadingLimits.DEFAULT);

        assertThat(text.sections().stream()
                        .map(section -> section.text().replaceAll("\\s+", " "))
                        .collect(Collectors.joining(" ")))
                .as(trick)
                .isEqualTo(read);
        assertThat(text.hidden().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", ")))
                .as(trick)
                .isEqualTo(counted == null ? "" : counted);
    }

    private static String name(String format) {
        return format.equals("text") ? "guide.txt" : format.equals("Markdown") ? "guide.md" : "guide." + format;
    }

    private static byte[] document(String format, String written) throws IOException {
        return switch (format) {
            case "PDF" -> pdf(written);
            case "DOCX" -> docx(written);
            case "HTML" -> bytes("<!doctype html><p>Seen.</p>" + written);
            default -> bytes("Seen.\n\n" + written);
        };
    }

    private static byte[] pdf(String written) {
        String drawing = written.replaceAll("(\\([^)]*\\)) show", "BT /F 12 Tf 72 500 Td $1 Tj ET");
        return RawPdf.of(
                RawPdf.SEEN + drawing,
                "/ExtGState<</CLEAR <</ca 0>>>>/Properties<</OFF 10 0 R/ON 11 0 R>>",
                "",
                "/OCProperties<</OCGs[10 0 R 11 0 R]/D<</OFF[10 0 R]>>>>",
                List.of("<</Type/OCG/Name(A)>>", "<</Type/OCG/Name(B)>>"));
    }

    private static byte[] docx(String written) throws IOException {
        String styles =
                "<w:styles xmlns:w='w'><w:style w:type='character' w:styleId='Gone'><w:rPr><w:vanish/></w:rPr></w:style>"
                        + "<w:style w:type='character' w:styleId='White'><w:rPr><w:color w:val='FFFFFF'/></w:rPr></w:style></w:styles>";
        String main = "<w:document xmlns:w='w'><w:body><w:p><w:r><w:t>Seen.</w:t></w:r></w:p><w:p>" + written
                + "</w:p></w:body></w:document>";
        return HostileFiles.zip(Map.of("word/document.xml", bytes(main), "word/styles.xml", bytes(styles)));
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }
}
