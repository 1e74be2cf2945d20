package dev.rolewise.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A card that is being laid out: texts and shapes at their places, in pixels. Nothing is drawn before its height is known.
 */
final class Sheet {
    /** Of every picture: three times what a phone shows, about twice what a desktop does. */
    static final int WIDTH = 1200;

    /** Between the edge of the card and what stands on it. */
    static final int MARGIN = 56;

    /** Between the margins. */
    static final int INNER = WIDTH - 2 * MARGIN;

    /** The greatest height; more would only be a waste of memory: 21 MB while it is drawn. */
    static final int MAX_HEIGHT = 4500;

    private static final int CORNER = 44;
    private static final float BORDER = 3;

    private final Typeface typeface;
    private final LineBreaker breaker;
    private final Printable printable;
    private final List<Consumer<Graphics2D>> shapes = new ArrayList<>();
    private final List<TextBox> texts = new ArrayList<>();

    /**
     * A text at its place.
     *
     * @param bounds of all lines together
     * @param right whether the lines end at the right edge of the bounds
     */
    record TextBox(Rectangle2D bounds, List<String> lines, TextStyle style, Color color, boolean right) {}

    Sheet(Typeface typeface) {
        this.typeface = typeface;
        breaker = new LineBreaker(typeface);
        printable = new Printable(typeface);
    }

    List<TextBox> texts() {
        return List.copyOf(texts);
    }

    Font font(TextStyle style) {
        return typeface.font(style);
    }

    /** How wide a text is in one line. */
    double width(String text, TextStyle style) {
        return typeface.width(printable.of(text), style);
    }

    /** How high a text is within a width. */
    double height(String text, TextStyle style, double width) {
        return (double) breaker.lines(printable.of(text), style, width).size() * style.lineHeight();
    }

    /** Places a text with its upper left corner, and returns the y below it; an empty one takes no room. */
    double text(String text, TextStyle style, Color color, double x, double y, double width) {
        return place(text, style, color, x, y, width, false);
    }

    /** Places a text whose lines end at {@code x + width}, and returns the y below it. */
    double rightText(String text, TextStyle style, Color color, double x, double y, double width) {
        return place(text, style, color, x, y, width, true);
    }

    /** Places a shape; what comes later covers it. */
    void fill(Shape shape, Color color) {
        draw(g -> {
            g.setColor(color);
            g.fill(shape);
        });
    }

    /** Places something that draws itself; below all texts. */
    void draw(Consumer<Graphics2D> drawing) {
        shapes.add(drawing);
    }

    /** Draws the card up to a height and all that stands on it, onto something transparent. */
    void paint(Graphics2D g, int height) {
        g.setColor(Palette.CARD);
        g.fill(new RoundRectangle2D.Double(0, 0, WIDTH, height, CORNER, CORNER));
        shapes.forEach(shape -> shape.accept(g));
        g.setColor(Palette.BORDER);
        g.setStroke(new BasicStroke(BORDER));
        g.draw(new RoundRectangle2D.Double(
                BORDER / 2, BORDER / 2, WIDTH - BORDER, height - BORDER, CORNER - BORDER, CORNER - BORDER));
        texts.forEach(text -> paint(g, text));
    }

    private double place(String text, TextStyle style, Color color, double x, double y, double width, boolean right) {
        List<String> lines = breaker.lines(printable.of(text), style, width);
        if (lines.isEmpty()) {
            return y;
        }
        double widest =
                lines.stream().mapToDouble(l -> typeface.width(l, style)).max().orElse(0);
        double height = (double) lines.size() * style.lineHeight();
        double left = right ? x + width - widest : x;
        texts.add(new TextBox(new Rectangle2D.Double(left, y, widest, height), lines, style, color, right));
        return y + height;
    }

    private void paint(Graphics2D g, TextBox text) {
        g.setFont(typeface.font(text.style()));
        g.setColor(text.color());
        double top = text.bounds().getY();
        for (String line : text.lines()) {
            double x = text.right()
                    ? text.bounds().getMaxX() - typeface.width(line, text.style())
                    : text.bounds().getX();
            g.drawString(line, (float) x, (float) Math.rint(top + typeface.baseline(text.style())));
            top += text.style().lineHeight();
        }
    }
}
