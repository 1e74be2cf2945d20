package dev.rolewise.knowledge.reading;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.jspecify.annotations.Nullable;

/** A picture on a page of a PDF, looked at coarsely, and only where letters stand on it or below it. Not thread-safe. */
final class PdfPicture {
    /** Along the longer side. */
    private static final int COARSE = 800;

    private static final int MOST_PIXELS = 12_000_000;
    private static final int MOST_COLOURS = 24;
    private static final int BYTE = 8;

    /** How much longer it takes to look at a pixel of more than a byte for each of its colours. */
    private static final long DEEP = 16;

    private final PDImage image;
    private final AffineTransform place;
    private final Budget budget;
    private @Nullable BufferedImage pixels;
    private boolean tried;

    /** How many pixels of all pictures of a document are still looked at, and what the last of them look like. */
    static final class Budget {
        private static final int KEPT = 6;

        private final Map<COSBase, BufferedImage> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<COSBase, BufferedImage> eldest) {
                return size() > KEPT;
            }
        };
        private long left = 90_000_000;

        private boolean takes(long pixels) {
            boolean enough = pixels > 0 && pixels <= MOST_PIXELS && pixels <= left;
            left -= enough ? pixels : 0;
            return enough;
        }
    }

    /** {@code place} is where its unit square stands on the page. */
    PdfPicture(PDImage image, AffineTransform place, Budget budget) {
        this.image = image;
        this.place = place;
        this.budget = budget;
    }

    /** Those that it has in a part of the page, at most 24 of them; none where it cannot be looked at. */
    List<Colour> colours(Rectangle2D part) {
        BufferedImage seen = seen();
        if (seen == null) {
            return List.of();
        }
        try {
            Rectangle2D unit =
                    place.createInverse().createTransformedShape(part).getBounds2D();
            Set<Integer> found = new HashSet<>();
            for (int i = 0; i <= 6; i++) {
                for (int j = 0; j <= 4; j++) {
                    double x = unit.getMinX() + unit.getWidth() * i / 6;
                    double y = 1 - unit.getMinY() - unit.getHeight() * j / 4;
                    found.add(seen.getRGB(at(x, seen.getWidth()), at(y, seen.getHeight())));
                }
            }
            return found.stream()
                    .limit(MOST_COLOURS)
                    .map(argb -> Colour.of(argb).withAlpha((argb >>> 24) / 255.0))
                    .toList();
        } catch (NoninvertibleTransformException e) {
            return List.of();
        }
    }

    private static int at(double share, int size) {
        return Math.max(0, Math.min(size - 1, (int) (share * size)));
    }

    private @Nullable BufferedImage seen() {
        if (!tried) {
            tried = true;
            pixels = budget.kept.get(image.getCOSObject());
            int longer = Math.max(image.getWidth(), image.getHeight());
            long weight = image.getBitsPerComponent() > BYTE ? DEEP : 1;
            if (pixels == null && budget.takes(weight * image.getWidth() * image.getHeight())) {
                try {
                    BufferedImage coarse = image.getImage(null, Math.max(1, longer / COARSE));
                    budget.kept.put(image.getCOSObject(), coarse);
                    pixels = coarse;
                } catch (IOException | RuntimeException | OutOfMemoryError e) {
                    pixels = null;
                }
            }
        }
        return pixels;
    }
}
