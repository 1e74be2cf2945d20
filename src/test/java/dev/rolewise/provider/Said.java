package dev.rolewise.provider;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * What a model says.
 *
 * @param text its answer
 * @param in tokens of the request; not told where empty
 * @param out tokens of the answer; not told where empty
 * @param finish in OpenAI's words: {@code stop}, {@code length}, {@code content_filter}
 */
public record Said(String text, OptionalInt in, OptionalInt out, String finish) {
    private static final int CHARS_A_TOKEN = 4;

    /** A whole answer with those counts. */
    public static Said of(String text, int in, int out) {
        return new Said(text, OptionalInt.of(in), OptionalInt.of(out), "stop");
    }

    /** A whole answer to {@code request}, counted at four characters a token, as English usually is. */
    public static Said counted(ProviderRequest request, String text) {
        int in = (request.system().length() + request.user().length()) / CHARS_A_TOKEN;
        return of(text, in, Math.max(1, text.length() / CHARS_A_TOKEN));
    }

    /** One claim on the first passage. */
    public static Said claim(String text) {
        return of(
                String.format(
                        Locale.ROOT,
                        "{\"claims\":[{\"text\":%s,\"passages\":[1]}],\"covered\":true}",
                        Json.quoted(text)),
                120,
                30);
    }

    public Said finishing(String reason) {
        return new Said(text, in, out, reason);
    }

    public Said uncounted() {
        return new Said(text, OptionalInt.empty(), OptionalInt.empty(), finish);
    }
}
