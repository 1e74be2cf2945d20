package dev.rolewise.question;

import java.util.Optional;

/**
 * One line of an answer.
 *
 * @param bullet whether it is an item of a list
 * @param label a short lead-in set apart from the text, such as a role's name, where there is one
 * @param text sentences with their markers: {@code "… [1]. … [2]."}
 */
public record AnswerLine(boolean bullet, Optional<String> label, String text) {
    /** A plain line. */
    public static AnswerLine of(String text) {
        return new AnswerLine(false, Optional.empty(), text);
    }

    /** An item of a list. */
    public static AnswerLine item(String text) {
        return new AnswerLine(true, Optional.empty(), text);
    }

    /** A line with a lead-in. */
    public static AnswerLine labelled(String label, String text) {
        return new AnswerLine(false, Optional.of(label), text);
    }

    /** As plain text, for a terminal or a file. */
    public String plain() {
        return (bullet ? "• " : "") + label.map(l -> l + ": ").orElse("") + text;
    }
}
