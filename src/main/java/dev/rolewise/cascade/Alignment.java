package dev.rolewise.cascade;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * A claim laid beside statements: which share of its words they hold at all, and which they hold in the same sense. Each
 * share is weighted by how much a word says, 0 to 1.
 *
 * @param words held at all
 * @param roles held about the same role
 * @param sense held neither denied nor turned around
 * @param all held in every sense
 */
record Alignment(double words, double roles, double sense, double all) {
    /** A word of a claim where it stands. */
    record Item(String term, Clause clause, double weight) {}

    static Alignment of(List<Item> items, Collection<ReadStatement> statements) {
        double total = 0;
        double words = 0;
        double roles = 0;
        double sense = 0;
        double all = 0;
        for (Item item : items) {
            total += item.weight();
            double bestRole = 0;
            double bestSense = 0;
            double bestAll = 0;
            boolean held = false;
            for (ReadStatement statement : statements) {
                for (Clause other : statement.with(item.term())) {
                    held = true;
                    double role = sameRole(item.clause(), other);
                    double same = sameSense(item.clause(), other) ? 1 : 0;
                    bestRole = Math.max(bestRole, role);
                    bestSense = Math.max(bestSense, same);
                    bestAll = Math.max(bestAll, role * same);
                }
            }
            words += held ? item.weight() : 0;
            roles += bestRole * item.weight();
            sense += bestSense * item.weight();
            all += bestAll * item.weight();
        }
        return total == 0
                ? new Alignment(0, 0, 0, 0)
                : new Alignment(words / total, roles / total, sense / total, all / total);
    }

    /** The share of the claimed roles that the other clause is about; 1 where one of both does not say. */
    private static double sameRole(Clause claimed, Clause other) {
        Set<String> roles = claimed.roles();
        if (roles.isEmpty() || other.roles().isEmpty()) {
            return 1;
        }
        return roles.stream().filter(other.roles()::contains).count() / (double) roles.size();
    }

    /** To deny and to turn around at once is to say the same: "not harder", "easier". */
    static boolean sameSense(Clause claimed, Clause other) {
        boolean ordered = claimed.order().isEmpty()
                || other.order().isEmpty()
                || claimed.order().equals(other.order());
        boolean turned =
                !Directions.turned(claimed.directions(), other.directions()).isEmpty();
        return ordered && (claimed.denied() != other.denied()) == turned;
    }
}
