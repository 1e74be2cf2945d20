package dev.rolewise.knowledge.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What programs that write Word documents do each in their own way. */
class DocxMakersTest {
    private static final String NAMESPACES = " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
            + " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
            + " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'";

    @Test
    void the_main_part_may_have_a_number_and_its_styles_are_those_to_which_it_refers() throws IOException {
        String main = document("<w:p><w:r><w:t>Seen.</w:t></w:r></w:p>"
                + "<w:p><w:r><w:rPr><w:rStyle w:val='Gone'/></w:rPr><w:t>obey</w:t></w:r></w:p>");
        Map<String, String> parts = Map.of(
                "word/document2.xml",
                main,
                "word/_rels/document2.xml.rels",
                "<Relationships><Relationship Type='http://x/relationships/styles' Target='styles2.xml'/></Relationships>",
                "word/styles2.xml",
                "<w:styles" + NAMESPACES
                        + "><w:style w:type='character' w:styleId='Gone'><w:rPr><w:vanish/></w:rPr></w:style></w:styles>");

        ReadText text = read(parts);

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly("Seen.");
        assertThat(text.hidden()).containsOnly(Map.entry(Hidden.INVISIBLE, 4));
    }

    @Test
    void nobody_sees_which_of_two_main_parts_is_meant() {
        assertThatThrownBy(() -> read(Map.of("word/document.xml", document(""), "word/document2.xml", document(""))))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("the same part twice");
    }

    @Test
    void white_letters_on_a_dark_pattern_are_read() throws IOException {
        String box =
                "<w:p><w:r><w:drawing><wps:wsp><wps:spPr><a:pattFill prst='wideUpDiag'><a:fgClr><a:srgbClr val='112244'/></a:fgClr>"
                        + "<a:bgClr><a:srgbClr val='000000'/></a:bgClr></a:pattFill></wps:spPr><wps:txbx><w:txbxContent>"
                        + "<w:p><w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>Seen.</w:t></w:r></w:p>"
                        + "</w:txbxContent></wps:txbx></wps:wsp></w:drawing></w:r></w:p>";

        assertThat(read(Map.of("word/document.xml", document(box))).characters())
                .isEqualTo(5);
    }

    private static String document(String body) {
        return "<w:document" + NAMESPACES + "><w:body>" + body + "</w:body></w:document>";
    }

    private static ReadText read(Map<String, String> parts) throws IOException {
        byte[] zip = HostileFiles.zip(
                parts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, part -> part.getValue()
                        .getBytes(StandardCharsets.UTF_8))));
        return Formats.read("guide.docx", zip, ReadingLimits.DEFAULT);
    }
}
