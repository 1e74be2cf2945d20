package dev.rolewise.answer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes a typed question fit to be read: visible characters of one script, no mentions and links, no secrets, no orders to
 * the bot. Stateless.
 *
 * <p>Patterns only find what is plainly meant for the bot as a machine; nothing that passes can make the bot act, since
 * answers are made of its sources' statements alone.
 */
final class InputGuard {
    /** Longest text that is read, in characters. */
    static final int MAX_CHARACTERS = 4000;

    private static final int MIN_LETTERS = 2;

    private static final Pattern BETWEEN = Pattern.compile(
            "(?<=[.?!])\\s+|\\n+|\\s+(?=(?:also|and then|then),? (?:from now on|ignore|reply|say|print)\\b)");

    private static final Pattern REPEATED_CHARACTER = Pattern.compile("([^\\d])\\1{3,}");
    /** Bounded, since each repetition takes room on the stack; two passes are enough for the longest text. */
    private static final Pattern REPEATED_PHRASE = Pattern.compile("\\b(.{4,60}?)(?:\\s+\\1){3,60}");

    /** What became of a text. */
    sealed interface Result {
        /**
         * Fit to be read.
         *
         * @param secret whether a token or key was taken out
         * @param harmless whether nothing was taken out that is secret, personal, or an order to the bot
         */
        record Clean(String text, boolean secret, boolean harmless) implements Result {}

        /** Nothing in it to answer; {@code characters} is the length of the text. */
        record Refused(Reason reason, int characters) implements Result {}
    }

    /** Why a text is turned away. */
    enum Reason {
        /** There is no question in it. */
        EMPTY,
        /** More characters than are read. */
        TOO_LONG,
        /** An order to the bot and nothing else. */
        HOSTILE,
        /** A token or key and nothing else. */
        ONLY_SECRET
    }

    Result check(String typed) {
        if (typed.length() > MAX_CHARACTERS) {
            return new Result.Refused(Reason.TOO_LONG, typed.length());
        }
        String visible = VisibleText.of(typed);
        if (letters(visible) < MIN_LETTERS) {
            return new Result.Refused(Reason.EMPTY, typed.length());
        }
        String withoutSecrets = Secrets.mask(visible);
        boolean secret = Secrets.holdsToken(visible);
        String bare = Markup.strip(withoutSecrets);
        List<String> kept = new ArrayList<>();
        boolean ordered = false;
        for (String sentence : BETWEEN.split(bare)) {
            if (Orders.isOrder(sentence)) {
                ordered = true;
            } else {
                kept.add(sentence);
            }
        }
        String rest = calm(String.join(" ", kept));
        if (letters(rest) < MIN_LETTERS || (ordered && words(rest) < 3)) {
            Reason reason = secret ? Reason.ONLY_SECRET : ordered ? Reason.HOSTILE : Reason.EMPTY;
            return new Result.Refused(reason, typed.length());
        }
        return new Result.Clean(rest, secret, !ordered && withoutSecrets.equals(visible));
    }

    /** "whaaaaaat" and a phrase said a hundred times become readable; most texts are so at a glance. */
    private static String calm(String text) {
        String calm = mayDrag(text) ? REPEATED_CHARACTER.matcher(text).replaceAll("$1") : text;
        if (!mayRepeat(calm)) {
            return calm.strip();
        }
        String once = REPEATED_PHRASE.matcher(calm).replaceAll("$1");
        return REPEATED_PHRASE.matcher(once).replaceAll("$1").strip();
    }

    private static boolean mayDrag(String text) {
        int run = 0;
        int last = -1;
        for (int i = 0; i < text.length() && run < 4; i += Character.charCount(last)) {
            int c = text.codePointAt(i);
            run = c == last ? run + 1 : 1;
            last = c;
        }
        return run >= 4;
    }

    /** Whether three words begin with the same two characters, as those of a phrase do that stands there four times. */
    private static boolean mayRepeat(String text) {
        List<Integer> begins = new ArrayList<>();
        for (int i = 0; i < text.length() - 1; i++) {
            boolean first = i == 0 || Character.isWhitespace(text.charAt(i - 1));
            if (first && !Character.isWhitespace(text.charAt(i))) {
                begins.add((text.charAt(i) << Character.SIZE) | text.charAt(i + 1));
            }
        }
        return begins.stream().anyMatch(begin -> Collections.frequency(begins, begin) > 2);
    }

    private static long letters(String text) {
        return text.codePoints().filter(Character::isLetter).count();
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
