package dev.rolewise.cascade;

import java.util.List;
import java.util.Set;

/**
 * A stretch of a sentence that speaks about one thing in one way.
 *
 * @param terms its content words, stemmed, without names of roles; numbers as {@code #300000}
 * @param roles ids of the roles that it is about; empty where the text does not say
 * @param denied whether it stands under a "not"
 * @param order {@code "before"} or {@code "after"} where its words follow such a word, else empty text
 * @param directions which way it points, such as {@code +amount} for "more" and {@code -ease} for "harder"
 */
record Clause(List<String> terms, Set<String> roles, boolean denied, String order, Set<String> directions) {
    Clause {
        terms = List.copyOf(terms);
        roles = Set.copyOf(roles);
        directions = Set.copyOf(directions);
    }

    /** The same about other roles. */
    Clause about(Set<String> others) {
        return new Clause(terms, others, denied, order, directions);
    }
}
