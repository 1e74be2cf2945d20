package dev.rolewise.knowledge;

import java.util.List;
import java.util.Set;

/**
 * A wrong claim that questions carry ("why do AI engineers need a PhD?"), and what corrects it.
 *
 * @param id stable, in kebab-case
 * @param claim the wrong claim as a sentence
 * @param reply the frame that opens the answer, one of {@link #REPLIES}
 * @param examples questions that presuppose the claim
 * @param not near questions that do not presuppose it
 * @param statements keys of the correcting statements, best first
 */
public record Premise(
        String id, String claim, String reply, List<String> examples, List<String> not, List<String> statements) {

    /** The frames that state no fact of their own and may open a correction. */
    public static final Set<String> REPLIES = Set.of(
            "You don't.",
            "They don't.",
            "They do.",
            "It isn't.",
            "It is.",
            "It won't.",
            "It doesn't.",
            "Not quite.",
            "It's the other way round.",
            "Neither can.",
            "No.",
            "Both do.");

    public Premise {
        examples = List.copyOf(examples);
        not = List.copyOf(not);
        statements = List.copyOf(statements);
    }
}
