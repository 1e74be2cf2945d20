package dev.rolewise.question;

import java.util.List;

/**
 * A statement of a document that may answer a question.
 *
 * @param scope in which the document counts: a server's, or that of the installation
 * @param sourceId id of the document
 * @param title of the document
 * @param heading its place in the document, the title first
 * @param passageId statements of one passage stand together
 * @param key of the statement, unique in its scope
 * @param text letter by letter
 * @param score comparable within one search only
 * @param cosine likeness of meaning to the question, -1 to 1; 0 where it was not searched for
 */
public record FoundStatement(
        Scope scope,
        String sourceId,
        String title,
        List<String> heading,
        String passageId,
        String key,
        String text,
        double score,
        double cosine) {
    public FoundStatement {
        heading = List.copyOf(heading);
    }
}
