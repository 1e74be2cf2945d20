package dev.rolewise.knowledge;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A heading path and a few sentences: what is retrieved.
 *
 * @param id unique within the pack: source id, {@code #}, running number
 * @param sourceId the source that it stands in
 * @param heading the path of headings, outermost first: {@code [ML engineer, Tools]}
 * @param roles ids of the roles that it is about; all roles of the pack where the heading says so; empty where unknown
 * @param aspect id of its aspect, or empty text where the heading names none
 * @param statements its sentences in order, at least one
 */
public record Passage(
        String id,
        String sourceId,
        List<String> heading,
        Set<String> roles,
        String aspect,
        List<Statement> statements) {
    public Passage {
        heading = List.copyOf(heading);
        roles = Set.copyOf(roles);
        statements = List.copyOf(statements);
    }

    /** Its sentences joined by single spaces; every statement's text is a substring. */
    public String text() {
        return statements.stream().map(Statement::text).collect(Collectors.joining(" "));
    }
}
