package dev.rolewise.compare;

import dev.rolewise.command.Block;
import java.util.List;

/** What a picture of a table says, in words, for those who cannot see it. */
final class AltText {
    /** Longest alternative text in characters (Discord's limit). */
    static final int MAX_LENGTH = 1024;

    private static final int SHORTEST_CELL = 8;

    private AltText() {}

    /** Title, columns and every cell; where that is too long, the longest cells are cut, evenly. */
    static String of(String title, Block.Table table) {
        int longest = table.rows().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .max()
                .orElse(SHORTEST_CELL);
        String text = text(title, table, longest);
        while (text.length() > MAX_LENGTH && longest > SHORTEST_CELL) {
            longest--;
            text = text(title, table, longest);
        }
        return cut(text, MAX_LENGTH);
    }

    private static String text(String title, Block.Table table, int longest) {
        StringBuilder text = new StringBuilder("Table: " + title + ". Columns: "
                + String.join("; ", table.columns().subList(1, table.columns().size())) + ".");
        for (List<String> row : table.rows()) {
            List<String> cells = row.subList(1, row.size()).stream()
                    .map(cell -> cut(cell, longest))
                    .toList();
            text.append(' ').append(row.get(0)).append(": ").append(String.join("; ", cells));
            text.append('.');
        }
        return text.toString();
    }

    /** At a space where there is one, and never within a surrogate pair. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int space = text.lastIndexOf(' ', most - 1);
        int end = space > most / 2 ? space : most - 1;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end) + "…";
    }
}
