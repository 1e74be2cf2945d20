package dev.rolewise.knowledge.reading;

import static dev.rolewise.knowledge.reading.RawPdf.SEEN;
import static dev.rolewise.knowledge.reading.RawPdf.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is odd or broken in a PDF costs no more than itself. */
class PdfDamageTest {
    private static final String SECOND = SEEN.replace("72 700", "72 600");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Foo",
                "[/CalRGB]",
                "[/Indexed]",
                "[/Separation]",
                "[/ICCBased 99 0 R]",
                "[/Indexed /DeviceRGB 255 (ab)]",
                "[/DeviceN [/A /B] /DeviceCMYK 98 0 R]",
                "7",
                "[]"
            })
    void a_broken_colour_loses_no_text(String space) {
        ReadText text =
                read(SEEN + "/C cs 0.5 scn /C CS 0.5 SCN 0 g " + SECOND, "/ColorSpace<</C " + space + ">>", List.of());

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly("Seen.\nSeen.");
    }

    @Test
    void what_cannot_be_followed_is_left_out_and_who_sent_it_is_told() {
        String form = stream(
                "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F <</Type/Font/Subtype/Type0"
                        + "/BaseFont/X/Encoding/Identity-H>>>>>>",
                "BT /F 12 Tf ET");
        ReadText text = read(SEEN + "/X Do " + SECOND, "/XObject<</X 10 0 R>>", List.of(form));

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly("Seen.\nSeen.");
        assertThat(text.warnings()).containsExactly("Parts of it are damaged, and are left out.");
        assertThatThrownBy(() -> read("/X Do", "/XObject<</X 10 0 R>>", List.of(form)))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("it is damaged. Please save it anew and send it again.");
    }

    @Test
    void a_clip_without_a_path_cuts_nothing_away() {
        assertThat(read("W n " + SEEN, "", List.of()).characters()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1 0 0 1 0 0]/FontBBox[0 0 8 10]/Widths[8]",
                "[1 0 0 1 0 0]/FontBBox[0 0 0 0]/Widths[8]",
                "[0.1 0 0 -0.1 0 0]/FontBBox[0 -100 80 0]/Widths[80]"
            })
    void letters_of_a_font_with_units_of_its_own_are_as_large_as_they_are_drawn(String font) {
        String form = stream(
                "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F <</Type/Font/Subtype/Type3/FontMatrix"
                        + font + "/FirstChar 97/LastChar 97/CharProcs<</a 11 0 R>>"
                        + "/Encoding<</Differences[97/a]>>>>>>>>",
                "BT /F 1 Tf 72 700 Td (aa) Tj ET");
        ReadText text =
                read("/X Do", "/XObject<</X 10 0 R>>", List.of(form, stream("", "8 0 0 0 8 10 d1 0 0 8 10 re f")));

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly("aa");
    }

    @Test
    void one_picture_behind_many_pages_is_looked_at_once() {
        String night = stream(
                "/Type/XObject/Subtype/Image/Width 4000/Height 3000/BitsPerComponent 1/ColorSpace/DeviceGray",
                "\0".repeat(500 * 3000));
        String slide = "q 600 0 0 800 0 0 cm /X Do Q 1 1 1 rg " + SEEN.replace("0 g ", "");
        ReadText text = read(slide.repeat(8), "/XObject<</X 10 0 R>>", List.of(night));

        assertThat(text.hidden()).doesNotContainKey(Hidden.PALE);
    }

    @Test
    void a_picture_with_deep_colours_which_takes_long_is_not_looked_at() {
        String night = stream(
                "/Type/XObject/Subtype/Image/Width 1000/Height 1000/BitsPerComponent 16/ColorSpace/DeviceGray",
                "\0".repeat(2_000_000));
        ReadText text = read(
                "q 600 0 0 800 0 0 cm /X Do Q 1 0 0 rg " + SEEN.replace("0 g ", "") + "1 g "
                        + SECOND.replace("0 g ", ""),
                "/XObject<</X 10 0 R>>",
                List.of(night));

        assertThat(text.sections()).extracting(ReadText.Section::text).containsExactly("Seen.");
        assertThat(text.hidden()).containsExactly(java.util.Map.entry(Hidden.PALE, 5));
    }

    @Test
    void a_scan_is_told_from_one_with_hidden_text_below_it() {
        assertThatThrownBy(() -> read("0 0 9 9 re f", "", List.of()))
                .hasMessage("no text can be seen in it; it may be a scan. Please send its text.");
        assertThatThrownBy(() -> read("3 Tr " + SEEN, "", List.of()))
                .hasMessageStartingWith("all of its text is hidden, as that below a scan is");
    }

    private static ReadText read(String drawing, String resources, List<String> objects) {
        return Formats.read("guide.pdf", RawPdf.of(drawing, resources, "", "", objects), ReadingLimits.DEFAULT);
    }
}
