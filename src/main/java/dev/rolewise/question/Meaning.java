package dev.rolewise.question;

import java.util.List;

/**
 * What a question asks, in words that are the same for many ways to ask it. Two questions of which one has a word that the
 * other has not, or has them in another order, ask something else.
 *
 * @param words sorted by their concepts, each once
 * @param order concepts that may not change places, such as who and whom, in their order
 */
public record Meaning(List<Word> words, List<String> order) {
    /** Nobody looked for it. */
    public static final Meaning UNKNOWN = new Meaning(List.of(), List.of("?"));

    /** It was looked for, and too little was found, as in "hello". */
    public static final Meaning NONE = new Meaning(List.of(), List.of());

    /** What part a word plays. */
    public enum Part {
        /** How it is asked: why, who, how much, whether. */
        WAY,
        ROLE,
        /** Where somebody comes from or goes to. */
        DIRECTION,
        NEGATION,
        QUANTITY,
        AUDIENCE,
        TIME,
        /** What is asked about, where it is a common word. */
        ASPECT,
        /** Any other word: it stands for itself. */
        OTHER
    }

    /**
     * A word.
     *
     * @param concept name of what it says; a word that no list knows is its own name
     */
    public record Word(String concept, Part part) {}

    public Meaning {
        words = List.copyOf(words);
        order = List.copyOf(order);
    }

    /** Whether it is known what is asked. */
    public boolean says() {
        return !words.isEmpty();
    }
}
