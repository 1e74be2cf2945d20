package dev.rolewise.question;

import java.util.Collection;
import java.util.Map;

/** Turns texts into vectors of meaning, in process. Thread-safe; a call takes 10 to 150 ms of one core. */
public interface Embedder {
    /** The vector of a question, in the form that finds passages. */
    Embedding question(String text);

    /** The vector of a text that is compared with others of its kind: a passage, a statement, an example. */
    Embedding text(String text);

    /** The vectors of many texts, from storage where they are known. */
    default Map<String, Embedding> texts(Collection<String> texts) {
        return texts.stream().distinct().collect(java.util.stream.Collectors.toMap(t -> t, this::text));
    }
}
