package dev.rolewise.cascade;

import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The passages that a claim names, read into statements. Immutable. */
final class NamedPassages {
    /** Characters that two words of one family begin with. */
    private static final int FAMILY = 5;

    private final List<ReadStatement> statements = new ArrayList<>();
    private final Set<String> terms = new HashSet<>();
    private final Map<String, Embedding> vectors;

    NamedPassages(List<Passage> passages, ClauseReader reader, Set<String> allRoles, Embedder embedder) {
        Set<String> seen = new HashSet<>();
        for (Passage passage : passages) {
            for (Statement statement : passage.statements()) {
                if (seen.add(statement.text())) {
                    ReadStatement read = new ReadStatement(statement, passage, reader, allRoles);
                    statements.add(read);
                    terms.addAll(read.terms());
                }
            }
        }
        this.vectors = embedder.statements(seen);
    }

    List<ReadStatement> statements() {
        return statements;
    }

    /** Nearness in meaning to a statement, -1 to 1. */
    double cosine(ReadStatement statement, Embedding vector) {
        Embedding known = vectors.get(statement.statement().text());
        return known == null ? 0 : known.cosine(vector);
    }

    /** Whether they hold that very word. */
    boolean hold(String term) {
        return terms.contains(term);
    }

    /** Whether they hold the word or one of its family: "classifier", "classification". */
    boolean holdLike(String term) {
        int stem = Math.max(FAMILY, (3 * term.length() + 3) / 4);
        return hold(term)
                || (!term.startsWith("#")
                        && term.length() >= stem
                        && terms.stream().anyMatch(t -> t.startsWith(term.substring(0, stem))));
    }
}
