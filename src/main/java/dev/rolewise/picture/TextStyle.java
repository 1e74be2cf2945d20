package dev.rolewise.picture;

/**
 * The sizes of text, in pixels of the picture. A phone shows {@link Sheet#WIDTH} pixels on about 400, a third: the smallest
 * text is 11 there.
 */
enum TextStyle {
    TITLE(true, 48, 60),
    HEADING(true, 38, 48),
    NAME(true, 34, 45),
    CELL(false, 35, 46),
    SMALL(false, 33, 44);

    private final boolean bold;
    private final int size;
    private final int lineHeight;

    TextStyle(boolean bold, int size, int lineHeight) {
        this.bold = bold;
        this.size = size;
        this.lineHeight = lineHeight;
    }

    boolean bold() {
        return bold;
    }

    int size() {
        return size;
    }

    int lineHeight() {
        return lineHeight;
    }
}
