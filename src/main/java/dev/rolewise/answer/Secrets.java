package dev.rolewise.answer;

import java.util.regex.Pattern;

/** Takes tokens, keys, e-mail addresses and telephone numbers out of a text. */
final class Secrets {
    private static final Pattern TOKEN = Pattern.compile("\\b[\\w-]{18,}\\.[\\w-]{5,}\\.[\\w-]{20,}"
            + "|\\b(?:sk|pk|rk|ghp|gho|xox[abp])[-_][\\w-]{16,}"
            + "|\\bAIza[\\w-]{30,}|\\bAKIA[A-Z0-9]{12,}"
            + "|-----BEGIN [A-Z ]+-----[\\s\\S]*?(?:-----END [A-Z ]+-----|$)"
            + "|\\b[A-Fa-f0-9]{40,}\\b");
    private static final Pattern EMAIL = Pattern.compile("\\b[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}\\b");
    private static final Pattern PHONE =
            Pattern.compile("(?<![\\w$€£.,]|<t:|<@)\\+?\\d(?:[ ()/-]{0,2}\\d){8,13}(?![\\w%])");

    private Secrets() {}

    /** Whether a token or key is in the text. */
    static boolean holdsToken(String text) {
        return TOKEN.matcher(text).find();
    }

    /** The text with a space for each of them. */
    static String mask(String text) {
        String masked = TOKEN.matcher(text).replaceAll(" ");
        masked = EMAIL.matcher(masked).replaceAll(" ");
        return PHONE.matcher(masked).replaceAll(" ");
    }
}
