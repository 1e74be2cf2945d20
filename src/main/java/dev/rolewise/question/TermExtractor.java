package dev.rolewise.question;

import java.util.List;

/**
 * Reduces a text to its content words: lower case, stemmed, synonyms folded into one, without stop words and names of
 * roles. Thread-safe.
 */
public interface TermExtractor {
    /** The content words in their order, with repetitions. */
    List<String> terms(String text);
}
