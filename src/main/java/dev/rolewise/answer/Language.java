package dev.rolewise.answer;

import java.util.Locale;
import java.util.Set;

/** Tells English from other languages, roughly: by script, and by the small words of a few neighbours. */
final class Language {
    private static final Set<String> ENGLISH = words(
            "the a an is are do does what which who how why when i you my to of in for and or not with it be can should need");
    private static final Set<String> FOREIGN = words(
            "el la los las un una es son qué que cuál cual cómo como entre para por del y"
                    + " der die das und ist sind ein eine einen was wie welche welcher warum ich für mit nicht zu von vergiss"
                    + " le les des du est sont quel quelle comment pourquoi je pour avec et entre une"
                    + " o os uma qual são não il lo gli che per di sono quale perché e het een wat welke hoe voor van en");
    private static final int FOREIGN_WORDS = 2;

    private Language() {}

    /** Whether the text can pass for English; a few words without any sign of a language can. */
    static boolean isEnglish(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long latin = text.codePoints()
                .filter(Character::isLetter)
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        if (latin * 2 < letters) {
            return false;
        }
        int english = 0;
        int foreign = 0;
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            english += ENGLISH.contains(word) ? 1 : 0;
            foreign += FOREIGN.contains(word) ? 1 : 0;
        }
        return foreign < FOREIGN_WORDS || foreign <= english;
    }

    private static Set<String> words(String all) {
        return Set.copyOf(java.util.List.of(all.split(" ")));
    }
}
