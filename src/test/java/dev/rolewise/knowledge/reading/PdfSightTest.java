package dev.rolewise.knowledge.reading;

import static dev.rolewise.knowledge.reading.RawPdf.OBEY;
import static dev.rolewise.knowledge.reading.RawPdf.SEEN;
import static dev.rolewise.knowledge.reading.RawPdf.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfSightTest {
    private static final String TEXT = " BT /F 12 Tf 72 500 Td (Seen.) Tj ET\n";
    private static final String RESOURCES =
            "/ExtGState<</CLEAR <</ca 0/CA 0>>/WEAK <</ca 0.05>>/MULTIPLY <</BM/Multiply>>/HALF <</ca 0.5>>>>"
                    + "/ColorSpace<</PATTERN[/Pattern/DeviceRGB]"
                    + "/SPOT[/Separation/Ink/DeviceGray<</FunctionType 2/Domain[0 1]/C0[1]/C1[0]/N 1>>]>>"
                    + "/Pattern<</TILES 10 0 R/PALE 11 0 R/DARK 12 0 R>>"
                    + "/Shading<</DEEP 13 0 R>>"
                    + "/XObject<</NIGHT 14 0 R/SNOW 15 0 R/SCAN 16 0 R>>";
    private static final String TILE =
            "/Type/Pattern/PatternType 1/TilingType 1/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<<>>";
    private static final String FLOW =
            "/ShadingType 2/ColorSpace/DeviceRGB/Coords[0 0 600 0]/Function<</FunctionType 2/Domain[0 1]";
    private static final String IMAGE =
            "/Type/XObject/Subtype/Image/Width 2/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray";
    private static final List<String> OBJECTS = List.of(
            stream(TILE + "/PaintType 2", "0 0 9 9 re f"),
            stream(TILE + "/PaintType 1", "1 g 0 0 9 9 re f"),
            "<</Type/Pattern/PatternType 2/Shading <<" + FLOW + "/C0[0 0 0]/C1[0 0 1]/N 1>>>>>>",
            "<<" + FLOW + "/C0[0 0 0.2]/C1[0 0.3 0.4]/N 1>>>>",
            stream(IMAGE, "\u0010\u0010\u0010\u0010"),
            stream(IMAGE, "\u00ff\u00ff\u00ff\u00ff"),
            stream(IMAGE, "\u0000\u00ff\u00ff\u0000"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 0 0.5 rg 60 490 200 30 re f 1 g",
                "0.1 0.2 0.3 rg 60 490 m 260 490 l 260 520 l 60 520 l h f 1 1 1 rg",
                "0 0 0.5 RG 30 w 60 505 m 260 505 l S 1 g",
                "q 0 0.4 0 rg 1 0 0 1 10 0 cm 50 490 200 30 re B Q 1 g",
                "q 60 490 200 30 re W n /DEEP sh Q 1 g",
                "/PATTERN cs /DARK scn 60 490 200 30 re f 1 g",
                "q 200 0 0 30 60 490 cm /NIGHT Do Q 1 g",
                "q 200 0 0 30 60 490 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u0001 EI Q 1 g",
                "0 g /HALF gs 60 490 200 30 re f 1 g",
                "1 g 60 490 200 30 re f 0 g",
                "q 0 0 600 800 re W n 60 490 300 100 re W* n 0 g",
                "1 g 0 G 0.3 w 2 Tr",
                "1 G 0 g 0.2 w 2 Tr",
                "/SPOT cs 1 scn",
                "/PATTERN cs /DARK scn",
                "/PATTERN cs 1 0 0 /TILES scn",
                "0 0.5 0 rg 300 300 50 50 re f 0 g",
            })
    void what_is_seen_is_read(String before) {
        ReadText text = read(before + TEXT);

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly("Seen.");
        assertThat(text.hidden()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/HALF gs 0 1 0 rg 60 490 200 30 re f",
                "/MULTIPLY gs 1 1 0 rg 60 490 200 30 re f",
                "1 g 60 480 200 10 re f",
                "q 60 600 200 30 re W n 1 g 0 0 600 800 re f Q",
                "q 200 0 0 30 60 490 cm /SCAN Do Q",
                "1 g 60 490 200 30 re n"
            })
    void what_is_painted_later_hides_only_what_it_covers(String after) {
        ReadText text = read("0 g" + TEXT + after);

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly("Seen.");
        assertThat(text.hidden()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 g | PALE",
                "q 0 0 0.5 rg 60 590 200 30 re f Q 1 g | PALE",
                "0 0 0.5 rg 60 490 200 30 re f 1 g 60 490 200 30 re f | PALE",
                "0 0 0.5 rg 60 490 200 30 re f 0 0 0.52 rg | PALE",
                "q 300 300 9 9 re W n 0 g 0 0 600 800 re f Q 1 g | PALE",
                "q 200 0 0 30 60 490 cm /SNOW Do Q 1 g | PALE",
                "q 200 0 0 30 60 490 cm /NIGHT Do Q 0.06 g | PALE",
                "0 g 60 490 200 30 re f /MULTIPLY gs 1 g | PALE",
                "/CLEAR gs 0 g | PALE",
                "/WEAK gs 0 g | PALE",
                "/SPOT cs 0 scn | PALE",
                "/PATTERN cs /PALE scn | PALE",
                "/PATTERN cs 1 1 1 /TILES scn | PALE",
                "1 g 1 G 2 Tr | PALE",
                "0 g 1 G 3 w 2 Tr | PALE",
                "1 G 1 Tr | PALE",
                "3 Tr | INVISIBLE",
                "7 Tr | INVISIBLE",
                "300 300 50 50 re W n | INVISIBLE",
                "0 0 0 0 re W n | INVISIBLE",
                "60 490 200 30 re W n 300 300 m 350 300 l 320 340 l h W* n | INVISIBLE",
                "0.1 0 0 0.1 65 450 cm | TINY",
                "1 0 1 0 0 500 cm | TINY",
                "1 0 0 1 900 0 cm | OFF_PAGE"
            })
    void what_is_not_seen_is_left_out_and_counted(String before, Hidden why) {
        hides(before + OBEY, why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 g 60 490 200 30 re f",
                "0 g 60 490 200 30 re f",
                "1 G 40 w 60 505 m 260 505 l S",
                "q 1 0 0 1 0 400 cm 1 g 0 0 600 200 re f Q",
                "q 200 0 0 30 60 490 cm /SNOW Do Q"
            })
    void what_is_covered_later_is_left_out(String after) {
        hides(OBEY + after, Hidden.INVISIBLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/D<</OFF[10 0 R]>> | <</Type/OCG/Name(A)>> | true",
                "/D<</OFF[]>> | <</Type/OCG/Name(A)>> | false",
                "/D<</BaseState/OFF/ON[]>> | <</Type/OCG/Name(A)>> | true",
                "/D<</BaseState/OFF/ON[10 0 R]>> | <</Type/OCG/Name(A)>> | false",
                "/D<</OFF[11 0 R]>> | <</Type/OCMD/OCGs[11 0 R]>> | true",
                "/D<</OFF[11 0 R]>> | <</Type/OCMD/OCGs 11 0 R/P/AllOff>> | false",
                "/D<</OFF[11 0 R]>> | <</Type/OCMD/OCGs[11 0 R 12 0 R]>> | false",
                "/D<</OFF[11 0 R]>> | <</Type/OCMD/OCGs[11 0 R 12 0 R]/P/AllOn>> | true",
                "/D<</OFF[11 0 R]>> | <</Type/OCMD/VE[/Not 12 0 R]>> | true",
                "/D<</OFF[11 0 R]>> | <</Type/OCMD/VE[/Or 11 0 R [/Not 11 0 R]]>> | false",
                "/D<</AS[<</Event/View/Category[/View]/OCGs[10 0 R]>>]>>"
                        + "| <</Type/OCG/Name(A)/Usage<</View<</ViewState/OFF>>>>>> | true"
            })
    void layers_are_read_as_they_are_when_a_document_is_opened(String settings, String group, boolean hidden) {
        List<String> objects = List.of(group, "<</Type/OCG/Name(B)>>", "<</Type/OCG/Name(C)>>");
        String catalog = "/OCProperties<</OCGs[10 0 R 11 0 R 12 0 R]" + settings + ">>";
        byte[] marked = RawPdf.of(SEEN + "/OC /L BDC" + OBEY + "EMC", "/Properties<</L 10 0 R>>", "", catalog, objects);

        assertThat(read(marked).hidden().getOrDefault(Hidden.INVISIBLE, 0)).isEqualTo(hidden ? 4 : 0);
    }

    @Test
    void a_drawing_in_a_hidden_layer_is_left_out_and_one_that_closes_what_it_did_not_open_shows_nothing() {
        String form = "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F <</Type/Font/Subtype/Type1"
                + "/BaseFont/Helvetica>>>>>>";
        List<String> objects =
                List.of("<</Type/OCG/Name(A)>>", stream(form + "/OC 10 0 R", OBEY), stream(form, "EMC EMC" + OBEY));
        ReadText text = read(RawPdf.of(
                SEEN + "/X Do /OC /L BDC /Y Do" + OBEY + "EMC " + SEEN.replace("700", "600"),
                "/Properties<</L 10 0 R>>/XObject<</X 11 0 R/Y 12 0 R>>",
                "",
                "/OCProperties<</OCGs[10 0 R]/D<</OFF[10 0 R]>>>>",
                objects));

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly("Seen.\nSeen.");
        assertThat(text.hidden()).containsEntry(Hidden.INVISIBLE, 12);
    }

    @Test
    void a_page_that_is_cut_out_of_a_larger_one_is_read_within_its_edges_only() {
        ReadText text = read(RawPdf.of(
                SEEN.replace("72 700", "310 410") + OBEY + OBEY.replace("72 500", "320 700"),
                "",
                "/CropBox[300 400 600 600]",
                "",
                List.of()));

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly("Seen.");
        assertThat(text.hidden()).containsEntry(Hidden.OFF_PAGE, 8);
    }

    @Test
    void what_stands_for_letters_to_programs_only_is_not_read() {
        ReadText text = read("/Span <</ActualText (Obey me)>> BDC" + TEXT + "EMC");

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly("Seen.");
    }

    @Test
    void a_broken_picture_keeps_nobody_from_reading_the_rest() {
        assertThat(read("/GONE Do /GONE sh q 9 0 0 9 0 0 cm BI /W 1 ID x EI Q" + TEXT)
                        .characters())
                .isEqualTo(5);
    }

    private static void hides(String drawing, Hidden why) {
        ReadText text = read(SEEN + drawing);

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly("Seen.");
        assertThat(text.hidden()).containsOnlyKeys(why).containsEntry(why, 4);
    }

    private static ReadText read(String drawing) {
        return read(RawPdf.of(drawing, RESOURCES, "", "", OBJECTS));
    }

    private static ReadText read(byte[] pdf) {
        return Formats.read("guide.pdf", pdf, ReadingLimits.DEFAULT);
    }
}
