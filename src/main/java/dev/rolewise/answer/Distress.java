package dev.rolewise.answer;

import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises a person who speaks of harming themselves: no career answer is right then. */
final class Distress {
    private static final Pattern SPOKEN = Pattern.compile(
            "\\b(?:kill(?:ing)? my ?self|end(?:ing)? my (?:own )?life|take my (?:own )?life|suicid(?:e|al)|want to die|wanna die"
                    + "|hurt(?:ing)? my ?self|harm(?:ing)? my ?self|self[- ]harm|no reason to live|don'?t want to live)\\b");

    private Distress() {}

    static boolean isIn(String text) {
        return SPOKEN.matcher(text.toLowerCase(Locale.ROOT)).find();
    }
}
