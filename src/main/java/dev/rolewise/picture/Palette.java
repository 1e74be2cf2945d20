package dev.rolewise.picture;

import java.awt.Color;
import java.util.List;

/**
 * The colours of a picture: a dark card, since all colours of Okabe and Ito ("Color Universal Design", 2008), which
 * colour-blind people tell apart, stand out from it, and since it neither glares in a dark chat nor drowns in a light one.
 */
final class Palette {
    static final Color CARD = new Color(0x1E2229);
    static final Color BAND = new Color(0x282D36);

    /** What texts and marks may stand on. */
    static final List<Color> SURFACES = List.of(CARD, BAND);

    /** Around the card: seen against a dark chat. */
    static final Color BORDER = new Color(0x7D8594);

    static final Color INK = new Color(0xF2F4F8);
    static final Color QUIET = new Color(0xB4BCCA);

    /** What texts are drawn in. */
    static final List<Color> TEXTS = List.of(INK, QUIET);

    /** Ornament that means nothing: hairlines and the empty part of a bar. */
    static final Color FAINT = new Color(0x363C47);

    /** The line of a scale. */
    static final Color TRACK = new Color(0x8A93A3);

    private Palette() {}
}
