package dev.rolewise.cascade.model;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Text of strangers as it may stand in a prompt: on one line, and without what a model or its server could take for a
 * border, a tag or a turn of the conversation.
 */
final class UntrustedText {
    private static final Pattern SPACE = Pattern.compile("[\\p{Zs}\\p{Zl}\\p{Zp}\\p{Cc}]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]");
    private static final Pattern OPENING =
            Pattern.compile("[<\\u2039\\uFE64\\uFF1C\\u27E8\\u3008\\u00AB\\u226A\\u300A]");
    private static final Pattern CLOSING =
            Pattern.compile("[>\\u203A\\uFE65\\uFF1E\\u27E9\\u3009\\u00BB\\u226B\\u300B]");

    /** Turns of a conversation as chat templates of open models write them. */
    private static final Pattern TURN =
            Pattern.compile("\\[\\s*(/?\\s*(?:INST|SYS|AVAILABLE_TOOLS|TOOL_CALLS))\\s*]", Pattern.CASE_INSENSITIVE);

    private UntrustedText() {}

    /** One line of at most {@code max} characters, cut between characters, that does not hold {@code mark}. */
    static String line(String text, String mark, int max) {
        String folded = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
        folded = SPACE.matcher(folded).replaceAll(" ").strip();
        folded = CLOSING.matcher(OPENING.matcher(folded).replaceAll("‹")).replaceAll("›");
        folded = TURN.matcher(folded).replaceAll("($1)").replace(mark, "-");
        return cut(folded, max);
    }

    private static String cut(String text, int max) {
        if (text.length() <= max) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
    }
}
