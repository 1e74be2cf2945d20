package dev.rolewise.picture;

import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** What stands for a role or a person: told apart by shape as well as by colour. */
enum Mark {
    CIRCLE(0x56B4E9),
    SQUARE(0xE69F00),
    TRIANGLE(0x009E73),
    DIAMOND(0xCC79A7),
    BAR(0xF0E442),
    PERSON(0xF2F4F8);

    /** Those of roles, in the order in which they are given away. */
    static final List<Mark> ROLES = List.of(CIRCLE, SQUARE, TRIANGLE, DIAMOND, BAR);

    private final Color color;

    Mark(int rgb) {
        color = new Color(rgb);
    }

    Color color() {
        return color;
    }

    /** Its outline around a point; of equal weight for the eye, so a square is smaller than a diamond. */
    Shape at(double x, double y, double size) {
        Shape unit = unit();
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(size, size);
        return place.createTransformedShape(unit);
    }

    /** Within a square of side 1 around the origin. */
    private Shape unit() {
        return switch (this) {
            case CIRCLE -> new Ellipse2D.Double(-0.5, -0.5, 1, 1);
            case SQUARE -> new Rectangle2D.Double(-0.44, -0.44, 0.88, 0.88);
            case TRIANGLE -> polygon(0, -0.5, 0.54, 0.45, -0.54, 0.45);
            case DIAMOND -> polygon(0, -0.58, 0.54, 0, 0, 0.58, -0.54, 0);
            case BAR -> new Rectangle2D.Double(-0.54, -0.26, 1.08, 0.52);
            case PERSON -> pin();
        };
    }

    /** A pin: a head over the point that it shows, which is at the bottom. */
    private static Shape pin() {
        Area pin = new Area(new Ellipse2D.Double(-0.34, -0.5, 0.68, 0.68));
        pin.add(new Area(polygon(-0.3, 0, 0.3, 0, 0, 0.5)));
        pin.subtract(new Area(new Ellipse2D.Double(-0.12, -0.28, 0.24, 0.24)));
        return pin;
    }

    private static Path2D polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }
}
