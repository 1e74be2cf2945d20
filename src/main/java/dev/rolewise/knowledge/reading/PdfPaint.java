package dev.rolewise.knowledge.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDAbstractPattern;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDShadingPattern;
import org.apache.pdfbox.pdmodel.graphics.pattern.PDTilingPattern;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShading;
import org.apache.pdfbox.pdmodel.graphics.shading.PDShadingType2;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;

/** The colours with which a PDF paints, as a screen shows them: one, several where it flows or is a pattern, or none that are known. */
final class PdfPaint {
    private static final int STOPS = 5;
    private static final int LONGEST_PATTERN = 2_000;

    private PdfPaint() {}

    /** No colour where it cannot be told. */
    static List<Colour> of(PDColor colour, double alpha) {
        try {
            PDColorSpace space = colour.getColorSpace();
            List<Colour> plain = space instanceof PDPattern pattern
                    ? pattern(pattern, colour)
                    : List.of(shown(space, colour.getComponents()));
            return plain.stream().map(one -> one.withAlpha(alpha)).toList();
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    /** Those of a gradient, at five places of it. */
    static List<Colour> of(PDShading shading) {
        try {
            List<Colour> stops = new ArrayList<>();
            if (!(shading instanceof PDShadingType2 axial)) {
                return stops;
            }
            COSArray domain = axial.getDomain();
            float[] ends = domain == null ? new float[] {0, 1} : domain.toFloatArray();
            for (int i = 0; i < STOPS; i++) {
                float at = ends[0] + (ends[1] - ends[0]) * i / (STOPS - 1);
                stops.add(shown(shading.getColorSpace(), shading.evalFunction(at)));
            }
            return stops;
        } catch (IOException | RuntimeException e) {
            return List.of();
        }
    }

    /** What a colour becomes on a ground by how the two are blended (ISO 32000-1, 11.3.5), where that may hide it. */
    static UnaryOperator<Colour> blended(PDGraphicsState state, Colour colour) {
        BlendMode mode = state.getBlendMode();
        if (mode == BlendMode.MULTIPLY || mode == BlendMode.DARKEN) {
            return ground -> new Colour(
                    ground.red() * colour.red(),
                    ground.green() * colour.green(),
                    ground.blue() * colour.blue(),
                    colour.alpha());
        }
        if (mode == BlendMode.SCREEN || mode == BlendMode.LIGHTEN) {
            return ground -> new Colour(
                    screened(ground.red(), colour.red()),
                    screened(ground.green(), colour.green()),
                    screened(ground.blue(), colour.blue()),
                    colour.alpha());
        }
        return ground -> colour;
    }

    private static double screened(double ground, double colour) {
        return 1 - (1 - ground) * (1 - colour);
    }

    private static Colour shown(PDColorSpace space, float[] components) throws IOException {
        float[] rgb = space.toRGB(components);
        return new Colour(rgb[0], rgb[1], rgb[2], 1);
    }

    private static List<Colour> pattern(PDPattern space, PDColor colour) throws IOException {
        PDAbstractPattern pattern = space.getPattern(colour);
        if (pattern instanceof PDShadingPattern shading) {
            PDShading flows = shading.getShading();
            return flows == null ? List.of() : of(flows);
        }
        if (!(pattern instanceof PDTilingPattern tiles)) {
            return List.of();
        }
        if (tiles.getPaintType() == PDTilingPattern.PAINT_UNCOLORED) {
            return List.of(shown(space.getUnderlyingColorSpace(), colour.getComponents()));
        }
        return tiled(tiles);
    }

    /** Those that its drawing names; none where it draws what is more than lines and areas. */
    private static List<Colour> tiled(PDTilingPattern tiles) throws IOException {
        List<Colour> named = new ArrayList<>();
        PDFStreamParser parser = new PDFStreamParser(tiles);
        List<Float> numbers = new ArrayList<>();
        for (int i = 0; i < LONGEST_PATTERN; i++) {
            Object token = parser.parseNextToken();
            if (token == null) {
                return named.isEmpty() ? List.of(Colour.BLACK) : named;
            }
            if (token instanceof COSNumber number) {
                numbers.add(number.floatValue());
            } else if (token instanceof Operator operator) {
                switch (operator.getName()) {
                    case "g", "G" -> named.add(shown(PDDeviceGray.INSTANCE, last(numbers, 1)));
                    case "rg", "RG" -> named.add(shown(PDDeviceRGB.INSTANCE, last(numbers, 3)));
                    case "k", "K" -> named.add(shown(PDDeviceCMYK.INSTANCE, last(numbers, 4)));
                    case "sc", "scn", "SC", "SCN", "sh", "Do", "BI" -> {
                        return List.of();
                    }
                    default -> {}
                }
                numbers.clear();
            }
        }
        return List.of();
    }

    private static float[] last(List<Float> numbers, int count) {
        float[] last = new float[count];
        for (int i = 0; i < count; i++) {
            last[i] = numbers.get(numbers.size() - count + i);
        }
        return last;
    }
}
