package dev.rolewise.question;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Turns texts into vectors of meaning, in process. Thread-safe; a text that is not stored takes 10 to 150 ms of one core.
 */
public interface Embedder {
    /** The vector of a question, in the form that finds passages. */
    Embedding question(String text);

    /** The vectors of questions by text; those known from storage are not computed again. */
    Map<String, Embedding> questions(Collection<String> texts);

    /** The vectors of statements by text; those known from storage are not computed again. */
    Map<String, Embedding> statements(Collection<String> texts);

    /** Whether a word in lower case is one that is often written so, as far as the model knows. */
    default boolean isWord(String word) {
        return false;
    }

    /** The vector of a statement that is not kept: nothing of it stays in memory. */
    default Embedding statement(String text) {
        return Objects.requireNonNull(statements(List.of(text)).get(text), "every text has a vector");
    }
}
