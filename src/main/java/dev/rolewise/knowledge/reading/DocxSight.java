package dev.rolewise.knowledge.reading;

import dev.rolewise.knowledge.reading.DocxStyles.Style;
import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether text at the place that is being read of a Word document is seen there. Not thread-safe. */
final class DocxSight {
    private static final int TINY_HALF_POINTS = 4;
    private static final int NARROW_PERCENT = 5;
    private static final int LOW_TWIPS = 40;

    /** Five inches. */
    private static final int FAR_TWIPS = 7_200;

    /** Of 914,400 to an inch: no page is so wide. */
    private static final long FAR_EMU = 20_000_000;

    private static final Pattern VML_FAR =
            Pattern.compile("(?:margin-left|margin-top|left|top):-\\d{4,}|(?:margin-left|left):\\d{5,}");
    private static final Pattern VML_HIDDEN = Pattern.compile("visibility:hidden|display:none|mso-hide:all");

    /** Of a shape that is said to have no filling, so that its style gives it none. */
    private static final Colour OPEN = Colour.WHITE.withAlpha(0.001);

    private final DocxStyles styles;
    private final boolean paintsPages;
    private final boolean skipsFields;
    private final Deque<Paragraph> paragraphs = new ArrayDeque<>();
    private final Deque<Run> runs = new ArrayDeque<>();
    private final Deque<DocxTable> tables = new ArrayDeque<>();

    /** What stands behind text: cells and shapes, innermost first; one of which nothing is left shows what is around it. */
    private final Deque<Colour> grounds = new ArrayDeque<>();

    private final Deque<Optional<Hidden>> shapes = new ArrayDeque<>();
    private int deleted;

    /** Whether each field that is open is still at its code, innermost first. */
    private final Deque<Boolean> fields = new ArrayDeque<>();

    /** {@code around} says why all of it is hidden with what it stands in. */
    private record Paragraph(Optional<Hidden> around, DocxProperties properties, DocxFormat direct) {}

    private record Run(DocxProperties properties, DocxFormat direct) {}

    DocxSight(DocxLooks looks, boolean skipsFields) {
        this.styles = looks.styles();
        this.paintsPages = looks.paintsPages();
        this.skipsFields = skipsFields;
        grounds.push(Colour.WHITE);
    }

    void start(String element, Map<String, String> attributes) {
        switch (element) {
            case "background" -> {
                if (paintsPages) {
                    grounds.push(DocxColours.hex(attributes.getOrDefault("color", ""))
                            .orElse(Colour.WHITE));
                }
            }
            case "p" ->
                paragraphs.push(new Paragraph(
                        runs.isEmpty() ? Optional.empty() : hidden(), DocxProperties.NONE, DocxFormat.NONE));
            case "r" -> runs.push(new Run(DocxProperties.NONE, DocxFormat.NONE));
            case "tbl" -> tables.push(new DocxTable(styles));
            case "tr" -> table().row();
            case "tc" -> grounds.push(table().cell());
            case "del", "moveFrom" -> deleted++;
            case "fldChar" -> field(attributes.getOrDefault("fldCharType", ""));
            case "drawing", "wsp" -> shape(DocxColours.NONE, Optional.empty());
            case "shape", "rect", "roundrect", "oval" -> vml(attributes);
            case "docPr" ->
                hideShape(DocxProperties.isOn(Map.of("val", attributes.getOrDefault("hidden", "0"))), Hidden.INVISIBLE);
            default -> {}
        }
    }

    void end(String element) {
        switch (element) {
            case "p" -> paragraphs.poll();
            case "r" -> runs.poll();
            case "tbl" -> tables.poll();
            case "tc" -> grounds.poll();
            case "del", "moveFrom" -> deleted--;
            case "drawing", "wsp", "shape", "rect", "roundrect", "oval" -> {
                shapes.poll();
                grounds.poll();
            }
            default -> {}
        }
    }

    /** Takes in the properties of what stands around them. */
    void properties(String element, String within, DocxProperties properties) {
        switch (element) {
            case "rPr" -> {
                if (within.equals("r") && !runs.isEmpty()) {
                    runs.pop();
                    runs.push(new Run(properties, DocxFormat.ofRun(properties, styles.colours())));
                }
            }
            case "pPr" -> {
                if (!paragraphs.isEmpty()) {
                    Optional<Hidden> around = paragraphs.pop().around();
                    paragraphs.push(
                            new Paragraph(around, properties, DocxFormat.ofParagraph(properties, styles.colours())));
                }
            }
            case "tblPr" -> table().properties(properties);
            case "trPr" -> table().rowProperties(properties);
            case "tcPr" -> ground(table().cell(properties));
            case "spPr" -> fill(properties);
            case "style" -> {
                if (!shapes.isEmpty()
                        && grounds.getFirst().alpha() == 0
                        && !properties.value("fillRef", "idx").equals("0")) {
                    styles.colours()
                            .named(properties.value("fillRef/schemeClr"))
                            .ifPresent(this::ground);
                }
            }
            default -> {}
        }
    }

    private DocxTable table() {
        if (tables.isEmpty()) {
            tables.push(new DocxTable(styles));
        }
        return tables.getFirst();
    }

    private void ground(Colour colour) {
        if (grounds.size() > 1) {
            grounds.pop();
            grounds.push(colour);
        }
    }

    private void shape(Colour fill, Optional<Hidden> hides) {
        shapes.push(hides);
        grounds.push(fill);
    }

