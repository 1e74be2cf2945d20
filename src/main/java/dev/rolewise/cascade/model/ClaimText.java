package dev.rolewise.cascade.model;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a claim's text plain, or turns it down: one that holds an address or calls on somebody is shown to nobody. */
final class ClaimText {
    /** Characters that a claim may have. */
    static final int MAX = 400;

    private static final Pattern WORD = Pattern.compile("\\p{L}{2}");
    private static final Pattern SPACE = Pattern.compile("[\\p{Zs}\\p{Zl}\\p{Zp}\\p{Cc}]+");
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");

    /** Dots that a browser takes for dots. */
    private static final Pattern DOT = Pattern.compile("[\\u3002\\uFF0E\\uFF61]");

    private static final Pattern ADDRESS = Pattern.compile(
            "[a-z][a-z0-9+-]{1,20}\\s?:\\s?//"
                    + "|\\bwww\\s?\\."
                    + "|\\b(?:javascript|mailto|tel|discord|vbscript):\\S|\\bdata:[a-z]+/"
                    + "|\\bdiscord(?:app)?\\s?\\.\\s?(?:gg|com|io|li|me)\\b"
                    + "|\\b[\\w-]+(?:\\.[\\w-]+)*\\.(?:com|net|org|info|biz|gg|me|ly|xyz|ru|cn|site|link|click|top|zip|mov|shop"
                    + "|online|example|invalid|test|onion)\\b"
                    + "|\\b[\\w-]+\\.[a-z]{2,10}/\\S"
                    + "|\\S@[\\w-]+\\.\\w"
                    + "|\\]\\s?\\(",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern MENTION = Pattern.compile(
            "@\\s?(?:everyone|here)\\b|<\\s?(?:@|#|/|t:|id:|a?:\\w)|(?:^|[^\\w])@\\w", Pattern.CASE_INSENSITIVE);

    private static final Pattern MARKER = Pattern.compile("\\s?\\[\\s?\\d{1,3}(?:\\s?,\\s?\\d{1,3})*\\s?\\]");
    private static final Pattern LINE_START = Pattern.compile("^(?:\\s*(?:#{1,6}|>{1,3}|[-*+•]|-#)\\s+)+");
    private static final Pattern EMPHASIS =
            Pattern.compile("\\*+|~~+|\\|\\|+|`+|__+|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])|\\\\");

    private ClaimText() {}

    /** The text without marks of any kind; nothing where it holds an address or a mention, is no sentence or too long. */
    static Optional<String> clean(String raw) {
        if (raw.length() > 4 * MAX) {
            return Optional.empty();
        }
        String text = INVISIBLE
                .matcher(Normalizer.normalize(raw, Normalizer.Form.NFKC))
                .replaceAll(m ->
                        m.group().isBlank() || Character.isWhitespace(m.group().codePointAt(0)) ? " " : "");
        text = SPACE.matcher(text).replaceAll(" ").strip();
        String dotted = DOT.matcher(text).replaceAll(".");
        if (ADDRESS.matcher(dotted).find() || MENTION.matcher(dotted).find()) {
            return Optional.empty();
        }
        String plain = LINE_START.matcher(text).replaceFirst("");
        plain = MARKER.matcher(EMPHASIS.matcher(plain).replaceAll("")).replaceAll("");
        plain = SPACE.matcher(plain).replaceAll(" ").strip();
        return !WORD.matcher(plain).find() || plain.length() > MAX || isAddressed(plain)
                ? Optional.empty()
                : Optional.of(plain);
    }

    /** Taking marks away may have put an address together. */
    private static boolean isAddressed(String plain) {
        return ADDRESS.matcher(plain).find() || MENTION.matcher(plain).find();
    }
}
