package dev.rolewise.knowledge.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of a style sheet (CSS Values 4) in pixels, on a screen of 1280 by 720, with its sums. Not thread-safe.
 */
final class CssLength {
    static final double SCREEN_WIDTH = 1280;
    static final double SCREEN_HEIGHT = 720;
    static final double ROOT_SIZE = 16;
    private static final int DEEPEST = 20;
    private static final int LONGEST = 200;
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?(?:\\d{1,12}(?:\\.\\d{0,12})?|\\.\\d{1,12})(?:e[+-]?\\d{1,2})?)(%|[a-z]{0,5})");

    private final String written;
    private final double em;
    private final double percentOf;
    private int at;
    private int depth;

    private CssLength(String written, double em, double percentOf) {
        this.written = written;
        this.em = em;
        this.percentOf = percentOf;
    }

    /** Empty where it is no length that is known; {@code em} and {@code percentOf} are in pixels. */
    static OptionalDouble pixels(String value, double em, double percentOf) {
        String written = value.strip();
        if (written.isEmpty() || written.length() > LONGEST) {
            return OptionalDouble.empty();
        }
        try {
            CssLength length = new CssLength(written, em, percentOf);
            double pixels = length.one();
            return length.at == written.length() && Double.isFinite(pixels)
                    ? OptionalDouble.of(pixels)
                    : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private double one() {
        if (++depth > DEEPEST) {
            throw new NumberFormatException();
        }
        Matcher number = NUMBER.matcher(written).region(at, written.length());
        double value;
        if (number.lookingAt()) {
            at = number.end();
            value = Double.parseDouble(number.group(1)) * unit(number.group(2));
        } else {
            int open = written.indexOf('(', at);
            String function = open < 0 ? "?" : written.substring(at, open).strip();
            at = open + 1;
            value = called(function, open < 0 ? List.of() : arguments());
        }
        depth--;
        return value;
    }

    private static double called(String function, List<Double> given) {
        double[] values = given.stream().mapToDouble(d -> d).toArray();
        return switch (function + values.length) {
            case "1", "calc1", "+1" -> values[0];
            case "-1" -> -values[0];
            case "abs1" -> Math.abs(values[0]);
            case "clamp3" -> Math.max(values[0], Math.min(values[1], values[2]));
            default -> {
                if (function.equals("min") && values.length > 0) {
                    yield java.util.Arrays.stream(values).min().getAsDouble();
                }
                if (function.equals("max") && values.length > 0) {
                    yield java.util.Arrays.stream(values).max().getAsDouble();
                }
                throw new NumberFormatException();
            }
        };
    }

    private List<Double> arguments() {
        List<Double> values = new ArrayList<>();
        do {
            values.add(sum());
        } while (taken(','));
        if (!taken(')')) {
            throw new NumberFormatException();
        }
        return values;
    }

    private double sum() {
        double sum = product();
        while (true) {
            if (taken('+')) {
                sum += product();
            } else if (taken('-')) {
                sum -= product();
            } else {
                return sum;
            }
        }
    }

    private double product() {
        blanks();
        double product = one();
        while (true) {
            if (taken('*')) {
                blanks();
                product *= one();
            } else if (taken('/')) {
                blanks();
                product /= one();
            } else {
                return product;
            }
        }
    }

    private boolean taken(char wanted) {
        blanks();
        boolean there = at < written.length() && written.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void blanks() {
        while (at < written.length() && Character.isWhitespace(written.charAt(at))) {
            at++;
        }
    }

    private double unit(String unit) {
        return switch (unit) {
            case "", "px" -> 1;
            case "pt" -> 96.0 / 72;
            case "pc" -> 16;
            case "in" -> 96;
            case "cm" -> 96 / 2.54;
            case "mm" -> 96 / 25.4;
            case "q" -> 96 / 101.6;
            case "em", "lh" -> em;
            case "ex", "ch" -> em / 2;
            case "rem", "rlh" -> ROOT_SIZE;
            case "%" -> percentOf / 100;
            case "vw", "svw", "lvw", "dvw", "vi", "vmax", "cqw", "cqi" -> SCREEN_WIDTH / 100;
            case "vh", "svh", "lvh", "dvh", "vb", "vmin", "cqh", "cqb" -> SCREEN_HEIGHT / 100;
            default -> throw new NumberFormatException();
        };
    }
}
