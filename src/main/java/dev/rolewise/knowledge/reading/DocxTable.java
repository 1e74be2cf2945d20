package dev.rolewise.knowledge.reading;

import dev.rolewise.knowledge.reading.DocxStyles.Style;
import dev.rolewise.knowledge.reading.ReadText.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where in a table the text stands that is being read, and how that part of it looks (17.4, 17.7.6). Not thread-safe. */
final class DocxTable {
    private static final int FIRST_ROW = 0x20;
    private static final int LAST_ROW = 0x40;
    private static final int FIRST_COLUMN = 0x80;
    private static final int LAST_COLUMN = 0x100;
    private static final int NO_ROW_BANDS = 0x200;
    private static final int NO_COLUMN_BANDS = 0x400;

    /** What Word gives a new table. */
    private static final int USUAL = FIRST_ROW | FIRST_COLUMN | NO_COLUMN_BANDS;

    /** Less than two points. */
    private static final int LOW_TWIPS = 40;

    private final DocxStyles styles;
    private String styleId = "";
    private int look = USUAL;
    private Optional<Colour> shade = Optional.empty();
    private Optional<Hidden> rowHides = Optional.empty();
    private boolean lastRow;
    private int row = -1;
    private int cell = -1;
    private Style style = Style.NONE;

    DocxTable(DocxStyles styles) {
        this.styles = styles;
    }

    void properties(DocxProperties table) {
        styleId = table.value("tblStyle");
        shade = styles.colours().shade(table, "shd");
        if (table.has("tblLook")) {
            String flags = table.value("tblLook");
            look = flags.matches("[0-9a-fA-F]{1,4}") ? Integer.parseInt(flags, 16) : spelled(table);
        }
    }

    private static int spelled(DocxProperties table) {
        String[] names = {"firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand"};
        int flags = 0;
        for (int i = 0; i < names.length; i++) {
            flags |= table.value("tblLook", names[i]).matches("1|true|on") ? FIRST_ROW << i : 0;
        }
        return flags;
    }

    void row() {
        row++;
        cell = -1;
        rowHides = Optional.empty();
        lastRow = false;
    }

    void rowProperties(DocxProperties properties) {
        boolean low = properties.value("trHeight", "hRule").equals("exact")
                && properties
                        .number("trHeight", "val")
                        .filter(n -> n < LOW_TWIPS)
                        .isPresent();
        lastRow = properties.value("cnfStyle").matches("[01]1.*");
        rowHides = properties.has("del")
                ? Optional.of(Hidden.DELETED)
                : properties.isOn("hidden").orElse(false)
                        ? Optional.of(Hidden.INVISIBLE)
                        : low ? Optional.of(Hidden.TINY) : Optional.empty();
    }

    /** Begins a cell; its ground, or one of which nothing is left. */
    Colour cell() {
        cell++;
        return cell(DocxProperties.NONE);
    }

    /** The ground of the cell. */
    Colour cell(DocxProperties properties) {
        style = styles.table(styleId, parts(properties.value("cnfStyle").matches("[01]{3}1.*")));
        return styles.colours()
                .shade(properties, "shd")
                .or(() -> style.cell().shade())
                .filter(colour -> colour.alpha() > 0)
                .or(() -> shade)
                .orElse(DocxColours.NONE);
    }

    private List<String> parts(boolean lastColumn) {
        boolean first = row == 0 && is(FIRST_ROW);
        boolean left = cell == 0 && is(FIRST_COLUMN);
        List<String> parts = new ArrayList<>();
        add(parts, !is(NO_COLUMN_BANDS) && !left, odd(cell, FIRST_COLUMN) ? "band1Vert" : "band2Vert");
        add(parts, !is(NO_ROW_BANDS) && !first, odd(row, FIRST_ROW) ? "band1Horz" : "band2Horz");
        add(parts, left, "firstCol");
        add(parts, lastColumn && is(LAST_COLUMN), "lastCol");
        add(parts, first, "firstRow");
        add(parts, lastRow && is(LAST_ROW), "lastRow");
        add(parts, first && left, "nwCell");
        return parts;
    }

    private static void add(List<String> parts, boolean holds, String part) {
        if (holds) {
            parts.add(part);
        }
    }

    private boolean is(int flag) {
        return (look & flag) != 0;
    }

    /** Counted without the first where that is a part of its own. */
    private boolean odd(int number, int first) {
        return (number - (is(first) ? 1 : 0)) % 2 == 0;
    }

    Style style() {
        return style;
    }

    Optional<Hidden> rowHides() {
        return rowHides;
    }
}
