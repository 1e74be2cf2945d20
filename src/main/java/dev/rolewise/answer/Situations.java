package dev.rolewise.answer;

import dev.rolewise.analysis.RoleRequest;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Situation;
import dev.rolewise.learning.RidgeScores;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Evidence;
import dev.rolewise.question.QuestionProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Says which role a project needs that somebody tells of, as far as the pack's examples of situations say. Thread-safe; takes
 * about as long as one embedding, and microseconds where nobody tells of a project.
 */
final class Situations {
    private static final double PENALTY = 0.3;

    /** What separates the role that is called for from the next: below it neither is. */
    private static final double CLEAR = 0.15;

    /** The same where nobody says that the project is theirs. */
    private static final double VERY_CLEAR = 0.3;

    /** Cosine from which a statement is about what is told. */
    private static final double NEAR = 0.55;

    private static final int MOST_ALIKE = 2;
    private static final int ROOM = 400;

    /** Cosine to an example from which a project is of the pack's subject that names none of its roles. */
    private static final double OF_THE_SUBJECT = 0.64;

    private final List<Situation> situations;
    private final List<Embedding> projects = new ArrayList<>();
    private final StatementTable table;
    private final StatementSelector selector;
    private final RidgeScores scores;
    private final Embedder embedder;
    private final Function<String, Optional<RoleRequest>> requests;

    /** {@code requests} finds what is told in a question that asks which role a project needs. */
    Situations(
            Pack pack,
            StatementTable table,
            StatementSelector selector,
            Embedder embedder,
            Function<String, Optional<RoleRequest>> requests) {
        this.situations = pack.situations();
        this.table = table;
        this.selector = selector;
        this.embedder = embedder;
        this.requests = requests;
        List<RidgeScores.Example> examples = new ArrayList<>();
        for (int i = 0; i < situations.size(); i++) {
            int number = i;
            embedder.questions(situations.get(i).examples()).values().forEach(v -> {
                Embedding vector = Objects.requireNonNull(v);
                examples.add(new RidgeScores.Example(vector, List.of(number)));
                if (situations.get(number).role().isPresent()) {
                    projects.add(vector);
                }
            });
        }
        this.scores = RidgeScores.train(examples, situations.size(), PENALTY);
    }

    /**
     * A project that somebody asks about.
     *
     * @param told the vector of what they tell
     */
    record Found(Situation situation, Embedding told) {}

    /** The project that a question tells of, if it does and asks no more than which role that needs. */
    Optional<Found> of(QuestionProfile profile) {
        if (situations.isEmpty() || !profile.parts().isEmpty()) {
            return Optional.empty();
        }
        return requests.apply(profile.text())
                .filter(request -> request.ours() || !profile.personal())
                .flatMap(request -> found(request, !profile.roles().isEmpty()));
    }

    /**
     * {@code named}: whether it speaks of the roles. Where it does not, and no project of theirs is told either, it may be a
     * plumber who is needed: it gets the answer or the refusal of any other question.
     */
    private Optional<Found> found(RoleRequest request, boolean named) {
        Embedding told = embedder.question(request.told());
        if (!named && projects.stream().noneMatch(project -> project.cosine(told) >= OF_THE_SUBJECT)) {
            return Optional.empty();
        }
        double[] fits = scores.of(told);
        List<Integer> order = IntStream.range(0, fits.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -fits[i]))
                .toList();
        double lead = fits[order.get(0)] - fits[order.get(1)];
        Situation first = situations.get(order.get(0));
        boolean clear = first.role().isPresent() && lead >= (request.ours() ? CLEAR : VERY_CLEAR);
        return clear
                ? Optional.of(new Found(first, told))
                : undecided().filter(any -> request.ours() && named).map(situation -> new Found(situation, told));
    }

    /** Says which role it needs, and what else is said of that role that is near to what is told; or what would decide it. */
    void write(Found found, QuestionProfile profile, Evidence evidence, AnswerDraft draft) {
        List<StatementTable.Row> deciding = found.situation().statements().stream()
                .flatMap(key -> table.row(key).stream())
                .toList();
        if (found.situation().role().isEmpty()) {
            draft.frame(Phrases.UNDECIDED).bullets(deciding);
            return;
        }
        draft.frame(Phrases.PROJECT, deciding.subList(0, 1));
        List<StatementTable.Row> alike = alike(found, profile, evidence, deciding);
        draft.bullets(alike);
        if (alike.size() < MOST_ALIKE) {
            draft.bullets(deciding.subList(1, deciding.size()));
        }
    }

    private List<StatementTable.Row> alike(
            Found found, QuestionProfile profile, Evidence evidence, List<StatementTable.Row> said) {
        Set<String> role = found.situation().role().stream().collect(Collectors.toSet());
        List<StatementSelector.Scored> ranked = selector.rank(profile, evidence).stream()
                .filter(s -> s.row().passage().roles().equals(role) && !said.contains(s.row()))
                .filter(s -> s.row().embedding().cosine(found.told()) >= NEAR)
                .toList();
        return selector.choose(ranked, said, MOST_ALIKE, ROOM, Double.MAX_VALUE, row -> true);
    }

    private Optional<Situation> undecided() {
        return situations.stream().filter(s -> s.role().isEmpty()).findFirst();
    }
}
