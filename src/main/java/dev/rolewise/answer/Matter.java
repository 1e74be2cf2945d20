package dev.rolewise.answer;

import dev.rolewise.analysis.Cues;
import dev.rolewise.analysis.Quantities;
import dev.rolewise.knowledge.Disagreement;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Premise;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.TermExtractor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The pack's matters that need more than the nearest statements: wrong premises and disagreements. A question falls under
 * one when an example of it is near and names the same roles. Thread-safe.
 */
final class Matter {
    private static final double PREMISE_NEAR = 0.86;
    private static final double PREMISE_NEAR_PRESUPPOSED = 0.78;
    private static final double DISAGREEMENT_NEAR = 0.84;
    private static final double SAME_QUESTION = 0.92;

    /** Points below the best statement that a side may lie: of a disagreement that examples tell of, and of any other. */
    private static final double SIDES_FALL = 6;

    private static final double SIDES_CLOSE = 2;

    /** Of two premises as near as each other, the one whose correction answers the question. */
    private static final double CORRECTS = 0.15;

    private final Pack pack;
    private final StatementTable table;
    private final Examples<Premise> premises;
    private final Examples<Premise> notPremises;
    /** Questions that rightly take something for granted. */
    private final Examples<Pack> sound;

    private final Examples<Disagreement> disagreements;
    private final Map<String, List<String>> roles = new HashMap<>();
    private final Map<String, List<String>> quantities = new HashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();

    /** {@code roles} finds the roles in an example as the analyser does in a question. */
    Matter(
            Pack pack,
            StatementTable table,
            Embedder embedder,
            TermExtractor terms,
            Function<String, List<String>> roles) {
        for (Disagreement disagreement : pack.disagreements()) {
            disagreement.examples().forEach(text -> words.put(text, Set.copyOf(terms.terms(text))));
        }
        this.pack = pack;
        this.table = table;
        this.premises = new Examples<>(pack.premises(), Premise::examples, embedder);
        this.notPremises = new Examples<>(pack.premises(), Premise::not, embedder);
        this.sound = new Examples<>(List.of(pack), any -> presupposing(pack), embedder);
        presupposing(pack).forEach(text -> this.roles.put(text, roles.apply(text)));
        this.disagreements = new Examples<>(pack.disagreements(), Disagreement::examples, embedder);
        for (Premise premise : pack.premises()) {
            Stream.concat(premise.examples().stream(), premise.not().stream()).forEach(text -> {
                this.roles.put(text, roles.apply(text));
                this.quantities.put(text, Quantities.of(text));
            });
        }
    }

    private static List<String> presupposing(Pack pack) {
        return Stream.concat(
                        pack.questions().stream(),
                        pack.asked().values().stream().flatMap(List::stream))
                .distinct()
                .filter(Cues::presupposes)
                .toList();
    }

    Optional<Premise> premise(QuestionProfile profile) {
        double enough = profile.presupposes() ? PREMISE_NEAR_PRESUPPOSED : PREMISE_NEAR;
        double honest = honest(profile);
        double[] answering = table.answering(profile.embedding());
        return premises.nearest(
                        profile.embedding(),
                        text -> sameRoles(profile, text)
                                && sameQuantities(profile, text)
                                && (!profile.presupposes() || samePolarity(profile, text)),
                        premise -> CORRECTS * corrects(premise, answering))
                .filter(near -> near.cosine() >= enough && near.cosine() > honest)
                .map(Examples.Near::label);
    }

    /** How well the best of its statements answers the question. */
    private double corrects(Premise premise, double[] answering) {
        return rows(premise.statements()).stream()
                .mapToDouble(row -> answering[row.number()])
                .max()
                .orElse(0);
    }

    /**
     * The disagreement that a question falls under: by its examples, where the sides answer it at all, or because the best
     * answers to it are just these sides.
     *
     * @param ranked statements, best first
     */
    Optional<Disagreement> disagreement(QuestionProfile profile, List<StatementSelector.Scored> ranked) {
        Optional<Disagreement> known = disagreements
                .nearest(profile.embedding(), text -> sharesWords(profile, text))
                .filter(near -> near.cosine() >= DISAGREEMENT_NEAR)
                .filter(near -> near.cosine() >= SAME_QUESTION || lag(near.label(), ranked) <= SIDES_FALL)
                .map(Examples.Near::label);
        return known.isPresent() || profile.roles().size() == 1
                ? known
                : pack.disagreements().stream()
                        .filter(disagreement -> leads(disagreement, ranked) && lag(disagreement, ranked) <= SIDES_CLOSE)
                        .findFirst();
    }

    private static boolean leads(Disagreement disagreement, List<StatementSelector.Scored> ranked) {
        return ranked.stream()
                .limit(1)
                .map(s -> s.row().statement().key())
                .anyMatch(key -> disagreement.sides().stream().anyMatch(side -> side.contains(key)));
    }

    /** How far below the best statement the best one of the weakest side lies. */
    private static double lag(Disagreement disagreement, List<StatementSelector.Scored> ranked) {
        double best = ranked.isEmpty() ? 0 : ranked.get(0).score();
        return disagreement.sides().stream()
                .mapToDouble(side -> ranked.stream()
                        .filter(s -> side.contains(s.row().statement().key()))
                        .mapToDouble(s -> best - s.score())
                        .min()
                        .orElse(Double.POSITIVE_INFINITY))
                .max()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The rows of statements by their keys. */
    List<StatementTable.Row> rows(List<String> keys) {
        return keys.stream().flatMap(key -> table.row(key).stream()).toList();
    }

    /** How near a question comes that does not presuppose the claim, be it because it presupposes the contrary. */
    private double honest(QuestionProfile profile) {
        Predicate<String> like = text -> (sameRoles(profile, text) || leavesRolesOpen(profile, text))
                && Cues.presupposes(text) == profile.presupposes()
                && (!profile.presupposes() || samePolarity(profile, text));
        double contrary = notPremises
                .nearest(profile.embedding(), like)
                .map(Examples.Near::cosine)
                .orElse(0.0);
        double wellAsked = sound.nearest(profile.embedding(), like)
                .filter(near -> profile.presupposes())
                .map(Examples.Near::cosine)
                .orElse(0.0);
        return Math.max(contrary, wellAsked);
    }

    /** "Why do they need it" takes for granted the contrary of "why do they not need it", however near the two are. */
    private static boolean samePolarity(QuestionProfile profile, String example) {
        return Cues.polarity(example) == profile.polarity();
    }

    /** A wrong figure is presupposed only by a question that holds it. */
    private boolean sameQuantities(QuestionProfile profile, String example) {
        return profile.quantities().containsAll(quantities.getOrDefault(example, List.of()));
    }

    /** At least half of what the question is about stands in the example too. */
    private boolean sharesWords(QuestionProfile profile, String example) {
        long shared = profile.terms().stream()
                .filter(words.getOrDefault(example, Set.of())::contains)
                .count();
        return shared > 0 && shared * 2 >= profile.terms().size();
    }

    /** "Which role …?" is what a question asks that names several to choose from. */
    private boolean leavesRolesOpen(QuestionProfile profile, String example) {
        return profile.roles().size() > 1
                && roles.getOrDefault(example, List.of()).isEmpty();
    }

    private boolean sameRoles(QuestionProfile profile, String example) {
        List<String> named = roles.getOrDefault(example, List.of());
        return named.size() == profile.roles().size() && named.containsAll(profile.roles());
    }
}
