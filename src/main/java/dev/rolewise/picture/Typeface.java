package dev.rolewise.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.font.TextAttribute;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The bundled font in all styles. Thread-safe. */
final class Typeface {
    /** Grey antialiasing and no rounding of widths, on every screen the same. */
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Map<TextStyle, Font> fonts = new EnumMap<>(TextStyle.class);

    private Typeface(Font regular, Font bold) {
        for (TextStyle style : TextStyle.values()) {
            Font font = (style.bold() ? bold : regular).deriveFont((float) style.size());
            fonts.put(style, font.deriveFont(Map.of(TextAttribute.KERNING, TextAttribute.KERNING_ON)));
        }
    }

    /** Where the files of a font are read from. */
    interface Files {
        InputStream open(String name) throws IOException;
    }

    /**
     * Reads the font.
     *
     * @throws IOException where a file is not there or the temporary folder cannot be written to
     */
    static Typeface read(Files files) throws IOException, FontFormatException {
        return new Typeface(read(files, "Inter-Regular.ttf"), read(files, "Inter-Bold.ttf"));
    }

    Font font(TextStyle style) {
        return Objects.requireNonNull(fonts.get(style));
    }

    /** How wide a text of one line is, in pixels. */
    double width(String text, TextStyle style) {
        return font(style).getStringBounds(text, CONTEXT).getWidth();
    }

    /** How far below the top of its line a text stands, in pixels; ascent and descent together are in the middle. */
    double baseline(TextStyle style) {
        LineMetrics metrics = font(style).getLineMetrics("x", CONTEXT);
        return (style.lineHeight() + metrics.getAscent() - metrics.getDescent()) / 2;
    }

    boolean shows(int codePoint) {
        return font(TextStyle.CELL).canDisplay(codePoint)
                && font(TextStyle.NAME).canDisplay(codePoint);
    }

    private static Font read(Files files, String name) throws IOException, FontFormatException {
        try (InputStream in = files.open(name)) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        }
    }
}
