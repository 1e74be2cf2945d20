package dev.rolewise.knowledge;

import java.util.List;

/**
 * A matter on which the sources differ.
 *
 * @param id stable, in kebab-case
 * @param topic completes "My sources differ on …"
 * @param decides completes "It depends on …"
 * @param roles ids of the roles that it is about; empty for all
 * @param examples questions to which it is the answer
 * @param sides for each side the keys of its statements; two sides or more
 */
public record Disagreement(
        String id, String topic, String decides, List<String> roles, List<String> examples, List<List<String>> sides) {
    public Disagreement {
        roles = List.copyOf(roles);
        examples = List.copyOf(examples);
        sides = sides.stream().map(List::copyOf).toList();
    }
}
