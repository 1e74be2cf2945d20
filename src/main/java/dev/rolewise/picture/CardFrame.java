package dev.rolewise.picture;

import java.awt.geom.Rectangle2D;

/** The top and the bottom that all cards have: title and subtitle, footer. */
final class CardFrame {
    private static final int TOP = 48;
    private static final int BOTTOM = 44;

    private CardFrame() {}

    /** Places title and subtitle, and returns the y below them. */
    static double head(Sheet sheet, String title, String subtitle) {
        double y = sheet.text(title, TextStyle.TITLE, Palette.INK, Sheet.MARGIN, TOP, Sheet.INNER);
        if (!subtitle.isBlank()) {
            y = sheet.text(subtitle, TextStyle.SMALL, Palette.QUIET, Sheet.MARGIN, y + 8, Sheet.INNER);
        }
        return y;
    }

    /**
     * Places the footer, and returns the height of the card.
     *
     * @throws IllegalArgumentException where the card would be too high
     */
    static int foot(Sheet sheet, String footer, double y) {
        double bottom = y;
        if (!footer.isBlank()) {
            line(sheet, Sheet.MARGIN, y + 20, Sheet.INNER);
            bottom = sheet.text(footer, TextStyle.SMALL, Palette.QUIET, Sheet.MARGIN, y + 40, Sheet.INNER);
        }
        int height = (int) Math.ceil(bottom) + BOTTOM;
        if (height > Sheet.MAX_HEIGHT) {
            throw new IllegalArgumentException(
                    "a picture is at most " + Sheet.MAX_HEIGHT + " pixels high: shorten the texts or draw fewer rows");
        }
        return height;
    }

    /** A hairline. */
    static void line(Sheet sheet, double x, double y, double width) {
        sheet.fill(new Rectangle2D.Double(x, y, width, 3), Palette.FAINT);
    }
}
