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

    /** A token has as many letters, digits, underscores and hyphens in a row at least, or begins a key in armour. */
    private static final int SHORTEST_TOKEN = 16;

    private static final String ARMOUR = "-----BEGIN ";
    private static final int SHORTEST_PHONE = 9;

    private Secrets() {}

    /** Whether a token or key is in the text. */
    static boolean holdsToken(String text) {
        return mayHoldToken(text) && TOKEN.matcher(text).find();
    }

    /** The text with a space for each of them. Most texts have none, which a look at each character shows. */
    static String mask(String text) {
        String masked = mayHoldToken(text) ? TOKEN.matcher(text).replaceAll(" ") : text;
        masked = masked.indexOf('@') >= 0 ? EMAIL.matcher(masked).replaceAll(" ") : masked;
        return text.chars().filter(Character::isDigit).count() >= SHORTEST_PHONE
                ? PHONE.matcher(masked).replaceAll(" ")
                : masked;
    }

    private static boolean mayHoldToken(String text) {
        int run = 0;
        for (int i = 0; i < text.length() && run < SHORTEST_TOKEN; i++) {
            char c = text.charAt(i);
            boolean inToken =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
            run = inToken ? run + 1 : 0;
        }
        return run >= SHORTEST_TOKEN || text.contains(ARMOUR);
    }
}
