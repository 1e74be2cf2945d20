package dev.rolewise.answer;

/** Takes out of a text what must not be kept: tokens, keys, e-mail addresses, telephone numbers. Stateless. */
public final class InputMask {
    private InputMask() {}

    /** The text with a space for each of them. */
    public static String mask(String text) {
        return Secrets.mask(text);
    }
}
