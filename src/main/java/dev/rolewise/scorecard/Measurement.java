package dev.rolewise.scorecard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A part of the scorecard: what it is measured on, and how. {@code eval all} runs every part whose files it finds, so a new
 * part is one implementation of this and one line in the list of parts.
 */
public interface Measurement {
    /** Its key in the JSON and its place on the page, such as {@code retrieval}. */
    String id();

    /** Its heading, in a few words. */
    String title();

    /** What is measured on what, in a sentence or two for readers of the page. */
    String about();

    /**
     * The files that it needs, by their names with as many folders as tell them apart, such as
     * {@code scifact/corpus.jsonl}. Without one of them it is not run; a part that needs none is always run.
     */
    List<String> files();

    /**
     * Measures.
     *
     * @param files where {@link #files} are, in that order
     * @param messages takes progress and reports of broken lines, one line each
     * @return the figures, the first one the most telling; those with rivals are drawn beside them
     * @throws UnusableFileException where a file cannot be used
     */
    List<Figure> run(List<Path> files, Consumer<String> messages) throws IOException;
}
