package dev.rolewise.analysis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a question that stands alone carries behind it in square brackets: told or wished for, and no part of what is asked.
 * It stays readable for people and for a model, and is left out where a question is compared with others.
 */
final class Asides {
    private static final String WANTED = "wanted";
    private static final String TOLD = "also told";
    private static final int LONGEST = 200;
    private static final Pattern ASIDE =
            Pattern.compile("\\s*\\[(?<kind>" + WANTED + "|" + TOLD + "): (?<text>[^\\[\\]]{0," + LONGEST + "})\\]");

    private Asides() {}

    /** The question with a wish about the form of its answer. It takes the place of an earlier wish. */
    static String wanting(String question, String wish) {
        return without(question, WANTED) + aside(WANTED, wish);
    }

    /** The question with something that the asker told of themselves. */
    static String telling(String question, String told) {
        return question + aside(TOLD, told);
    }

    /** What is asked. */
    static String body(String question) {
        String body = ASIDE.matcher(question).replaceAll("").strip();
        return body.isEmpty() ? question : body;
    }

    /** What is wanted of the answer's form; empty where nothing is. */
    static String wanted(String question) {
        Matcher aside = ASIDE.matcher(question);
        while (aside.find()) {
            if (WANTED.equals(aside.group("kind"))) {
                return aside.group("text");
            }
        }
        return "";
    }

    /** What was told, as it stands behind the question; empty where nothing was. */
    static String told(String question) {
        StringBuilder told = new StringBuilder();
        Matcher aside = ASIDE.matcher(question);
        while (aside.find()) {
            told.append(TOLD.equals(aside.group("kind")) ? aside.group() : "");
        }
        return told.toString();
    }

    private static String without(String question, String kind) {
        return ASIDE.matcher(question)
                .replaceAll(m -> m.group(1).equals(kind) ? "" : Matcher.quoteReplacement(m.group()));
    }

    private static String aside(String kind, String text) {
        String kept = text.replaceAll("[\\[\\]]", " ").strip();
        return " [" + kind + ": " + cut(kept, LONGEST) + "]";
    }

    /** The beginning of a text, no character of it in half. */
    static String cut(String text, int most) {
        int end = Math.min(text.length(), most);
        boolean halved = end > 0 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, halved ? end - 1 : end);
    }
}
