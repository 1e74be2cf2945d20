package dev.rolewise.knowledge.reading;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the text of an element of a page looks, as far as that may hide it. Immutable.
 *
 * @param variables of the style sheets, by name
 * @param colour of the letters
 * @param fill of the letters where it is another than their colour
 * @param clipped what the letters show of a ground behind them; empty where it is not cut out by letters
 * @param grounds the colours on which they stand, all opaque; several where one flows into another. Pictures are not among them:
 *     a page brings none with it
 * @param edged whether a shadow or a line around the letters makes them seen
 * @param size of the letters in pixels, as declared
 * @param scale by which it is drawn smaller
 * @param opacity of the element, 0 to 1
 * @param indent of the first line in pixels
 */
record Look(
        Map<String, String> variables,
        Colour colour,
        Optional<Colour> fill,
        List<Colour> clipped,
        List<Colour> grounds,
        boolean edged,
        double size,
        double scale,
        double opacity,
        boolean visible,
        double indent) {
    /** In pixels. */
    private static final double TINY = 2;

    private static final double FAR = 100;

    /** Of a screen that shows the page by day. */
    static final Look PLAIN = new Look(
            Map.of(),
            Colour.BLACK,
            Optional.empty(),
            List.of(),
            List.of(Colour.WHITE),
            false,
            CssLength.ROOT_SIZE,
            1,
            1,
            true,
            0);

    /** Of a screen that shows it by night, as a page may demand. */
    static final Look DARK = new Look(
            Map.of(),
            Colour.WHITE,
            Optional.empty(),
            List.of(),
            List.of(Colour.of(0x121212)),
            false,
            CssLength.ROOT_SIZE,
            1,
            1,
            true,
            0);

    /** Why nobody sees text of it with so many characters; empty where it is seen. */
    Optional<Hidden> hides(int characters) {
        if (!visible || opacity < 0.07) {
            return Optional.of(Hidden.INVISIBLE);
        }
        if (size * scale < TINY) {
            return Optional.of(Hidden.TINY);
        }
        if (Math.abs(indent) >= Math.max(FAR, Math.min(CssLength.SCREEN_WIDTH, width(characters, size)))) {
            return Optional.of(Hidden.OFF_PAGE);
        }
        return lost() ? Optional.of(Hidden.PALE) : Optional.empty();
    }

    private boolean lost() {
        Colour letters = fill.orElse(colour);
        if (letters.alpha() == 0 && !clipped.isEmpty()) {
            return grounds.stream().allMatch(ground -> clipped.stream().allMatch(shown -> shown.isNear(ground)));
        }
        return !edged && letters.withAlpha(letters.alpha() * opacity).isLostOn(grounds);
    }

    /** About how wide so many characters are, in pixels. */
    static double width(int characters, double size) {
        return characters * size / 2;
    }
}
