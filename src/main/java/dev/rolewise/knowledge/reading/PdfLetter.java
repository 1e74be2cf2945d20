package dev.rolewise.knowledge.reading;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Tells whether a letter that is drawn on a page of a PDF is seen there. */
final class PdfLetter {
    private static final double TINY_POINTS = 2;

    /** Width of letters that are pressed together until nobody can tell them apart. */
    private static final double NARROW_POINTS = 0.5;

    /** A line around letters that is thicker, as a share of their size, covers what they are filled with. */
    private static final double COVERS = 0.06;

    private static final float LEAST_USUAL = 0.2f;
    private static final float MOST_USUAL = 5;

    private final Rectangle2D page;
    private final double unit;

    /** {@code unit} is how many points one of the page's units is long. */
    PdfLetter(Rectangle2D page, float unit) {
        this.page = page;
        this.unit = Math.max(1, unit);
    }

    /** How high letters are drawn, of the size at which they are asked for: 1 unless a font with units of its own says another. */
    static float size(PDFont font, Vector displacement) {
        if (!(font instanceof PDType3Font own)) {
            return 1;
        }
        PDRectangle letters = own.getFontBBox();
        float wide = Math.abs(displacement.getX());
        float high = letters == null
                ? 0
                : letters.getHeight() * Math.abs(own.getFontMatrix().getScaleY());
        float size = wide > 0 ? Math.min(high > 0 ? high : 2 * wide, 4 * wide) : high;
        return size > 0 && (size < LEAST_USUAL || size > MOST_USUAL) ? size : 1;
    }

    /** About where a letter stands, in the page's units. */
    static Rectangle2D box(Matrix rendering, Vector displacement) {
        float width = Math.max(0.25f, displacement.getX());
        Rectangle2D box = null;
        for (float x : new float[] {0.1f * width, 0.9f * width}) {
            for (float y : new float[] {0.05f, 0.55f}) {
                Point2D corner = rendering.transformPoint(x, y);
                if (box == null) {
                    box = new Rectangle2D.Double(corner.getX(), corner.getY(), 0, 0);
                } else {
                    box.add(corner);
                }
            }
        }
        return box == null ? new Rectangle2D.Double() : box;
    }

    /** Why it is not seen, or null where it is; {@code line} is how wide lines are drawn, in the page's units. */
    @Nullable
    Hidden hidden(PDGraphicsState state, Rectangle2D box, Matrix form, double line, PdfCanvas canvas) {
        RenderingMode mode = state.getTextState().getRenderingMode();
        if (mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP) {
            return Hidden.INVISIBLE;
        }
        double wide = Math.hypot(form.getScaleX(), form.getShearY());
        double high = Math.hypot(form.getShearX(), form.getScaleY());
        double flat = Math.abs(form.getScaleX() * form.getScaleY() - form.getShearX() * form.getShearY());
        if (high * unit < TINY_POINTS
                || wide * unit < NARROW_POINTS
                || flat * unit < NARROW_POINTS * Math.max(wide, high)) {
            return Hidden.TINY;
        }
        if (PdfCanvas.isCut(box, List.of(page))) {
            return Hidden.OFF_PAGE;
        }
        if (PdfCanvas.isCut(box, state.getCurrentClippingPaths())) {
            return Hidden.INVISIBLE;
        }
        return seen(state, mode, line / Math.max(wide, high), canvas.ground(box)) ? null : Hidden.PALE;
    }

    /** The line around letters is drawn last: where it is thick, it covers what they are filled with. */
    private static boolean seen(PDGraphicsState state, RenderingMode mode, double line, Optional<List<Colour>> ground) {
        if (mode.isStroke() && seen(state, PdfPaint.of(state.getStrokingColor(), state.getAlphaConstant()), ground)) {
            return true;
        }
        boolean fillShows = !mode.isStroke() || line < COVERS || state.getAlphaConstant() < 1;
        return mode.isFill()
                && fillShows
                && seen(state, PdfPaint.of(state.getNonStrokingColor(), state.getNonStrokeAlphaConstant()), ground);
    }

    /** On a ground that is not known, it is taken for seen unless it is as white as paper. */
    private static boolean seen(PDGraphicsState state, List<Colour> paint, Optional<List<Colour>> ground) {
        List<Colour> below = ground.orElse(List.of(Colour.WHITE));
        return paint.isEmpty()
                || paint.stream().anyMatch(colour -> below.stream().anyMatch(one -> !PdfPaint.blended(state, colour)
                        .apply(one)
                        .on(one)
                        .isNear(one)));
    }
}
