package dev.rolewise.knowledge.reading;

import java.util.Optional;

/**
 * What one level of formatting says of how text looks, each empty where it says nothing.
 *
 * @param vanish whether it is hidden: a property that styles switch to and fro
 * @param hidden whether it is hidden in some way that styles do not switch
 * @param colour of the letters; one of which nothing is left is automatic, and always told from its ground
 * @param highlight behind the letters
 * @param shade behind the highlight
 * @param halfPoints size of the letters
 * @param percent how wide they are drawn
 * @param twips how high a line is, exactly
 */
record DocxFormat(
        Optional<Boolean> vanish,
        Optional<Boolean> hidden,
        Optional<Colour> colour,
        Optional<Colour> highlight,
        Optional<Colour> shade,
        Optional<Integer> halfPoints,
        Optional<Integer> percent,
        Optional<Integer> twips) {
    static final DocxFormat NONE = new DocxFormat(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Of the properties of a run. */
    static DocxFormat ofRun(DocxProperties run, DocxColours colours) {
        Optional<Colour> filling = colours.filling(run, "textFill/");
        boolean cleared = run.has("textFill/noFill")
                || filling.filter(one -> clear(run) >= 0.95).isPresent();
        boolean outlined = run.has("textOutline/solidFill") || run.has("textOutline/gradFill");
        boolean said = run.has("specVanish") || run.has("textFill");
        boolean hides = (cleared && !outlined) || run.isOn("specVanish").orElse(false);
        return new DocxFormat(
                run.isOn("vanish"),
                said ? Optional.of(hides) : Optional.empty(),
                filling.map(one -> one.withAlpha(1)).or(() -> colours.text(run, "color")),
                colours.highlight(run, "highlight"),
                colours.shade(run, "shd"),
                run.number("sz", "val"),
                run.number("w", "val"),
                Optional.empty());
    }

    /** How transparent a filling is, 0 to 1. */
    private static double clear(DocxProperties run) {
        return run.number("textFill/solidFill/srgbClr/alpha", "val")
                .or(() -> run.number("textFill/solidFill/schemeClr/alpha", "val"))
                .map(n -> n / 100_000.0)
                .orElse(0.0);
    }

    /** Of the properties of a paragraph, without those of its runs. */
    static DocxFormat ofParagraph(DocxProperties paragraph, DocxColours colours) {
        Optional<Integer> twips = paragraph.value("spacing", "lineRule").equals("exact")
                ? paragraph.number("spacing", "line")
                : Optional.empty();
        return shaded(colours.shade(paragraph, "shd"), twips);
    }

    /** Of a cell, or anything else that only has a ground. */
    static DocxFormat shaded(Optional<Colour> shade, Optional<Integer> twips) {
        return new DocxFormat(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                shade,
                Optional.empty(),
                Optional.empty(),
                twips);
    }

    /** What this says, and where it says nothing, what the other does. */
    DocxFormat over(DocxFormat below) {
        return new DocxFormat(
                vanish.or(below::vanish),
                hidden.or(below::hidden),
                colour.or(below::colour),
                highlight.or(below::highlight),
                shade.or(below::shade),
                halfPoints.or(below::halfPoints),
                percent.or(below::percent),
                twips.or(below::twips));
    }
}
