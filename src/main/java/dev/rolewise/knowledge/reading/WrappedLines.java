package dev.rolewise.knowledge.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines as they stand on a page, put together to paragraphs: what was only wrapped at the edge is joined, entries of a list and
 * short lines stay apart.
 */
final class WrappedLines {
    private static final int LONGEST_HEADING = 80;

    /** In characters; where all lines are shorter, somebody ended them on purpose. */
    private static final int NARROW = 60;

    /** A line that ends that far before the edge was ended on purpose, as a share of the longest line. */
    private static final double ENDED = 0.6;

    private static final Pattern BULLET = Pattern.compile("(?:[-*+•‣▪●○◦·–—]|\\u2022)\\s+(?=\\S)");
    private static final Pattern NUMBERED = Pattern.compile("(?:\\d{1,2}|[a-z])[.)]\\s+\\S.*");

    /** A channel's name keeps its hyphens; it has at most 100 characters. */
    private static final Pattern CHANNEL = Pattern.compile("#[\\p{Alnum}_-]+-$");

    private static final int LONGEST_CHANNEL = 101;

    private static final Pattern STOPPED = Pattern.compile(".*[.!?:;,]");

    private WrappedLines() {}

    /** Whether a line that stands alone may be a heading by its looks. */
    static boolean isHeading(String line) {
        return line.length() <= LONGEST_HEADING
                && !STOPPED.matcher(line).matches()
                && !BULLET.matcher(line).lookingAt()
                && !NUMBERED.matcher(line).matches()
                && Character.isLetterOrDigit(line.codePointAt(0))
                && !Character.isLowerCase(line.codePointAt(0));
    }

    /** The paragraphs of lines that stand close together; none of the lines is blank. */
    static List<String> paragraphs(List<String> lines) {
        int longest = lines.stream().mapToInt(String::length).max().orElse(0);
        return longest <= NARROW
                ? paragraphs(lines, number -> true, false)
                : paragraphs(lines, number -> lines.get(number).length() < ENDED * longest, true);
    }

    /** The same where it is known which lines, counted from 0, end before the edge. */
    static List<String> paragraphs(List<String> lines, IntPredicate ended) {
        return paragraphs(lines, ended, true);
    }

    /** {@code smallGoesOn} says whether a line with a small letter at its beginning goes on what is no entry of a list. */
    private static List<String> paragraphs(List<String> lines, IntPredicate ended, boolean smallGoesOn) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean inItem = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher bullet = BULLET.matcher(line);
            boolean bulleted = bullet.lookingAt();
            boolean item = bulleted || NUMBERED.matcher(line).matches();
            boolean small = Character.isLowerCase(line.codePointAt(0)) && (smallGoesOn || inItem);
            boolean goesOn = small || isBroken(current);
            if (current.length() > 0 && (item || (!goesOn && ended.test(i - 1)))) {
                paragraphs.add(current.toString());
                current.setLength(0);
            }
            inItem = item || (inItem && current.length() > 0);
            append(current, bulleted ? line.substring(bullet.end()) : line);
        }
        if (current.length() > 0) {
            paragraphs.add(current.toString());
        }
        return paragraphs;
    }

    private static boolean isBroken(StringBuilder paragraph) {
        int last = paragraph.length() - 1;
        return last > 0 && paragraph.charAt(last) == '-' && Character.isLowerCase(paragraph.codePointBefore(last));
    }

    private static void append(StringBuilder paragraph, String line) {
        boolean broken = isBroken(paragraph) && Character.isLowerCase(line.codePointAt(0));
        String end = paragraph.substring(Math.max(0, paragraph.length() - LONGEST_CHANNEL));
        if (broken && !CHANNEL.matcher(end).find()) {
            paragraph.setLength(paragraph.length() - 1);
        } else if (!broken && paragraph.length() > 0) {
            paragraph.append(' ');
        }
        paragraph.append(line);
    }
}
