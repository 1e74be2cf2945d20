package dev.rolewise.knowledge;

import java.util.List;

/**
 * A role that a pack is about.
 *
 * @param id stable, in kebab-case: {@code ml-engineer}
 * @param name singular as shown: "ML engineer"
 * @param plural plural as shown: "ML engineers"
 * @param field the work as a noun: "ML engineering"
 * @param aliases other names, in the singular; a question that holds one is about this role
 * @param hints weaker words; they count only where no alias of any role stands
 */
public record Role(String id, String name, String plural, String field, List<String> aliases, List<String> hints) {
    public Role {
        aliases = List.copyOf(aliases);
        hints = List.copyOf(hints);
    }
}
