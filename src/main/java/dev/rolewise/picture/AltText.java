package dev.rolewise.picture;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a picture says, in words, for those who do not see it. */
public final class AltText {
    /** The most that Discord takes for an attachment, in characters. */
    public static final int MAX = 1024;

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…](?=\\s)");
    private static final int MAX_CLOSING = 120;

    private AltText() {}

    /** The text itself, or as much of it as {@link #MAX} allows, up to the end of a sentence or, failing that, of a word. */
    public static String cut(String text) {
        return cut(text, MAX);
    }

    /** Title and rows; rows for which there is no room are counted. */
    public static String of(TablePicture table) {
        StringBuilder said = new StringBuilder(cut("Table: " + sentence(table.title()), MAX / 2));
        int told = 0;
        for (List<String> row : table.rows()) {
            String next = " " + row(table.columns(), row);
            if (said.length() + next.length() > MAX - MAX_CLOSING) {
                break;
            }
            said.append(next);
            told++;
        }
        if (told < table.rows().size()) {
            said.append(" And ")
                    .append(table.rows().size() - told)
                    .append(" more rows: the text version has them all.");
        }
        return cut(said.toString());
    }

    /** Title, shares, and where everyone stands on each scale, from 0 (left) to 100 (right). */
    public static String of(ScaleChart chart) {
        String shares = chart.shares().stream()
                .map(share -> share.label() + " " + share.percent() + "%")
                .collect(Collectors.joining(", "));
        String head = sentence(chart.title()) + " " + sentence(shares);
        String full = head + scales(chart, true);
        return cut(full.length() <= MAX ? full : head + scales(chart, false));
    }

    private static String row(List<String> columns, List<String> row) {
        StringJoiner cells = new StringJoiner("; ");
        for (int i = 1; i < row.size(); i++) {
            cells.add(columns.get(i) + ": " + (row.get(i).isBlank() ? "nothing" : row.get(i)));
        }
        return sentence(row.get(0) + " – " + cells);
    }

    private static String scales(ScaleChart chart, boolean ends) {
        if (chart.scales().isEmpty()) {
            return "";
        }
        return chart.scales().stream()
                .map(scale -> scale(chart.who(), scale, ends))
                .collect(Collectors.joining(" ", " Places from 0 to 100. ", ""));
    }

    private static String scale(String who, ScaleChart.Scale scale, boolean ends) {
        String between = ends && !scale.low().isBlank() && !scale.high().isBlank()
                ? " (0 " + scale.low() + ", 100 " + scale.high() + ")"
                : "";
        String roles = scale.roles().stream()
                .map(role -> ", " + place(role.label(), role.at()))
                .collect(Collectors.joining());
        return sentence(scale.label() + between + ": " + place(who, scale.member()) + roles);
    }

    private static String place(String who, double at) {
        return String.format(Locale.ROOT, "%s %.0f", who, at * 100);
    }

    private static String sentence(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() || ".!?…".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        String room = text.substring(0, most);
        Matcher ends = SENTENCE_END.matcher(room);
        int end = 0;
        while (ends.find()) {
            end = ends.end();
        }
        if (end > most / 2) {
            return room.substring(0, end);
        }
        int space = room.lastIndexOf(' ', most - 2);
        int word = space > most / 2 ? space : most - 1;
        int whole = Character.isHighSurrogate(room.charAt(word - 1)) ? word - 1 : word;
        return room.substring(0, whole).strip() + "…";
    }
}
