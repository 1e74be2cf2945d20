package dev.rolewise.picture;

/** The checks of what is to be drawn: packs are written by strangers. Each throws IllegalArgumentException. */
final class Limits {
    private Limits() {}

    static void length(String what, String text, int most) {
        if (text.length() > most) {
            throw new IllegalArgumentException("a " + what + " of a picture has at most " + most + " characters");
        }
    }

    static void count(String what, int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    "the number of " + what + " in a picture is " + least + " to " + most + ", not " + number);
        }
    }

    static void share(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a " + what + " is from 0 to 1, not " + value);
        }
    }
}
