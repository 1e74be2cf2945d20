package dev.rolewise.cascade;

import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A statement of a passage, read into clauses, so that claims can be laid beside it. Immutable. */
final class ReadStatement {
    private final Statement statement;
    private final List<Clause> clauses;
    private final Map<String, Set<Clause>> byTerm = new HashMap<>();
    private final Set<String> terms = new HashSet<>();

    /** {@code allRoles}: a passage about all of them says nothing about whom a sentence without a name is. */
    ReadStatement(Statement statement, Passage passage, ClauseReader reader, Set<String> allRoles) {
        this.statement = statement;
        Set<String> fallback = passage.roles().size() < allRoles.size() ? passage.roles() : Set.of();
        this.clauses = reader.readBothWays(statement.text()).stream()
                .map(c -> c.roles().isEmpty() ? c.about(fallback) : c)
                .toList();
        for (Clause clause : clauses) {
            for (String term : clause.terms()) {
                byTerm.computeIfAbsent(term, t -> new HashSet<>()).add(clause);
                terms.add(term);
            }
        }
    }

    Statement statement() {
        return statement;
    }

    List<Clause> clauses() {
        return clauses;
    }

    /** Content words and numbers. */
    Set<String> terms() {
        return terms;
    }

    /** The clauses that hold a word. */
    Set<Clause> with(String term) {
        return byTerm.getOrDefault(term, Set.of());
    }
}
