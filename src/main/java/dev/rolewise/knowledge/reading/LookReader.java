package dev.rolewise.knowledge.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells the look of an element from that of the one around it and from what is declared for it. */
final class LookReader {
    private static final int MOST_GROUNDS = 12;
    private static final Colour LINK = Colour.of(0x0000EE);
    /** In pixels; negative ones are times the size around. */
    private static final Map<String, Double> SIZES = Map.of(
            "xx-small",
            9.0,
            "x-small",
            10.0,
            "small",
            13.0,
            "medium",
            16.0,
            "large",
            18.0,
            "x-large",
            24.0,
            "xx-large",
            32.0,
            "smaller",
            -0.83,
            "larger",
            -1.2);

    private static final Pattern SCALE =
            Pattern.compile("scale(x|y|3d|)\\(\\s*([\\d.]+%?)\\s*(?:[,\\s]\\s*([\\d.]+%?))?");
    private static final Pattern FADE = Pattern.compile("opacity\\(\\s*([\\d.]+%?)\\s*\\)");

    private final Look around;
    private final CssValues declared;

    private LookReader(Look around, CssValues declared) {
        this.around = around;
        this.declared = declared;
    }

    static Look look(Look around, Element element, CssValues declared) {
        return new LookReader(around, declared).look(element);
    }

    private Look look(Element element) {
        Colour colour = colour(element);
        double size = size();
        List<Colour> painted = painted(element);
        boolean clips = declared.of("background-clip").contains("text");
        return new Look(
                declared.variables(),
                colour,
                fill(colour),
                clips ? painted : painted.equals(around.grounds()) ? around.clipped() : List.of(),
                clips ? around.grounds() : painted,
                edged(colour, clips ? around.grounds() : painted),
                size,
                around.scale() * scale(),
                around.opacity() * opacity(),
                visible(),
                indent(size));
    }

    private Colour colour(Element element) {
        String written = declared.of("color");
        Colour usual = (element.normalName().equals("a") && element.hasAttr("href"))
                ? LINK
                : element.normalName().equals("mark") ? Colour.BLACK : around.colour();
        return switch (written) {
            case "inherit", "unset", "currentcolor" -> around.colour();
            case "initial" -> Look.PLAIN.colour();
            case "" -> declared.has("color") ? around.colour() : usual;
            default -> CssColours.of(written).orElse(usual);
        };
    }

    private Optional<Colour> fill(Colour colour) {
        String written = declared.of("-webkit-text-fill-color");
        return written.equals("currentcolor") || written.equals("initial")
                ? Optional.of(colour)
                : CssColours.of(written).or(around::fill);
    }

    /** The grounds with what is painted on them. */
    private List<Colour> painted(Element element) {
        List<Colour> grounds = around.grounds();
        String written = declared.of("background-color");
        boolean marked = written.isEmpty() && element.normalName().equals("mark");
        Optional<Colour> plain = marked
                ? Optional.of(Colour.of(0xFFFF00))
                : CssColours.of(written).or(() -> outsideBrackets(written));
        if (plain.isPresent()) {
            grounds = grounds.stream().map(plain.get()::on).distinct().toList();
        }
        String picture = CssDeclarations.withoutPictures(declared.of("background-image"));
        if (!picture.contains("gradient(")) {
            return grounds;
        }
        List<Colour> below = grounds;
        List<Colour> stops = CssColours.within(picture.substring(picture.indexOf("gradient(") + 9));
        List<Colour> flowing = stops.stream()
                .flatMap(stop -> below.stream().map(stop::on))
                .distinct()
                .limit(MOST_GROUNDS)
                .toList();
        return flowing.isEmpty() ? grounds : flowing;
    }

    /** The colour of a background in which other things are said too. */
    private static Optional<Colour> outsideBrackets(String background) {
        String written = CssDeclarations.withoutPictures(background).replaceAll("\\s*,\\s*", ",");
        List<Colour> found = new ArrayList<>();
        for (String part : CssText.split(written, ' ')) {
            CssText.split(part, ',').forEach(one -> CssColours.of(one).ifPresent(found::add));
            CssColours.of(part).ifPresent(found::add);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    /** A shadow, or a line around the letters, of a colour that can be told from the ground. */
    private boolean edged(Colour colour, List<Colour> grounds) {
        String shadow = declared.of("text-shadow");
        String stroke = (declared.of("-webkit-text-stroke") + " " + declared.of("-webkit-text-stroke-color")).strip();
        if (shadow.isEmpty() && stroke.isEmpty()) {
            return around.edged();
        }
        List<Colour> edges = new ArrayList<>(CssColours.within(shadow));
        if (edges.isEmpty() && shadow.matches(".*\\d.*")) {
            edges.add(colour);
        }
        if (stroke.matches(".*[1-9].*")) {
            edges.addAll(CssColours.within(stroke));
        }
        return edges.stream().anyMatch(edge -> !edge.isLostOn(grounds));
    }

    private double size() {
        String written = declared.of("font-size");
        Double named = SIZES.get(written);
        if (named != null) {
            return named < 0 ? -named * around.size() : named;
        }
        return Math.max(
                0, CssLength.pixels(written, around.size(), around.size()).orElse(around.size()));
    }

    private double scale() {
        double scale = share(declared.of("zoom")).orElse(1.0);
        for (String one : declared.of("scale").split("\\s+", -1)) {
            scale *= share(one).orElse(1.0);
        }
        Matcher call = SCALE.matcher(declared.of("transform"));
        while (call.find()) {
            scale *= Math.min(
                    share(call.group(2)).orElse(1.0),
                    call.group(3) == null ? 1e9 : share(call.group(3)).orElse(1.0));
        }
        return scale;
    }

    private double opacity() {
        double opacity = share(declared.of("opacity")).orElse(1.0);
        Matcher fade = FADE.matcher(declared.of("filter"));
        return fade.find() ? opacity * share(fade.group(1)).orElse(1.0) : opacity;
    }

    private boolean visible() {
        return switch (declared.of("visibility")) {
            case "hidden", "collapse" -> false;
            case "visible", "initial" -> true;
            default -> around.visible();
        };
    }

    private double indent(double size) {
        String written = declared.of("text-indent");
        if (written.isEmpty()) {
            return around.indent();
        }
        double indent = CssLength.pixels(written.split("\\s+(?=[a-z])", -1)[0], size, CssLength.SCREEN_WIDTH)
                .orElse(0);
        return indent < 0 || indent >= CssLength.SCREEN_WIDTH ? indent : 0;
    }

    /** A number or a percentage that is no less than 0. */
    static Optional<Double> share(String written) {
        double of = written.endsWith("%") ? 100 : 1;
        var share = CssLength.pixels(written.replace("%", ""), 0, 0);
        return share.isPresent() ? Optional.of(Math.max(0, share.getAsDouble() / of)) : Optional.empty();
    }
}
