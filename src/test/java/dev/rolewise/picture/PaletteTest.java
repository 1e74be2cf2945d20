package dev.rolewise.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {
    /** The chat of Discord: dark, darker, light. */
    private static final Color ASH = new Color(0x313338);

    private static final Color ONYX = new Color(0x1A1A1E);
    private static final Color LIGHT = Color.WHITE;

    @Test
    void every_text_stands_out_from_every_surface() {
        for (Color surface : Palette.SURFACES) {
            assertThat(Palette.TEXTS).allMatch(text -> contrast(text, surface) >= 4.5);
        }
    }

    @Test
    void every_mark_and_line_stands_out_from_every_surface() {
        for (Color surface : Palette.SURFACES) {
            assertThat(Mark.values()).allMatch(mark -> contrast(mark.color(), surface) >= 3);
            assertThat(contrast(Palette.TRACK, surface)).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void the_filled_part_of_a_bar_stands_out_from_the_empty_part() {
        assertThat(Mark.ROLES).allMatch(mark -> contrast(mark.color(), Palette.FAINT) >= 3);
    }

    @Test
    void the_card_stands_out_from_every_chat() {
        assertThat(List.of(ASH, ONYX)).allMatch(chat -> contrast(Palette.BORDER, chat) >= 3);
        assertThat(contrast(Palette.CARD, LIGHT)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void no_two_marks_of_roles_share_a_colour_or_a_shape() {
        assertThat(Mark.ROLES).extracting(Mark::color).doesNotHaveDuplicates();
        assertThat(Mark.ROLES)
                .extracting(mark -> mark.at(0, 0, 100).getBounds2D())
                .doesNotHaveDuplicates();
        assertThat(Mark.ROLES).doesNotContain(Mark.PERSON);
    }

    @Test
    void contrast_is_that_of_the_guidelines() {
        assertThat(contrast(Color.BLACK, Color.WHITE)).isEqualTo(21, within(1e-9));
        assertThat(contrast(new Color(0x767676), Color.WHITE)).isEqualTo(4.54, within(0.01));
    }

    /** WCAG 2.2, "contrast ratio": https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
    private static double contrast(Color a, Color b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    /** WCAG 2.2, "relative luminance": https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
