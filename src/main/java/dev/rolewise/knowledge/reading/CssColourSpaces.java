package dev.rolewise.knowledge.reading;

import java.util.Optional;

/** What the functions of style sheets for colours mean (CSS Color 4), for colours that a screen can show. */
final class CssColourSpaces {
    private CssColourSpaces() {}

    /** Three parts, from {@code first} on; throws {@link NumberFormatException} where they are no numbers. */
    static Optional<Colour> of(String function, String[] parts, int first) {
        String a = parts[first];
        String b = parts[first + 1];
        String c = parts[first + 2];
        return switch (function) {
            case "rgb", "rgba" -> Optional.of(rgb(part(a, 255), part(b, 255), part(c, 255)));
            case "color" -> Optional.of(rgb(part(a, 1), part(b, 1), part(c, 1)));
            case "hsl", "hsla" -> Optional.of(hsl(angle(a), part(b, 100), part(c, 100)));
            case "hwb" -> Optional.of(hwb(angle(a), part(b, 100), part(c, 100)));
            case "oklab" -> Optional.of(oklab(part(a, 1), wide(b, 0.4), wide(c, 0.4)));
            case "oklch" -> {
                double hue = Math.toRadians(360 * angle(c));
                double chroma = wide(b, 0.4);
                yield Optional.of(oklab(part(a, 1), chroma * Math.cos(hue), chroma * Math.sin(hue)));
            }
            case "lab", "lch" -> Optional.of(grey(part(a, 100)));
            default -> Optional.empty();
        };
    }

    /** A number of at most {@code whole}, or a percentage, as a share of it. */
    static double part(String written, double whole) {
        double share = written.equals("none")
                ? 0
                : written.endsWith("%")
                        ? Double.parseDouble(written.substring(0, written.length() - 1)) / 100
                        : Double.parseDouble(written) / whole;
        return Math.max(0, Math.min(1, share));
    }

    private static double wide(String written, double whole) {
        return written.equals("none")
                ? 0
                : written.endsWith("%")
                        ? whole * Double.parseDouble(written.substring(0, written.length() - 1)) / 100
                        : Double.parseDouble(written);
    }

    /** As a share of a turn. */
    private static double angle(String written) {
        double turns = written.equals("none")
                ? 0
                : written.endsWith("turn")
                        ? Double.parseDouble(written.substring(0, written.length() - 4))
                        : written.endsWith("grad")
                                ? Double.parseDouble(written.substring(0, written.length() - 4)) / 400
                                : written.endsWith("rad")
                                        ? Double.parseDouble(written.substring(0, written.length() - 3)) / (2 * Math.PI)
                                        : Double.parseDouble(written.replace("deg", "")) / 360;
        return turns - Math.floor(turns);
    }

    private static Colour rgb(double red, double green, double blue) {
        return new Colour(red, green, blue, 1);
    }

    private static Colour hsl(double hue, double saturation, double lightness) {
        double chroma = saturation * Math.min(lightness, 1 - lightness);
        double[] rgb = new double[3];
        int[] shifts = {0, 8, 4};
        for (int i = 0; i < rgb.length; i++) {
            double k = (shifts[i] + hue * 12) % 12;
            rgb[i] = lightness - chroma * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
        }
        return rgb(rgb[0], rgb[1], rgb[2]);
    }

    private static Colour hwb(double hue, double white, double black) {
        if (white + black >= 1) {
            return rgb(white / (white + black), white / (white + black), white / (white + black));
        }
        Colour pure = hsl(hue, 1, 0.5);
        double rest = 1 - white - black;
        return rgb(pure.red() * rest + white, pure.green() * rest + white, pure.blue() * rest + white);
    }

    private static Colour oklab(double lightness, double a, double b) {
        double l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        double m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        double s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        return rgb(
                shown(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                shown(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                shown(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    private static Colour grey(double lightness) {
        double y = lightness > 0.08 ? Math.pow((lightness + 0.16) / 1.16, 3) : lightness / 9.033;
        return rgb(shown(y), shown(y), shown(y));
    }

    private static double shown(double linear) {
        double light = Math.max(0, Math.min(1, linear));
        return light <= 0.0031308 ? 12.92 * light : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }
}
