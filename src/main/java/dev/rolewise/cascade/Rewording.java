package dev.rolewise.cascade;

import dev.rolewise.cascade.Verification.Fault;
import dev.rolewise.cascade.Wording.Kind;
import dev.rolewise.cascade.Wording.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A claim against a statement word by word, by their longest common subsequence: where most words agree, what differs is
 * the point. A "not" more or less, another number, another role, a comparison the other way round.
 */
final class Rewording {
    private static final int NEAR = 3;

    /** From this likeness on, a claim is the statement with a few words changed. */
    private static final double COPY = 0.9;

    private final List<Word> claim;
    private final List<Word> statement;

    /** Pairs of places of words that stand for each other. */
    private final List<int[]> pairs = new ArrayList<>();

    Rewording(List<Word> claim, List<Word> statement) {
        this.claim = claim;
        this.statement = statement;
        match();
    }

    /** Share of the claim's words that the statement has in the same order, 0 to 1. */
    double share() {
        long words = claim.stream().filter(w -> w.kind() != Kind.NOT).count();
        long matched =
                pairs.stream().filter(p -> claim.get(p[0]).kind() != Kind.NOT).count();
        return words == 0 ? 0 : matched / (double) words;
    }

    /** Share of both texts' words that they have in common in the same order, 0 to 1. */
    double likeness() {
        long matched =
                pairs.stream().filter(p -> claim.get(p[0]).kind() != Kind.NOT).count();
        long words = claim.stream().filter(w -> w.kind() != Kind.NOT).count()
                + statement.stream().filter(w -> w.kind() != Kind.NOT).count();
        return words == 0 ? 0 : 2.0 * matched / words;
    }

    /** What changes the meaning, if anything does. */
    Optional<Fault> fault() {
        long roles = differing(Kind.ROLE);
        long directions = differing(Kind.DIRECTION);
        long denials = unpaired(claim, 0, 1) + unpaired(statement, 1, 0);
        if (numbers()) {
            return Optional.of(Fault.NUMBER);
        }
        if (roles == 1 || (roles > 1 && likeness() >= COPY && !(directions == 1 && denials == 0))) {
            return Optional.of(Fault.ROLE);
        }
        if (roles == 0 && (directions + denials) % 2 == 1) {
            return Optional.of(Fault.POLARITY);
        }
        return Optional.empty();
    }

    private long differing(Kind kind) {
        return pairs.stream()
                .filter(p -> claim.get(p[0]).kind() == kind && !carries(statement.get(p[1]), claim.get(p[0])))
                .count();
    }

    /** What is said of several roles is said of each. */
    private static boolean carries(Word statement, Word claim) {
        return statement.value().equals(claim.value())
                || (claim.kind() == Kind.ROLE
                        && List.of(statement.value().split(",")).contains(claim.value()));
    }

    /** A number in the place of another that the statement does not hold anywhere, or two that changed places. */
    private boolean numbers() {
        List<String> known = values(statement);
        boolean other = pairs.stream()
                .anyMatch(p -> claim.get(p[0]).kind() == Kind.NUMBER
                        && !known.contains(claim.get(p[0]).value()));
        List<String> claimed = values(claim);
        boolean swapped = likeness() >= COPY
                && known.size() == claimed.size()
                && known.containsAll(claimed)
                && !known.equals(claimed);
        return other || swapped;
    }

    private static List<String> values(List<Word> words) {
        return words.stream()
                .filter(w -> w.kind() == Kind.NUMBER)
                .map(Word::value)
                .toList();
    }

    /** Denials with no partner near the same place, whose own surroundings the other text has. */
    private long unpaired(List<Word> words, int side, int other) {
        List<Word> others = side == 0 ? statement : claim;
        long count = 0;
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).kind() == Kind.NOT && surrounded(i, words.size(), side)) {
                int place = before(i, side);
                boolean partner = false;
                for (int j = 0; j < others.size(); j++) {
                    partner |= others.get(j).kind() == Kind.NOT && Math.abs(before(j, other) - place) <= NEAR;
                }
                count += partner ? 0 : 1;
            }
        }
        return count;
    }

    private boolean surrounded(int i, int size, int side) {
        List<Word> words = side == 0 ? claim : statement;
        int next = i + 1 < size && words.get(i + 1).key().endsWith("ly") ? i + 2 : i + 1;
        return (next >= size || matched(next, side))
                && (i == 0 || matched(i - 1, side) || (i > 1 && matched(i - 2, side)));
    }

    private boolean matched(int i, int side) {
        return pairs.stream().anyMatch(p -> p[side] == i);
    }

    private int before(int i, int side) {
        return (int) pairs.stream().filter(p -> p[side] < i).count();
    }

    private void match() {
        int n = claim.size();
        int m = statement.size();
        double[][] best = new double[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                double met = fits(claim.get(i), statement.get(j));
                best[i][j] = Math.max(best[i + 1][j], best[i][j + 1]);
                if (met > 0) {
                    best[i][j] = Math.max(best[i][j], met + best[i + 1][j + 1]);
                }
            }
        }
        int i = 0;
        int j = 0;
        while (i < n && j < m) {
            double met = fits(claim.get(i), statement.get(j));
            if (met > 0 && best[i][j] == met + best[i + 1][j + 1]) {
                pairs.add(new int[] {i++, j++});
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    /** Equal words rather than words of one kind. */
    private static double fits(Word a, Word b) {
        if (a.kind() != b.kind() || !a.key().equals(b.key())) {
            return 0;
        }
        return a.value().equals(b.value()) ? 1 : 0.6;
    }
}
