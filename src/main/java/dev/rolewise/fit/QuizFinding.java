package dev.rolewise.fit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the combinations of answers to one quiz lead to.
 *
 * @param quizId id of the quiz
 * @param version of the quiz
 * @param combinations how many there are
 * @param outcomes how many lead to each outcome, by id, in the order of the quiz
 * @param roles how many lead to an outcome that names the role, by id, in the order of the pack
 * @param ties how many give no role alone the largest share
 * @param meanShares mean share of each role, 0 to 1, in the order of the pack
 * @param loweringFlips in how many ways an answer that leans more to a role lowers that role's share
 */
public record QuizFinding(
        String quizId,
        String version,
        long combinations,
        Map<String, Long> outcomes,
        Map<String, Long> roles,
        long ties,
        Map<String, BigDecimal> meanShares,
        long loweringFlips) {
    /** By how many percentage points the shares of combinations that lead to each role may differ. */
    public static final int MOST_DIFFERENCE = 2;

    private static final int DIGITS = 4;

    public QuizFinding {
        outcomes = Collections.unmodifiableMap(new LinkedHashMap<>(outcomes));
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
        meanShares = Collections.unmodifiableMap(new LinkedHashMap<>(meanShares));
    }

    /** Ids of the outcomes that no combination leads to. */
    public List<String> unreachable() {
        return outcomes.entrySet().stream()
                .filter(o -> o.getValue() == 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Share of the combinations that lead to each outcome, 0 to 1. */
    public Map<String, BigDecimal> outcomeShares() {
        return shares(outcomes);
    }

    /** Share of the combinations that lead to an outcome that names the role, 0 to 1. */
    public Map<String, BigDecimal> roleShares() {
        return shares(roles);
    }

    /** Largest difference between two roles' {@link #roleShares}, in percentage points, rounded to two digits. */
    public BigDecimal difference() {
        return BigDecimal.valueOf(spread() * 100).divide(BigDecimal.valueOf(combinations), 2, RoundingMode.HALF_EVEN);
    }

    private long spread() {
        return Collections.max(roles.values()) - Collections.min(roles.values());
    }

    /** What is wrong with the quiz, in words; empty where it is fair. Nothing is rounded for this. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        unreachable().forEach(id -> faults.add("no answers lead to the outcome " + id));
        if (spread() * 100 > MOST_DIFFERENCE * combinations) {
            faults.add("one role's outcomes are " + difference() + " points likelier than another's, and "
                    + MOST_DIFFERENCE + " are the most");
        }
        if (loweringFlips > 0) {
            faults.add("in " + loweringFlips + " ways an answer that leans more to a role lowers its share");
        }
        return List.copyOf(faults);
    }

    /** Whether the quiz is fair. */
    public boolean passes() {
        return faults().isEmpty();
    }

    /** All figures as text by name, in the order in which they are shown. */
    Map<String, String> figures() {
        Map<String, String> figures = new LinkedHashMap<>();
        figures.put("combinations", Long.toString(combinations));
        outcomeShares().forEach((id, share) -> figures.put("outcome " + id, share.toPlainString()));
        figures.put("unreachable", Integer.toString(unreachable().size()));
        figures.put("ties", ties + " (" + share(ties).toPlainString() + ")");
        roleShares().forEach((id, share) -> figures.put("outcomes for " + id, share.toPlainString()));
        figures.put("largest difference", difference().toPlainString() + " points");
        meanShares.forEach((id, share) -> figures.put("mean share " + id, share.toPlainString()));
        figures.put("lowering flips", Long.toString(loweringFlips));
        figures.put("passes", passes() ? "yes" : "no");
        return figures;
    }

    /** A number of combinations as a share of all, 0 to 1. */
    BigDecimal share(long count) {
        return ratio(BigDecimal.valueOf(count), BigDecimal.valueOf(combinations));
    }

    /** A ratio with four digits, half to even, without zeros at its end but for one. */
    static BigDecimal ratio(BigDecimal part, BigDecimal of) {
        BigDecimal rounded = part.divide(of, DIGITS, RoundingMode.HALF_EVEN).stripTrailingZeros();
        return rounded.scale() < 1 ? rounded.setScale(1, RoundingMode.UNNECESSARY) : rounded;
    }

    private Map<String, BigDecimal> shares(Map<String, Long> counts) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        counts.forEach((id, count) -> shares.put(id, share(count)));
        return shares;
    }
}
