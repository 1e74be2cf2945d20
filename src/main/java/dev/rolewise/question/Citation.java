package dev.rolewise.question;

import java.util.List;

/**
 * What carries a sentence of an answer.
 *
 * @param marker the number in square brackets, from 1; several quotes of one source and heading share one
 * @param sourceId id of the source
 * @param title title of the source
 * @param heading heading path of the passage
 * @param quote the statement, letter by letter from the passage
 * @param statementKey key of the statement
 * @param note whether the quote is from our notes rather than the source's own words
 */
public record Citation(
        int marker,
        String sourceId,
        String title,
        List<String> heading,
        String quote,
        String statementKey,
        boolean note) {
    public Citation {
        heading = List.copyOf(heading);
    }
}
