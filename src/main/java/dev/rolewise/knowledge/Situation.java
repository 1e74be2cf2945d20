package dev.rolewise.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * What people tell of their own project before they ask which role it needs.
 *
 * @param id stable, in kebab-case
 * @param role id of the role that it calls for; empty of what is told beside the matter
 * @param examples such tales, without the question
 * @param statements keys of the statements that answer, best first
 */
public record Situation(String id, Optional<String> role, List<String> examples, List<String> statements) {
    public Situation {
        examples = List.copyOf(examples);
        statements = List.copyOf(statements);
    }
}
