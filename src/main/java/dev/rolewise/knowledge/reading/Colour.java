package dev.rolewise.knowledge.reading;

import java.util.Collection;

/** A colour: red, green and blue, and how opaque it is, each 0 to 1. */
record Colour(double red, double green, double blue, double alpha) {
    static final Colour WHITE = new Colour(1, 1, 1, 1);
    static final Colour BLACK = new Colour(0, 0, 0, 1);

    /** The most by which red, green and blue each differ where nobody tells letters from what they stand on: 18 of 255. */
    private static final double NEAR = 0.071;

    private static final int BYTE = 255;

    /** An opaque one, of {@code 0xRRGGBB}. */
    static Colour of(int rgb) {
        return new Colour(
                (rgb >> 16 & BYTE) / (double) BYTE, (rgb >> 8 & BYTE) / (double) BYTE, (rgb & BYTE) / (double) BYTE, 1);
    }

    boolean isNear(Colour other) {
        return Math.abs(red - other.red) <= NEAR
                && Math.abs(green - other.green) <= NEAR
                && Math.abs(blue - other.blue) <= NEAR;
    }

    /** Whether letters of it can be told from none of the grounds; over many it must be like all of them. */
    boolean isLostOn(Collection<Colour> grounds) {
        return grounds.stream().allMatch(ground -> on(ground).isNear(ground));
    }

    /** What is seen of it on an opaque ground. */
    Colour on(Colour ground) {
        return alpha >= 1 ? this : mixed(ground, alpha).withAlpha(1);
    }

    /** As much of this as {@code share} says, 0 to 1, and the rest of the other. */
    Colour mixed(Colour other, double share) {
        return new Colour(
                red * share + other.red * (1 - share),
                green * share + other.green * (1 - share),
                blue * share + other.blue * (1 - share),
                alpha * share + other.alpha * (1 - share));
    }

    Colour withAlpha(double opaque) {
        return new Colour(red, green, blue, Math.max(0, Math.min(1, opaque)));
    }
}
