package dev.rolewise.knowledge;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What makes a sentence fit to be quoted alone. */
final class StatementRules {
    private static final int SHORTEST = 25;
    private static final int LONGEST = 320;
    private static final Pattern MARKUP = Pattern.compile("(?:[-*+>] |[|<`]|\\d+[.)] ).*");
    private static final Pattern LEANING =
            Pattern.compile("(They|Them|Their|It|Its|This|These|That|Those|He|She|His|Her"
                    + "|Also|However|But|And|Therefore|Moreover|Furthermore|Additionally)\\b.*");

    private final Faults faults;

    StatementRules(Faults faults) {
        this.faults = faults;
    }

    void check(String file, int line, String text) {
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            faults.add(
                    file,
                    line,
                    "the statement has only " + length + " characters",
                    "write a whole sentence of at least " + SHORTEST);
        }
        if (length > LONGEST) {
            faults.add(
                    file,
                    line,
                    "the statement has " + length + " characters",
                    "split it into sentences of at most " + LONGEST);
        }
        if (!text.matches(".*[.!?]")) {
            faults.add(file, line, "the statement does not end in . ! or ?", "end it with a full stop");
        }
        if (MARKUP.matcher(text).matches()) {
            faults.add(file, line, "the line opens with Markdown markup", "write plain sentences, one on each line");
        }
        if (text.contains("{#")) {
            faults.add(file, line, "an id stands inside the statement", "write {#id} once, at the end of the line");
        }
        Matcher leaning = LEANING.matcher(text);
        if (leaning.matches()) {
            faults.add(
                    file,
                    line,
                    "the statement opens with \"" + leaning.group(1) + "\" and cannot stand alone",
                    "name its subject instead");
        }
    }
}
