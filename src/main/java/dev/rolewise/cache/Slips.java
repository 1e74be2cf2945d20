package dev.rolewise.cache;

import dev.rolewise.question.Meaning.Part;
import dev.rolewise.question.Meaning.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words of two questions that are one word with a slip of the keyboard: a letter left out or added, or two swapped, in a long
 * word that no list knows. A changed letter is no slip here: it more often makes another word; and a mentor is no mentee.
 */
final class Slips {
    private static final int SHORTEST = 6;

    private Slips() {}

    /** For each of {@code words} that is one of {@code others} but for a slip, that other; each is used once. */
    static Map<String, String> between(List<Word> words, List<Word> others) {
        Map<String, String> slips = new HashMap<>();
        for (Word word : words) {
            others.stream()
                    .filter(other -> isSlip(word, other) && !slips.containsValue(other.concept()))
                    .findFirst()
                    .ifPresent(other -> slips.put(word.concept(), other.concept()));
        }
        return slips;
    }

    private static boolean isSlip(Word word, Word other) {
        return word.part() == Part.OTHER && other.part() == Part.OTHER && isSlip(word.concept(), other.concept());
    }

    /** Who does it, as against whom it is done to: interviewer and interviewee. */
    private static boolean isDoer(String word) {
        return word.endsWith("er") || word.endsWith("or");
    }

    static boolean isSlip(String a, String b) {
        int shortest = Math.min(a.length(), b.length());
        if (!a.chars().allMatch(Character::isLetter)
                || !b.chars().allMatch(Character::isLetter)
                || shortest < SHORTEST
                || Math.max(a.length(), b.length()) > shortest + 1
                || a.charAt(0) != b.charAt(0)
                || isDoer(a) != isDoer(b)) {
            return false;
        }
        int same = 0;
        while (same < shortest && a.charAt(same) == b.charAt(same)) {
            same++;
        }
        if (a.length() != b.length()) {
            String longer = a.length() > b.length() ? a : b;
            String shorter = a.length() > b.length() ? b : a;
            return longer.substring(same + 1).equals(shorter.substring(same));
        }
        return same + 1 < a.length()
                && a.charAt(same) == b.charAt(same + 1)
                && a.charAt(same + 1) == b.charAt(same)
                && a.substring(same + 2).equals(b.substring(same + 2));
    }
}
