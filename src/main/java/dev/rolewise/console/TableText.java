package dev.rolewise.console;

import dev.rolewise.command.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Tables drawn with lines, their cells wrapped; row by row where there is no room for columns. */
public final class TableText {
    private static final AttributedStyle BOLD = AttributedStyle.DEFAULT.bold();
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final int NARROWEST = 8;
    private static final String NOTHING = "–";

    private final Block.Table table;
    private final int[] widths;

    private TableText(Block.Table table, int[] widths) {
        this.table = table;
        this.widths = widths;
    }

    /**
     * The table as lines of text without an end of line after the last; no escape sequences.
     *
     * @param width in columns of a terminal
     */
    public static String of(Block.Table table, int width) {
        return lines(table, width).stream().map(AttributedString::toString).collect(Collectors.joining("\n"));
    }

    static List<AttributedString> lines(Block.Table given, int width) {
        Block.Table table = cleaned(given);
        int columns = table.columns().size();
        int[] natural = natural(table);
        long room = (long) width - 3L * columns - 1;
        boolean fits = Arrays.stream(natural).asLongStream().sum() <= room;
        if (columns == 0 || (!fits && room < (long) columns * NARROWEST)) {
            return rowByRow(table, width);
        }
        return new TableText(table, shared(natural, room)).drawn();
    }

    private static int[] natural(Block.Table table) {
        return IntStream.range(0, table.columns().size())
                .map(i -> IntStream.concat(
                                IntStream.of(widest(table.columns().get(i))),
                                table.rows().stream().mapToInt(row -> widest(row.get(i))))
                        .max()
                        .orElse(1))
                .toArray();
    }

    private static int widest(String cell) {
        return cell.lines()
                .mapToInt(line -> new AttributedString(line).columnLength())
                .max()
                .orElse(1);
    }

    /** Narrow columns get what they want, the others what is left in equal shares. */
    private static int[] shared(int[] natural, long room) {
        int[] widths = new int[natural.length];
        long left = room;
        int open = natural.length;
        List<Integer> narrowFirst = IntStream.range(0, natural.length)
                .boxed()
                .sorted((a, b) -> Integer.compare(natural[a], natural[b]))
                .toList();
        for (int column : narrowFirst) {
            widths[column] = (int) Math.min(natural[column], left / open);
            left -= widths[column];
            open--;
        }
        return widths;
    }

    private static List<AttributedString> rowByRow(Block.Table table, int width) {
        List<AttributedString> lines = new ArrayList<>();
        for (List<String> row : table.rows()) {
            for (int i = 0; i < row.size(); i++) {
                AttributedStringBuilder text = new AttributedStringBuilder();
                if (i == 0) {
                    text.append(row.get(i), BOLD);
                } else {
                    String column = table.columns().get(i);
                    text.append(column.isEmpty() ? "" : column + ": ", BOLD).append(row.get(i), PLAIN);
                }
                lines.addAll(WordWrap.wrap(text.toAttributedString(), width, i == 0 ? "" : "• ", i == 0 ? "" : "  "));
            }
        }
        return lines;
    }

    private List<AttributedString> drawn() {
        List<AttributedString> lines = new ArrayList<>();
        lines.add(rule("┌", "┬", "┐"));
        lines.addAll(row(table.columns(), BOLD));
        boolean apart = table.rows().stream().anyMatch(row -> height(row) > 1);
        for (int i = 0; i < table.rows().size(); i++) {
            if (i == 0 || apart) {
                lines.add(rule("├", "┼", "┤"));
            }
            lines.addAll(row(table.rows().get(i), PLAIN));
        }
        lines.add(rule("└", "┴", "┘"));
        return lines;
    }

    private AttributedString rule(String left, String middle, String right) {
        return new AttributedString(Arrays.stream(widths)
                .mapToObj(width -> "─".repeat(width + 2))
                .collect(Collectors.joining(middle, left, right)));
    }

    private int height(List<String> row) {
        return IntStream.range(0, row.size())
                .map(i -> wrapped(row.get(i), PLAIN, widths[i]).size())
                .max()
                .orElse(0);
    }

    private List<AttributedString> row(List<String> cells, AttributedStyle style) {
        List<List<AttributedString>> columns = IntStream.range(0, cells.size())
                .mapToObj(i -> wrapped(cells.get(i), i == 0 ? BOLD : style, widths[i]))
                .toList();
        List<AttributedString> lines = new ArrayList<>();
        int height = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < height; line++) {
            AttributedStringBuilder drawn = new AttributedStringBuilder().append("│");
            for (int i = 0; i < columns.size(); i++) {
                AttributedString text =
                        line < columns.get(i).size() ? columns.get(i).get(line) : AttributedString.EMPTY;
                drawn.append(" ")
                        .append(text)
                        .append(" ".repeat(Math.max(0, widths[i] - text.columnLength())))
                        .append(" │");
            }
            lines.add(drawn.toAttributedString());
        }
        return lines;
    }

    private static List<AttributedString> wrapped(String cell, AttributedStyle style, int width) {
        return WordWrap.wrap(new AttributedString(cell, style), width, "", "").stream()
                .flatMap(line -> line.columnLength() > width ? line.columnSplitLength(width).stream() : Stream.of(line))
                .toList();
    }

    private static Block.Table cleaned(Block.Table table) {
        return new Block.Table(
                table.columns().stream().map(TableText::cleaned).toList(),
                table.rows().stream()
                        .map(row -> row.stream()
                                .map(TableText::cleaned)
                                .map(cell -> cell.isEmpty() ? NOTHING : cell)
                                .toList())
                        .toList());
    }

    private static String cleaned(String cell) {
        return Clean.text(cell).strip();
    }
}
