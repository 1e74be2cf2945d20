package dev.rolewise.analysis;

import java.util.List;
import java.util.regex.Pattern;

/** Spells out what people shorten with signs and figures when they type fast. */
final class Shorthand {
    private record Form(Pattern pattern, String spelledOut) {
        private Form(String regex, String spelledOut) {
            this(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), spelledOut);
        }
    }

    private static final List<Form> FORMS = List.of(
            new Form("(?<!\\S)w/o(?!\\S)", "without"),
            new Form("(?<!\\S)w/(?=\\s|\\p{L})", "with "),
            new Form(
                    "(?<=\\p{L} )2(?= (?:be|become|get|break|learn|move|start|switch|go|do|make|work|use|know)\\b)",
                    "to"),
            new Form("(?<=\\p{L} )n(?= \\p{L})", "and"),
            new Form("(?<!\\S)b4(?!\\S)", "before"),
            new Form("(?<!\\S)wen(?!\\S)", "when"),
            new Form("(?<!\\S)wich(?!\\S)", "which"),
            new Form("(?<!\\S)ppl(?!\\S)", "people"),
            new Form("(?<!\\S)(?:ngl|tbh|imo|imho|lol|lmao|rn|fr|pls|plz|thx)(?=[\\s,.!?]|$)", ""));

    private Shorthand() {}

    /** The text with such forms spelled out, and without words that only colour it. */
    static String spelledOut(String text) {
        String spelled = text;
        for (Form form : FORMS) {
            spelled = form.pattern().matcher(spelled).replaceAll(form.spelledOut());
        }
        String tidy = spelled.replaceAll("\\s{2,}", " ").strip();
        return tidy.isEmpty() ? text : tidy;
    }
}
