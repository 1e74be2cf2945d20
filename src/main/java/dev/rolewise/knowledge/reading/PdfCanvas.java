package dev.rolewise.knowledge.reading;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * What has been painted on a page of a PDF so far, and the letters on it, in the order of the drawing. All places are in the
 * page's own units. Not thread-safe.
 */
final class PdfCanvas {
    /** No letter stands on less, in points. */
    private static final double SMALL = 1.5;

    private static final int MOST_AREAS = 20_000;

    /** The least share of a letter that is seen. */
    private static final double SEEN = 0.15;

    private final Rectangle2D page;
    private final Consumer<TextPosition> covered;
    private final List<Area> areas = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();
    private boolean crowded;

    /**
     * @param colours none where they are not known
     * @param picture what it shows, or null where it is painted with the colours
     */
    private record Area(
            Shape shape,
            Rectangle2D bounds,
            List<Path2D> clips,
            List<Colour> colours,
            @Nullable PdfPicture picture) {
        boolean holds(double x, double y) {
            return bounds.contains(x, y)
                    && shape.contains(x, y)
                    && clips.stream().allMatch(clip -> clip.contains(x, y));
        }

        boolean holds(Rectangle2D box) {
            return bounds.contains(box) && shape.contains(box) && clips.stream().allMatch(clip -> clip.contains(box));
        }
    }

    private record Letter(Rectangle2D box, TextPosition position) {}

    /** {@code covered} is told of each letter over which something is painted later. */
    PdfCanvas(Rectangle2D page, Consumer<TextPosition> covered) {
        this.page = page;
        this.covered = covered;
    }

    /** Paints an area; {@code covers} says whether nothing below it is seen any more. No colour means that it is not known. */
    void paint(Shape shape, List<Path2D> clips, List<Colour> colours, boolean covers) {
        add(shape, clips, colours, null, covers);
    }

    void paint(Shape shape, List<Path2D> clips, PdfPicture picture, boolean covers) {
        add(shape, clips, List.of(), picture, covers);
    }

    private void add(
            Shape shape, List<Path2D> clips, List<Colour> colours, @Nullable PdfPicture picture, boolean covers) {
        Rectangle2D bounds = shape.getBounds2D();
        for (Path2D clip : clips) {
            bounds = bounds.createIntersection(clip.getBounds2D());
        }
        if (bounds.getWidth() < SMALL || bounds.getHeight() < SMALL || !bounds.intersects(page)) {
            return;
        }
        Area area = new Area(shape, bounds, List.copyOf(clips), colours, picture);
        if (covers) {
            cover(area);
        }
        if (covers && picture == null && area.holds(page)) {
            areas.clear();
        }
        if (areas.size() < MOST_AREAS) {
            areas.add(area);
        } else {
            crowded = true;
        }
    }

    private void cover(Area area) {
        letters.removeIf(letter -> {
            boolean gone = area.holds(letter.box())
                    && (area.picture() == null || isFlat(area.picture().colours(letter.box())));
            if (gone) {
                covered.accept(letter.position());
            }
            return gone;
        });
    }

    /** Of one opaque colour. A scan shows the letters that stand below it. */
    private static boolean isFlat(List<Colour> colours) {
        return !colours.isEmpty() && colours.stream().allMatch(one -> one.alpha() >= 1 && one.isNear(colours.get(0)));
    }

    void letter(Rectangle2D box, TextPosition position) {
        letters.add(new Letter(box, position));
    }

    /** The colours below a letter, all opaque; empty where they are not known. */
    Optional<List<Colour>> ground(Rectangle2D box) {
        List<List<Colour>> layers = new ArrayList<>();
        boolean opaque = false;
        for (int i = areas.size() - 1; i >= 0 && !opaque; i--) {
            Area area = areas.get(i);
            if (area.holds(box.getCenterX(), box.getCenterY())) {
                List<Colour> colours =
                        area.picture() == null ? area.colours() : area.picture().colours(box);
                if (colours.isEmpty()) {
                    return Optional.empty();
                }
                layers.add(colours);
                opaque = colours.stream().allMatch(colour -> colour.alpha() >= 1);
            }
        }
        List<Colour> ground = List.of(Colour.WHITE);
        for (int i = layers.size() - 1; i >= 0; i--) {
            List<Colour> below = ground;
            ground = layers.get(i).stream()
                    .flatMap(colour -> below.stream().map(colour::on))
                    .distinct()
                    .limit(64)
                    .toList();
        }
        return crowded ? Optional.empty() : Optional.of(ground);
    }

    /** Whether so little of a box is left within all of them that nobody sees it. */
    static boolean isCut(Rectangle2D box, List<? extends Shape> within) {
        Rectangle2D left = box;
        for (Shape shape : within) {
            left = left.createIntersection(shape.getBounds2D());
            if (left.getWidth() <= 0
                    || left.getHeight() <= 0
                    || left.getWidth() * left.getHeight() < SEEN * box.getWidth() * box.getHeight()
                    || !shape.intersects(left)) {
                return true;
            }
        }
        return false;
    }
}
