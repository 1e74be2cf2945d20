package dev.rolewise.picture;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/**
 * Lays out a table for a phone: the name of a row stands above its cells instead of beside them, so that a line of a cell
 * holds a good many words.
 */
final class TableLayout {
    private static final int GUTTER = 44;
    private static final int NARROW = 300;
    private static final int PADDING = 24;
    private static final int NAME_GAP = 8;
    private static final int MARK = 30;
    private static final int MARK_ROOM = 46;
    private static final int BAND_INSET = 24;
    private static final String EMPTY = "–";

    private final Sheet sheet;
    private final TablePicture table;
    private final int roles;
    private final double columnWidth;

    private TableLayout(Sheet sheet, TablePicture table) {
        this.sheet = sheet;
        this.table = table;
        roles = table.columns().size() - 1;
        columnWidth = (Sheet.INNER - (roles - 1.0) * GUTTER) / roles;
    }

    /** Places everything, and returns the height of the card. */
    static int lay(Sheet sheet, TablePicture table) {
        return new TableLayout(sheet, table).lay();
    }

    private int lay() {
        double y = CardFrame.head(sheet, table.title(), table.subtitle());
        y = headings(y + 36);
        for (int row = 0; row < table.rows().size(); row++) {
            y = row(table.rows().get(row), row % 2 == 1, y);
        }
        return CardFrame.foot(sheet, table.footer(), y);
    }

    private double headings(double top) {
        double bottom = top;
        for (int role = 0; role < roles; role++) {
            bottom = Math.max(bottom, heading(role, top));
        }
        for (int role = 0; role < roles; role++) {
            sheet.fill(
                    new Rectangle2D.Double(left(role), bottom + 16, columnWidth, 6),
                    Mark.ROLES.get(role).color());
        }
        return bottom + 22 + PADDING / 2.0;
    }

    /** The mark beside the name of a role, or above it where a column is narrow. */
    private double heading(int role, double top) {
        Mark mark = Mark.ROLES.get(role);
        boolean narrow = columnWidth < NARROW;
        TextStyle style = narrow ? TextStyle.NAME : TextStyle.HEADING;
        double x = left(role);
        sheet.fill(mark.at(x + MARK / 2.0, top + style.lineHeight() / 2.0, MARK), mark.color());
        double indent = narrow ? 0 : MARK_ROOM;
        double y = narrow ? top + style.lineHeight() : top;
        return sheet.text(table.columns().get(role + 1), style, Palette.INK, x + indent, y, columnWidth - indent);
    }

    private double row(List<String> row, boolean banded, double top) {
        double height = rowHeight(row);
        if (banded) {
            sheet.fill(
                    new RoundRectangle2D.Double(
                            BAND_INSET, top, Sheet.WIDTH - 2.0 * BAND_INSET, height, BAND_INSET, BAND_INSET),
                    Palette.BAND);
        }
        double y = sheet.text(row.get(0), TextStyle.NAME, Palette.QUIET, Sheet.MARGIN, top + PADDING, Sheet.INNER);
        for (int role = 0; role < roles; role++) {
            String cell = shown(row.get(role + 1));
            Color color = row.get(role + 1).isBlank() ? Palette.QUIET : Palette.INK;
            sheet.text(cell, TextStyle.CELL, color, left(role), y + NAME_GAP, columnWidth);
        }
        return top + height;
    }

    private double rowHeight(List<String> row) {
        double cells = row.stream()
                .skip(1)
                .mapToDouble(cell -> sheet.height(shown(cell), TextStyle.CELL, columnWidth))
                .max()
                .orElse(0);
        return sheet.height(row.get(0), TextStyle.NAME, Sheet.INNER) + NAME_GAP + cells + 2 * PADDING;
    }

    private static String shown(String cell) {
        return cell.isBlank() ? EMPTY : cell;
    }

    private double left(int role) {
        return Sheet.MARGIN + role * (columnWidth + GUTTER);
    }
}
