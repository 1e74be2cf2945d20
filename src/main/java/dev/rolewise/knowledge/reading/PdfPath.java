package dev.rolewise.knowledge.reading;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.util.List;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;

/** The path that is being drawn on a page of a PDF (ISO 32000-1, 8.5.2), in the page's own units. Not thread-safe. */
final class PdfPath {
    private GeneralPath path = new GeneralPath();

    /** Goes on with it; {@code false} for an operator that does not build paths. What has too few numbers is passed over. */
    boolean build(String operator, List<COSBase> operands, AffineTransform place) {
        int needed =
                switch (operator) {
                    case "h" -> 0;
                    case "m", "l" -> 2;
                    case "v", "y", "re" -> 4;
                    case "c" -> 6;
                    default -> -1;
                };
        if (needed < 0) {
            return false;
        }
        double[] n = operands.stream()
                .filter(COSNumber.class::isInstance)
                .mapToDouble(number -> ((COSNumber) number).floatValue())
                .toArray();
        if (n.length >= needed) {
            add(operator, n, place);
        }
        return true;
    }

    private void add(String operator, double[] n, AffineTransform place) {
        if (operator.equals("re")) {
            rectangle(n, place);
            return;
        }
        place.transform(n, 0, n, 0, n.length / 2);
        if (operator.equals("m") || path.getCurrentPoint() == null) {
            if (n.length >= 2) {
                path.moveTo(n[0], n[1]);
            }
            return;
        }
        switch (operator) {
            case "l" -> path.lineTo(n[0], n[1]);
            case "c" -> path.curveTo(n[0], n[1], n[2], n[3], n[4], n[5]);
            case "v" -> {
                var from = path.getCurrentPoint();
                path.curveTo(from.getX(), from.getY(), n[0], n[1], n[2], n[3]);
            }
            case "y" -> path.curveTo(n[0], n[1], n[2], n[3], n[2], n[3]);
            default -> path.closePath();
        }
    }

    private void rectangle(double[] n, AffineTransform place) {
        double[] corners = {n[0], n[1], n[0] + n[2], n[1], n[0] + n[2], n[1] + n[3], n[0], n[1] + n[3]};
        place.transform(corners, 0, corners, 0, 4);
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
    }

    /** Its area. */
    GeneralPath filled(boolean evenOdd) {
        path.setWindingRule(evenOdd ? Path2D.WIND_EVEN_ODD : Path2D.WIND_NON_ZERO);
        return path;
    }

    /** The area of its line. */
    Shape drawn(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER).createStrokedShape(path);
    }

    /** Begins a new one. */
    void end() {
        path = new GeneralPath();
    }
}
