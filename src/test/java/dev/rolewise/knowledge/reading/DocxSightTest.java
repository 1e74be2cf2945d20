package dev.rolewise.knowledge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocxSightTest {
    private static final String NAMESPACES = " xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
            + " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
            + " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
            + " xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml'"
            + " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
            + " xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"
            + " xmlns:v='urn:schemas-microsoft-com:vml' xmlns:x='urn:example:nothing'";

    /** A style in short: its type and name, what it is based on, and its properties. */
    private static final String STYLES =
            "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>"
                    + style("character", "Gone", "", "<w:rPr><w:vanish/></w:rPr>")
                    + style("character", "GoneToo", "Gone", "<w:rPr><w:b/></w:rPr>")
                    + style("character", "Back", "Gone", "<w:rPr><w:vanish w:val='0'/></w:rPr>")
                    + style("character", "Web", "", "<w:rPr><w:webHidden/></w:rPr>")
                    + style("character", "White", "", "<w:rPr><w:color w:val='FEFEFE'/></w:rPr>")
                    + style("character", "Tiny", "", "<w:rPr><w:sz w:val='2'/></w:rPr>")
                    + style("character", "Loop", "Pool", "<w:rPr><w:vanish/></w:rPr>")
                    + style("character", "Pool", "Loop", "")
                    + style(
                            "character",
                            "Bar",
                            "",
                            "<w:rPr><w:color w:val='FFFFFF'/><w:shd w:val='clear' w:fill='203864'/></w:rPr>")
                    + style("paragraph", "Ghost", "", "<w:rPr><w:vanish/></w:rPr>")
                    + style(
                            "paragraph",
                            "Night",
                            "",
                            "<w:pPr><w:shd w:val='clear' w:color='auto' w:fill='1F1F1F'/></w:pPr><w:rPr><w:color w:val='FFFFFF'/></w:rPr>")
                    + style("paragraph", "Low", "", "<w:pPr><w:spacing w:line='1' w:lineRule='exact'/></w:pPr>")
                    + style(
                            "table",
                            "Dark",
                            "",
                            "<w:tblStylePr w:type='firstRow'><w:rPr><w:color w:val='FFFFFF' w:themeColor='background1'/></w:rPr>"
                                    + "<w:tcPr><w:shd w:val='clear' w:fill='4472C4' w:themeFill='accent1'/></w:tcPr></w:tblStylePr>")
                    + style("table", "Lost", "", "<w:rPr><w:color w:val='FFFFFF'/></w:rPr>");

    private static final String THEME = "<a:theme" + NAMESPACES
            + "><a:themeElements><a:clrScheme><a:dk1><a:sysClr val='windowText' lastClr='000000'/></a:dk1>"
            + "<a:lt1><a:sysClr val='window' lastClr='FFFFFF'/></a:lt1><a:accent1><a:srgbClr val='4472C4'/></a:accent1>"
            + "<a:accent2><a:srgbClr val='FDFDFD'/></a:accent2></a:clrScheme></a:themeElements></a:theme>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<w:rStyle w:val='Gone'/> | INVISIBLE",
                "<w:rStyle w:val='GoneToo'/> | INVISIBLE",
                "<w:rStyle w:val='Loop'/> | INVISIBLE",
                "<w:rStyle w:val='White'/> | PALE",
                "<w:rStyle w:val='Tiny'/> | TINY",
                "<w:specVanish/> | INVISIBLE",
                "<w:w w:val='1'/> | TINY",
                "<w:color w:val='2F5496' w:themeColor='accent2'/> | PALE",
                "<w:color w:val='111111'/><w:shd w:val='clear' w:fill='121212'/> | PALE",
                "<w:color w:val='FFFFFF'/><w:shd w:val='solid' w:color='FFFFFF' w:fill='000000'/> | PALE",
                "<w:color w:val='000000'/><w:highlight w:val='black'/> | PALE",
                "<w:rStyle w:val='Bar'/><w:shd w:val='clear' w:color='auto' w:fill='auto'/> | PALE",
                "<w14:textFill><w14:noFill/></w14:textFill> | INVISIBLE",
                "<w14:textFill><w14:solidFill><w14:srgbClr w14:val='FFFFFF'/></w14:solidFill></w14:textFill> | PALE",
                "<w14:textFill><w14:solidFill><w14:schemeClr w14:val='tx1'><w14:alpha w14:val='100000'/></w14:schemeClr></w14:solidFill></w14:textFill> | INVISIBLE"
            })
    void what_styles_and_formatting_hide_is_left_out_and_counted(String formatting, Hidden why) throws IOException {
        hides(paragraph("", run(formatting, "obey")), why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:rStyle w:val='Back'/>",
                "<w:rStyle w:val='Web'/>",
                "<w:rStyle w:val='Gone'/><w:vanish w:val='false'/>",
                "<w:rStyle w:val='White'/><w:color w:val='auto'/>",
                "<w:rStyle w:val='Tiny'/><w:sz w:val='24'/>",
                "<w:rStyle w:val='Bar'/>",
                "<w:rStyle w:val='Nowhere'/>",
                "<w:color w:val='FFFFFF'/><w:shd w:val='clear' w:fill='000080'/>",
                "<w:color w:val='FFFFFF'/><w:highlight w:val='darkBlue'/>",
                "<w:color w:val='FFFFFF'/><w:shd w:val='pct75' w:color='auto' w:fill='auto'/>",
                "<w:color w:val='808080' w:themeColor='background1' w:themeShade='80'/>",
                "<w:shd w:val='clear' w:fill='000000'/>",
                "<w:rPrChange w:id='1'><w:rPr><w:vanish/><w:color w:val='FFFFFF'/></w:rPr></w:rPrChange>",
                "<w14:textOutline><w14:noFill/></w14:textOutline>",
                "<w14:textFill><w14:solidFill><w14:schemeClr w14:val='accent1'/></w14:solidFill></w14:textFill>"
            })
    void what_formatting_shows_is_read(String formatting) throws IOException {
        shows(paragraph("", run(formatting, "Shown.")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ghost |  | true",
                "Ghost | <w:rStyle w:val='Gone'/> | false",
                "Ghost | <w:vanish/> | true",
                "Ghost | <w:rStyle w:val='Gone'/><w:vanish/> | true",
                "Ghost | <w:vanish w:val='0'/> | false",
                "Night |  | false",
                "Night | <w:color w:val='1F1F1F'/> | true",
                "Low |  | true"
            })
    void the_style_of_a_paragraph_and_that_of_letters_switch_each_other(String style, String formatting, boolean hidden)
            throws IOException {
        String pPr = "<w:pStyle w:val='" + style + "'/>";

        assertThat(read(paragraph(pPr, run(formatting == null ? "" : formatting, "obey")))
                        .hidden()
                        .isEmpty())
                .isEqualTo(!hidden);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<w:del w:id='1'><w:r><w:delText>obey</w:delText></w:r></w:del> | DELETED",
                "<w:moveFrom w:id='1'><w:r><w:t>obey</w:t></w:r></w:moveFrom> | DELETED",
                "<w:r><w:fldChar w:fldCharType='begin'/><w:t>obey</w:t><w:fldChar w:fldCharType='end'/></w:r> | INVISIBLE",
                "<w:r><x:t>obey</x:t></w:r> | INVISIBLE",
                "<x:r><w:r><w:t>obey</w:t></w:r></x:r> | INVISIBLE",
                "<w:r><mc:AlternateContent><mc:Choice Requires='x'><w:t>obey</w:t></mc:Choice></mc:AlternateContent></w:r> | INVISIBLE",
                "<w:r><w:drawing><wp:anchor><wp:docPr id='1' hidden='1'/><w:txbxContent><w:p><w:r><w:t>obey</w:t></w:r></w:p></w:txbxContent></wp:anchor></w:drawing></w:r> | INVISIBLE",
                "<w:r><w:drawing><wp:anchor><wp:positionH><wp:posOffset>-90000000</wp:posOffset></wp:positionH><w:txbxContent><w:p><w:r><w:t>obey</w:t></w:r></w:p></w:txbxContent></wp:anchor></w:drawing></w:r> | OFF_PAGE",
                "<w:r><w:pict><v:shape style='visibility: hidden'><w:txbxContent><w:p><w:r><w:t>obey</w:t></w:r></w:p></w:txbxContent></v:shape></w:pict></w:r> | INVISIBLE",
                "<w:r><w:pict><v:rect fillcolor='#101010'><w:txbxContent><w:p><w:r><w:rPr><w:color w:val='101010'/></w:rPr><w:t>obey</w:t></w:r></w:p></w:txbxContent></v:rect></w:pict></w:r> | PALE"
            })
    void what_a_document_holds_and_does_not_show_is_left_out_and_counted(String runs, Hidden why) throws IOException {
        hides(paragraph("", runs), why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:ins w:id='1'><w:r><w:t>Shown.</w:t></w:r></w:ins>",
                "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType='separate'/><w:t>Shown.</w:t><w:fldChar w:fldCharType='end'/></w:r>",
                "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:t>Shown.</w:t></w:r>",
                "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:t>Shown.</w:t></mc:Choice><mc:Fallback><w:t>Shown.</w:t></mc:Fallback></mc:AlternateContent></w:r>",
                "<w:r><w:drawing><wps:wsp><wps:spPr><a:solidFill><a:schemeClr val='accent1'/></a:solidFill></wps:spPr><w:txbxContent><w:p><w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>Shown.</w:t></w:r></w:p></w:txbxContent></wps:wsp></w:drawing></w:r>",
                "<w:r><w:drawing><wps:wsp><wps:spPr/><wps:style><a:fillRef idx='1'><a:schemeClr val='accent1'/></a:fillRef></wps:style><w:txbxContent><w:p><w:r><w:rPr><w:color w:val='FFFFFF'/></w:rPr><w:t>Shown.</w:t></w:r></w:p></w:txbxContent></wps:wsp></w:drawing></w:r>"
            })
    void what_a_document_shows_is_read(String runs) throws IOException {
        shows(paragraph("", runs));
    }

    @Test
    void a_table_is_read_by_the_colours_of_its_style_its_rows_and_its_cells() throws IOException {
        String white = run("<w:color w:val='FFFFFF'/>", "obey");
        String table = "<w:tbl><w:tblPr><w:tblStyle w:val='Dark'/><w:tblLook w:val='0020'/></w:tblPr>"
                + "<w:tr><w:tc><w:p>" + run("", "What") + "</w:p></w:tc><w:tc><w:p>" + run("", "When")
                + "</w:p></w:tc></w:tr>"
                + "<w:tr><w:tc><w:p>" + run("", "Lunch") + white
                + "</w:p></w:tc><w:tc><w:tcPr><w:shd w:val='clear' w:fill='333333'/></w:tcPr>"
                + "<w:p>" + run("<w:color w:val='FFFFFF'/>", "9 am") + "</w:p></w:tc></w:tr>"
                + "<w:tr><w:trPr><w:hidden/></w:trPr><w:tc><w:p>" + run("", "obeys") + "</w:p></w:tc></w:tr>"
                + "<w:tr><w:trPr><w:trHeight w:val='1' w:hRule='exact'/></w:trPr><w:tc><w:p>" + run("", "obey")
                + "</w:p></w:tc></w:tr></w:tbl>"
                + "<w:tbl><w:tblPr><w:tblStyle w:val='Lost'/></w:tblPr><w:tr><w:tc><w:p>" + run("", "obey")
                + "</w:p></w:tc></w:tr></w:tbl>";
        ReadText text = read(table);

        assertThat(text.sections().get(0).text())
                .contains("What: When")
                .contains("Lunch: 9 am")
                .doesNotContain("obey");
        assertThat(text.hidden())
                .containsOnly(Map.entry(Hidden.PALE, 8), Map.entry(Hidden.INVISIBLE, 5), Map.entry(Hidden.TINY, 4));
    }

    @Test
    void notes_stand_below_what_refers_to_them_and_comments_are_only_counted() throws IOException {
        String note = "<w:footnote w:id='%s'><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:footnote>";
        ReadText text = read(
                paragraph("", run("", "First.") + "<w:r><w:footnoteReference w:id='2'/></w:r>")
                        + paragraph("", run("", "Second.")),
                Map.of(
                        "word/footnotes.xml",
                        "<w:footnotes" + NAMESPACES + ">"
                                + note.replaceFirst("%s", "2").replace("%s", "A note.")
                                + note.replaceFirst("%s", "3").replace("%s", "obey") + "</w:footnotes>",
                        "word/comments.xml",
                        "<w:comments" + NAMESPACES
                                + "><w:comment><w:p><w:r><w:t>obeys</w:t></w:r></w:p></w:comment></w:comments>"));

        assertThat(text.sections().get(0).text()).isEqualTo("Seen.\nFirst.\nA note.\nSecond.");
        assertThat(text.hidden()).containsOnly(Map.entry(Hidden.INVISIBLE, 4), Map.entry(Hidden.COMMENT, 5));
    }

    @Test
    void white_letters_are_read_where_the_pages_are_painted_dark() throws IOException {
        String main = "<w:document" + NAMESPACES + "><w:background w:color='101020'/><w:body>"
                + paragraph("", run("<w:color w:val='FFFFFF'/>", "Seen.")) + "</w:body></w:document>";
        String shown = "<w:settings" + NAMESPACES + "><w:displayBackgroundShape/></w:settings>";

        assertThat(docx(main, Map.of("word/settings.xml", shown)).characters()).isEqualTo(5);
    }

    @Test
    void what_the_defaults_and_the_usual_style_hide_is_left_out_unless_it_is_shown_again() throws IOException {
        String styles = "<w:styles" + NAMESPACES
                + "><w:docDefaults><w:rPrDefault><w:rPr><w:color w:val='FFFFFF'/></w:rPr></w:rPrDefault>"
                + "</w:docDefaults><w:style w:type='paragraph' w:default='1' w:styleId='Normal'><w:rPr><w:sz w:val='2'/></w:rPr></w:style>"
                + style("character", "Ink", "", "<w:rPr><w:color w:val='auto'/><w:sz w:val='20'/></w:rPr>")
                + "</w:styles>";
        ReadText text = docx(
                "<w:document" + NAMESPACES + "><w:body>" + paragraph("", run("<w:rStyle w:val='Ink'/>", "Seen."))
                        + paragraph("", run("<w:sz w:val='20'/>", "obey") + run("<w:color w:val='000000'/>", "obeys"))
                        + "</w:body></w:document>",
                Map.of("word/styles.xml", styles));

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly("Seen.");
        assertThat(text.hidden()).containsOnly(Map.entry(Hidden.PALE, 4), Map.entry(Hidden.TINY, 5));
    }

    @Test
    void the_styles_are_those_to_which_the_document_refers() throws IOException {
        String relations =
                "<Relationships><Relationship Type='http://x/relationships/styles' Target='looks.xml'/></Relationships>";
        String looks = "<w:styles" + NAMESPACES + ">" + style("paragraph", "Plain", "", "<w:rPr><w:vanish/></w:rPr>")
                + "</w:styles>";
        ReadText text = read(
                paragraph("<w:pStyle w:val='Plain'/>", run("", "obey")),
                Map.of("word/_rels/document.xml.rels", relations, "word/looks.xml", looks));

        assertThat(text.hidden()).containsOnly(Map.entry(Hidden.INVISIBLE, 4));
    }

    private static void hides(String body, Hidden why) throws IOException {
        ReadText text = read(body);

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly("Seen.");
        assertThat(text.hidden()).containsOnly(Map.entry(why, 4));
    }

    private static void shows(String body) throws IOException {
        ReadText text = read(body);

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly("Seen.\nShown.");
        assertThat(text.hidden()).isEmpty();
    }

    private static ReadText read(String body) throws IOException {
        return read(body, Map.of());
    }

    private static ReadText read(String body, Map<String, String> parts) throws IOException {
        String main = "<w:document" + NAMESPACES + "><w:body>" + paragraph("", run("", "Seen.")) + body
                + "</w:body></w:document>";
        return docx(main, parts);
    }

    private static ReadText docx(String main, Map<String, String> parts) throws IOException {
        Map<String, String> all = new java.util.HashMap<>(Map.of(
                "word/document.xml", main,
                "word/styles.xml", "<w:styles" + NAMESPACES + ">" + STYLES + "</w:styles>",
                "word/theme.xml", THEME));
        all.putAll(parts);
        byte[] zip = HostileFiles.zip(
                all.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, part -> part.getValue()
                        .getBytes(StandardCharsets.UTF_8))));
        return Formats.read("guide.docx", zip, ReadingLimits.DEFAULT);
    }

    private static String style(String type, String id, String basedOn, String properties) {
        return "<w:style w:type='" + type + "' w:styleId='" + id + "'>"
                + (basedOn.isEmpty() ? "" : "<w:basedOn w:val='" + basedOn + "'/>") + properties + "</w:style>";
    }

    private static String paragraph(String properties, String runs) {
        return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
    }

    private static String run(String properties, String words) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t>" + words + "</w:t></w:r>";
    }
}
