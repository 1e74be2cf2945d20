package dev.rolewise.knowledge.reading;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Declarations after which nobody sees an element, whatever is declared for what stands in it. */
final class HidingStyle {
    private static final Pattern SHOWN = Pattern.compile("[^(]*\\(([^)]*)\\).*");
    private static final Pattern MOVED = Pattern.compile("translate(x|y|3d|)\\(([^()]*(?:\\([^()]*\\)[^()]*)*)\\)");

    /** In pixels; what is set a little out of its margins stays. */
    private static final double FAR = 100;

    private static final double FAR_UP = 500;
    private static final double FAR_RIGHT = 3_000;

    /** Parts of tables, which are as high as what is in them whatever is declared. */
    private static final Set<String> TABLE = Set.of("table", "tbody", "thead", "tfoot", "tr", "td", "th");

    private final Element element;
    private final CssValues declared;
    private final double size;
    private final Supplier<String> displayAround;

    private HidingStyle(Element element, CssValues declared, double size, Supplier<String> displayAround) {
        this.element = element;
        this.declared = declared;
        this.size = size;
        this.displayAround = displayAround;
    }

    /**
     * Why they hide it; empty where they do not.
     *
     * @param size of its letters in pixels
     * @param displayAround what is declared as the display of the element around it
     */
    static Optional<Hidden> of(Element element, CssValues declared, double size, Supplier<String> displayAround) {
        HidingStyle style = new HidingStyle(element, declared, size, displayAround);
        if (declared.of("display").equals("none")
                || declared.of("content-visibility").equals("hidden")
                || style.clipped()
                || style.shut()) {
            return Optional.of(Hidden.INVISIBLE);
        }
        return style.far() ? Optional.of(Hidden.OFF_PAGE) : Optional.empty();
    }

    /** A box with next to no width or height that shows nothing outside it; one that grows to fill what is around it is none. */
    private boolean shut() {
        String overflow = declared.of("overflow");
        return Stream.of("hidden", "clip", "auto", "scroll").anyMatch(overflow::contains)
                && (thin("max-height")
                        || thin("max-width")
                        || (thin("height") && !isTable() && !atLeast("min-height") && !grows())
                        || (thin("width") && !atLeast("min-width") && !grows()));
    }

    private boolean isTable() {
        String display = declared.of("display");
        return display.isEmpty() ? TABLE.contains(element.normalName()) : display.startsWith("table");
    }

    private boolean atLeast(String side) {
        OptionalDouble pixels = CssLength.pixels(declared.of(side), size, CssLength.SCREEN_WIDTH);
        return pixels.isPresent() && pixels.getAsDouble() > size / 2;
    }

    private boolean thin(String side) {
        OptionalDouble pixels = CssLength.pixels(declared.of(side), size, CssLength.SCREEN_WIDTH);
        return pixels.isPresent() && pixels.getAsDouble() <= 1;
    }

    private boolean grows() {
        return declared.of("flex").matches("[1-9].*|auto|0?\\.\\d.*")
                && displayAround.get().contains("flex");
    }

    private boolean clipped() {
        String clip = declared.of("clip");
        if (clip.startsWith("rect(")) {
            double[] edges = numbers(clip);
            return edges.length == 4 && (edges[2] - edges[0] <= 1 || edges[1] - edges[3] <= 1);
        }
        String path = declared.of("clip-path");
        double[] given = path.contains("(") ? numbers(path) : new double[0];
        if (path.startsWith("inset(")) {
            int n = given.length;
            return n > 0
                    && (given[0] + given[n > 2 ? 2 : 0] >= 100
                            || given[n > 1 ? 1 : 0] + given[n > 3 ? 3 : n > 1 ? 1 : 0] >= 100);
        }
        return (path.startsWith("circle(") || path.startsWith("ellipse("))
                ? given.length > 0 && given[0] <= 1
                : path.startsWith("polygon(") && flat(given);
    }

    private static boolean flat(double[] points) {
        double area = 0;
        for (int i = 0; i + 1 < points.length; i += 2) {
            int next = (i + 2) % points.length;
            area += next + 1 < points.length ? points[i] * points[next + 1] - points[next] * points[i + 1] : 0;
        }
        return points.length > 1 && Math.abs(area) < 2;
    }

    /** Those in the brackets, percentages as they are and lengths in pixels; what is no number ends them. */
    private double[] numbers(String written) {
        Matcher shown = SHOWN.matcher(written);
        if (!shown.matches()) {
            return new double[0];
        }
        List<String> parts = List.of(shown.group(1).strip().split("[\\s,]+", -1));
        return parts.stream()
                .map(part -> CssLength.pixels(part, size, 100))
                .takeWhile(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
    }

    private boolean far() {
        double left = pixels("left", CssLength.SCREEN_WIDTH);
        double margin = (declared.of("margin-left").endsWith("%")
                        || declared.of("float").matches("left|right"))
                ? 0
                : pixels("margin-left", CssLength.SCREEN_WIDTH);
        double[] moved = moved();
        double across = left + margin + moved[0];
        double down = pixels("top", CssLength.SCREEN_HEIGHT) + pixels("margin-top", CssLength.SCREEN_HEIGHT) + moved[1];
        return beside(across)
                || beside(pixels("right", CssLength.SCREEN_WIDTH))
                || down <= -FAR_UP
                || pixels("bottom", CssLength.SCREEN_HEIGHT) <= -FAR_UP
                || across >= FAR_RIGHT
                || pixels("right", CssLength.SCREEN_WIDTH) >= FAR_RIGHT;
    }

    /** So far to the left that it ends there. */
    private boolean beside(double across) {
        return across <= -FAR
                && -across
                        >= Math.min(
                                        CssLength.SCREEN_WIDTH,
                                        Look.width(element.text().length(), size))
                                - FAR / 2;
    }

    private double[] moved() {
        double[] moved = new double[2];
        Matcher call = MOVED.matcher(declared.of("transform"));
        while (call.find()) {
            add(moved, call.group(1).equals("y") ? 1 : 0, CssText.split(call.group(2), ','));
        }
        String alone = declared.of("translate");
        if (!alone.isEmpty()) {
            add(moved, 0, CssText.split(alone.replaceAll("\\s+", " "), ' '));
        }
        return moved;
    }

    /** Percentages are of the element itself, as wide as its text. */
    private void add(double[] moved, int first, List<String> by) {
        for (int i = 0; i < by.size() && first + i < moved.length; i++) {
            moved[first + i] += CssLength.pixels(by.get(i), size, 0).orElse(0);
        }
    }

    private double pixels(String property, double percentOf) {
        String written = declared.of(property).toLowerCase(Locale.ROOT);
        return CssLength.pixels(written, size, percentOf).orElse(0);
    }
}