    /** White where nothing else is said. */
    private void vml(Map<String, String> attributes) {
        String style = attributes.getOrDefault("style", "").replaceAll("\\s+", "");
        Matcher far = VML_FAR.matcher(style);
        boolean filled = !attributes.getOrDefault("filled", "t").matches("f|false|0");
        String written =
                CssText.lower(attributes.getOrDefault("fillcolor", "white")).replaceAll("\\s.*", "");
        shape(
                filled ? CssColours.of(written).orElse(Colour.WHITE) : DocxColours.NONE,
                VML_HIDDEN.matcher(style).find()
                        ? Optional.of(Hidden.INVISIBLE)
                        : far.find() ? Optional.of(Hidden.OFF_PAGE) : Optional.empty());
    }

    private void fill(DocxProperties shape) {
        if (!shapes.isEmpty()) {
            Colour filling = styles.colours().filling(shape, "").orElse(DocxColours.NONE);
            ground(shape.has("noFill") ? OPEN : filling);
        }
    }

    private void hideShape(boolean hides, Hidden why) {
        if (hides && !shapes.isEmpty()) {
            shapes.pop();
            shapes.push(Optional.of(why));
        }
    }

    /** Where a shape is moved to, across or down, of 914,400 to an inch. */
    void moved(String by) {
        boolean far = by.strip().matches("-?\\d{1,18}") && Math.abs(Long.parseLong(by.strip())) > FAR_EMU;
        hideShape(far, Hidden.OFF_PAGE);
    }

    /** Whether the code of some field has begun and not ended. */
    boolean isInCode() {
        return fields.contains(true);
    }

    private void field(String part) {
        switch (part) {
            case "begin" -> fields.push(true);
            case "separate" -> {
                if (!fields.isEmpty()) {
                    fields.pop();
                    fields.push(false);
                }
            }
            case "end" -> fields.poll();
            default -> {}
        }
    }

    /** The name of the paragraph's style, and its own level as a heading. */
    DocxProperties paragraph() {
        return paragraphs.isEmpty()
                ? DocxProperties.NONE
                : paragraphs.getFirst().properties();
    }

    /** Why text is not seen here; empty where it is. */
    Optional<Hidden> hidden() {
        if (deleted > 0) {
            return Optional.of(Hidden.DELETED);
        }
        if (skipsFields && isInCode()) {
            return Optional.of(Hidden.INVISIBLE);
        }
        Optional<Hidden> outside =
                paragraphs.isEmpty() ? Optional.empty() : paragraphs.getFirst().around();
        return outside.or(() -> shapes.stream().flatMap(Optional::stream).findFirst())
                .or(() -> tables.stream()
                        .flatMap(table -> table.rowHides().stream())
                        .findFirst())
                .or(this::byFormat);
    }

    private Optional<Hidden> byFormat() {
        Run run = runs.isEmpty() ? new Run(DocxProperties.NONE, DocxFormat.NONE) : runs.getFirst();
        Style table = tables.isEmpty() ? Style.NONE : tables.getFirst().style();
        Style paragraph = styles.style("paragraph", paragraph().value("pStyle"));
        Style character = styles.style("character", run.properties().value("rStyle"));
        DocxFormat letters = run.direct()
                .over(character.run())
                .over(paragraph.run())
                .over(table.run())
                .over(styles.defaults());
        if (vanishes(run.direct(), List.of(table, paragraph, character))
                || letters.hidden().orElse(false)) {
            return Optional.of(Hidden.INVISIBLE);
        }
        DocxFormat direct =
                paragraphs.isEmpty() ? DocxFormat.NONE : paragraphs.getFirst().direct();
        DocxFormat block = direct.over(paragraph.paragraph()).over(table.paragraph());
        if (letters.halfPoints().filter(n -> n < TINY_HALF_POINTS).isPresent()
                || letters.percent().filter(n -> n > 0 && n <= NARROW_PERCENT).isPresent()
                || block.twips().filter(n -> n < LOW_TWIPS).isPresent()) {
            return Optional.of(Hidden.TINY);
        }
        if (isFar(paragraph())) {
            return Optional.of(Hidden.OFF_PAGE);
        }
        boolean lost = letters.colour()
                .filter(colour -> colour.alpha() > 0 && colour.isNear(ground(letters, block)))
                .isPresent();
        return lost ? Optional.of(Hidden.PALE) : Optional.empty();
    }

    /** What is said directly holds; else each style that says it turns it round (17.7.3), unless all text is hidden. */
    private boolean vanishes(DocxFormat direct, List<Style> levels) {
        long turns = levels.stream()
                .filter(style -> style.run().vanish().orElse(false))
                .count();
        return direct.vanish().orElse(styles.defaults().vanish().orElse(false) || turns % 2 == 1);
    }

    private static boolean isFar(DocxProperties paragraph) {
        return paragraph
                        .number("ind", "left")
                        .or(() -> paragraph.number("ind", "start"))
                        .filter(n -> n < -FAR_TWIPS)
                        .isPresent()
                || paragraph
                        .number("framePr", "x")
                        .filter(n -> Math.abs(n) > 3 * FAR_TWIPS)
                        .isPresent()
                || paragraph
                        .number("framePr", "y")
                        .filter(n -> Math.abs(n) > 5 * FAR_TWIPS)
                        .isPresent();
    }

    private Colour ground(DocxFormat letters, DocxFormat block) {
        return letters.highlight()
                .filter(colour -> colour.alpha() > 0)
                .or(() -> letters.shade().filter(colour -> colour.alpha() > 0))
                .or(() -> block.shade().filter(colour -> colour.alpha() > 0))
                .orElseGet(() -> grounds.stream()
                        .filter(colour -> colour.alpha() >= 0.01)
                        .findFirst()
                        .orElse(Colour.WHITE));
    }
}
