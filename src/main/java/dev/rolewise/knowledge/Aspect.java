package dev.rolewise.knowledge;

import java.util.List;

/**
 * A side from which a role can be looked at, such as tools or maths.
 *
 * @param id stable, in kebab-case: {@code salary-and-demand}
 * @param name as shown in headings: "Salary and demand"
 * @param words words and short phrases in a question that point to it, in lower case
 */
public record Aspect(String id, String name, List<String> words) {
    public Aspect {
        words = List.copyOf(words);
    }
}
