package dev.rolewise.knowledge;

import java.util.List;

/**
 * What a question wants, with labelled examples that the classifier learns from.
 *
 * @param id stable, in kebab-case: {@code role-fit}
 * @param form the shape that its answers have
 * @param aspects ids of the aspects whose statements usually answer it
 * @param examples questions as members type them
 */
public record Intent(String id, AnswerForm form, List<String> aspects, List<String> examples) {
    public Intent {
        aspects = List.copyOf(aspects);
        examples = List.copyOf(examples);
    }
}
