package dev.rolewise.answer;

import dev.rolewise.knowledge.Intent;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Evidence;
import dev.rolewise.question.QuestionProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Chooses the statements that answer a question: relevance, agreement of role and aspect, no repetition (maximal marginal
 * relevance, Carbonell and Goldstein, 1998). Thread-safe.
 */
final class StatementSelector {
    /** A statement with its score; scores of one question can be compared. */
    record Scored(StatementTable.Row row, double score) {}

    /** Above this cosine two statements say the same. */
    private static final double SAME_MEANING = 0.93;

    private static final double SAME_WORDS = 0.66;

    /** Share of a statement's terms that are enough for it to be said by several others together. */
    private static final double SAID = 0.65;

    /** The second statement completes the first; further ones must be better. */
    private static final double SECOND = 1.5;

    private static final double ALIKE = 0.75;

    /** Statements that are looked at for the questions that they are known to answer. */
    private static final int KNOWN = 40;

    /** Points that a clause of a long message counts less than the whole. */
    private static final double ANGLE = 1;

    /** Two questions below this cosine have nothing in common but being questions. */
    private static final double NOT_ALIKE = 0.65;

    private final Pack pack;
    private final StatementTable table;
    private final SelectionWeights weights;

    StatementSelector(Pack pack, StatementTable table, SelectionWeights weights) {
        this.weights = weights;
        this.pack = pack;
        this.table = table;
    }

    /** The statements of the evidence and those that are known to answer questions like this one, best first. */
    List<Scored> rank(QuestionProfile profile, Evidence evidence) {
        List<String> usual = pack.intent(profile.intent()).map(Intent::aspects).orElse(List.of());
        double[] answering = table.answering(profile.embedding());
        List<Embedding> angles = table.angles(profile);
        List<double[]> answeringAngles = angles.stream().map(table::answering).toList();
        Stream<StatementTable.Row> found = evidence.passages().stream()
                .flatMap(ranked -> ranked.passage().statements().stream())
                .flatMap(statement -> table.row(statement.key()).stream());
        Stream<StatementTable.Row> known = table.all().stream()
                .sorted(Comparator.comparingDouble(row -> -answering[row.number()]))
                .limit(KNOWN);
        return Stream.concat(found, known)
                .distinct()
                .map(row -> {
                    double meaning = meaning(profile.embedding(), row, answering);
                    for (int i = 0; i < angles.size(); i++) {
                        meaning = Math.max(meaning, meaning(angles.get(i), row, answeringAngles.get(i)) - ANGLE);
                    }
                    return new Scored(row, meaning + agreement(profile, row, usual));
                })
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .toList();
    }

    /**
     * The best statements that fit and do not repeat each other.
     *
     * @param ranked from {@link #rank}
     * @param taken statements that are in the answer already
     * @param most at most so many
     * @param characters at most so many characters in all; the first may be longer
     * @param fall how far below the best score a statement may lie, the second one half as far again
     */
    List<StatementTable.Row> choose(
            List<Scored> ranked,
            List<StatementTable.Row> taken,
            int most,
            int characters,
            double fall,
            Predicate<StatementTable.Row> fits) {
        List<Scored> left =
                new ArrayList<>(ranked.stream().filter(s -> fits.test(s.row())).toList());
        double top = left.isEmpty() ? 0 : left.get(0).score();
        List<StatementTable.Row> said = new ArrayList<>(taken);
        List<StatementTable.Row> chosen = new ArrayList<>();
        int room = characters;
        while (chosen.size() < most && !left.isEmpty()) {
            double floor = top - (chosen.size() < 2 ? SECOND * fall : fall);
            left.removeIf(s -> s.score() < floor
                    || said.stream().anyMatch(other -> repeats(s.row(), other))
                    || isSaid(s.row(), said));
            if (left.isEmpty()) {
                break;
            }
            Scored best = left.stream()
                    .max(Comparator.comparingDouble(s -> marginal(s, said)))
                    .orElseThrow();
            left.remove(best);
            int length = best.row().statement().text().length();
            if (chosen.isEmpty() || length <= room) {
                chosen.add(best.row());
                said.add(best.row());
                room -= length;
            }
        }
        return chosen;
    }

    /** What the vector of the question, or of a clause of it, says for a statement. */
    private double meaning(Embedding question, StatementTable.Row row, double[] answering) {
        return weights.meaning() * question.cosine(row.embedding())
                + weights.asked() * Math.max(0, row.askedCosine(question) - NOT_ALIKE)
                + weights.answering() * answering[row.number()];
    }

    /** What words, roles and aspects of the question say for a statement. */
    private double agreement(QuestionProfile profile, StatementTable.Row row, List<String> usual) {
        List<String> roles = profile.to().map(List::of).orElse(profile.roles());
        return weights.words() * table.covered(profile.terms(), row.terms())
                + weights.askedWords() * table.covered(profile.terms(), row.askedTerms())
                + roleAgreement(roles, row.passage().roles())
                + weights.density() * Math.log(1 + row.terms().size())
                + aspectAgreement(profile, row.passage().aspect(), usual);
    }

    /** The aspect asked about counts most where the intent speaks for it too; without one the intent alone counts. */
    private double aspectAgreement(QuestionProfile profile, String aspect, List<String> usual) {
        double byIntent = usual.contains(aspect) ? profile.intentConfidence() / (1 + usual.indexOf(aspect)) : 0;
        if (profile.aspect().isEmpty()) {
            return weights.usualAspect() * byIntent;
        }
        return profile.aspect().get().equals(aspect)
                ? weights.sameAspect() + weights.usualAspect() * byIntent
                : weights.secondAspect() * byIntent;
    }

    private double roleAgreement(List<String> asked, Set<String> about) {
        if (asked.isEmpty() || about.isEmpty()) {
            return 0;
        }
        if (asked.stream().noneMatch(about::contains)) {
            return -weights.otherRole();
        }
        return about.size() == asked.size() && about.containsAll(asked) ? weights.sameRoles() : 0;
    }

    private double marginal(Scored scored, List<StatementTable.Row> said) {
        double alike = said.stream()
                .mapToDouble(other -> scored.row().embedding().cosine(other.embedding()))
                .max()
                .orElse(0);
        return scored.score() - weights.repetition() * Math.max(0, alike - ALIKE);
    }

    /** Whether several statements together say it, though none of them alone. */
    private static boolean isSaid(StatementTable.Row row, List<StatementTable.Row> said) {
        long known = row.terms().stream()
                .filter(term -> said.stream().anyMatch(other -> other.terms().contains(term)))
                .count();
        return said.size() > 1 && known >= SAID * row.terms().size();
    }

    private static boolean repeats(StatementTable.Row a, StatementTable.Row b) {
        if (a.statement().key().equals(b.statement().key())) {
            return true;
        }
        long shared = a.terms().stream().filter(b.terms()::contains).count();
        boolean sameWords =
                shared >= SAME_WORDS * Math.min(a.terms().size(), b.terms().size());
        boolean sameRoles = a.passage().roles().equals(b.passage().roles());
        return (sameRoles && a.embedding().cosine(b.embedding()) > SAME_MEANING)
                || (sameWords && a.terms().size() <= b.terms().size() && shared > 1);
    }
}
