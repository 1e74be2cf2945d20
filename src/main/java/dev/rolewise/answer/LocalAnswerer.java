package dev.rolewise.answer;

import dev.rolewise.knowledge.AnswerForm;
import dev.rolewise.knowledge.Disagreement;
import dev.rolewise.knowledge.Intent;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Premise;
import dev.rolewise.knowledge.Role;
import dev.rolewise.question.Complexity;
import dev.rolewise.question.Evidence;
import dev.rolewise.question.QuestionProfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Answers from the pack's statements alone, in process and free of charge: statements are chosen, put in the shape that the
 * intent asks for, and quoted. Thread-safe.
 */
final class LocalAnswerer {
    private static final int SHORT = 420;
    private static final int NORMAL = 580;
    private static final int LONG = 800;
    private static final int PART = 330;

    private final Pack pack;
    private final StatementSelector selector;
    private final SelectionWeights weights;
    private final Matter matter;

    LocalAnswerer(Pack pack, StatementSelector selector, SelectionWeights weights, Matter matter) {
        this.pack = pack;
        this.selector = selector;
        this.weights = weights;
        this.matter = matter;
    }

    /** Writes the answer to a question, or to one part of it, at the end of the draft. */
    void write(QuestionProfile profile, Evidence evidence, Optional<String> label, AnswerDraft draft) {
        boolean part = label.isPresent();
        List<StatementSelector.Scored> ranked = selector.rank(profile, evidence);
        Optional<Premise> premise = matter.premise(profile);
        Optional<Disagreement> disagreement = matter.disagreement(profile);
        if (premise.isPresent()) {
            correct(premise.get(), ranked, draft);
        } else if (disagreement.isPresent()) {
            bothSides(disagreement.get(), ranked, part, draft);
        } else if (weighsRoles(profile) && !part) {
            sideBySide(profile, ranked, draft);
        } else {
            plainly(profile, ranked, label, draft);
        }
    }

    /**
     * Writes the best of what has not been shown, where it is about as good as what has; says whether there was any.
     *
     * @param shown keys of statements
     */
    boolean further(QuestionProfile profile, Evidence evidence, Set<String> shown, AnswerDraft draft) {
        List<StatementSelector.Scored> ranked = selector.rank(profile, evidence);
        double floor = ranked.isEmpty() ? 0 : ranked.get(0).score() - 1.5 * weights.fall();
        List<StatementTable.Row> seen = shown.stream()
                .flatMap(key -> matter.rows(List.of(key)).stream())
                .toList();
        List<StatementSelector.Scored> left = ranked.stream()
                .filter(s -> s.score() >= floor
                        && !shown.contains(s.row().statement().key()))
                .toList();
        List<StatementTable.Row> rows = selector.choose(left, seen, 3, NORMAL, weights.fall(), fresh(draft));
        if (!rows.isEmpty() && draft.isEmpty()) {
            draft.frame(Phrases.WHAT_ELSE);
        }
        draft.bullets(rows);
        return !rows.isEmpty();
    }

    /** Whether no model would better the answer: a wrong premise is corrected, or one term defined. */
    boolean settles(QuestionProfile profile) {
        return matter.premise(profile).isPresent() || form(profile) == AnswerForm.DEFINITION;
    }

    /** Whether it touches a matter on which the sources differ. */
    boolean disagrees(QuestionProfile profile) {
        return matter.disagreement(profile).isPresent();
    }

    /** Whether it asks about several roles, or about the choice between them. */
    private boolean weighsRoles(QuestionProfile profile) {
        return profile.roles().size() > 1 || (choice(profile) && profile.roles().isEmpty());
    }

    private boolean choice(QuestionProfile profile) {
        return form(profile) == AnswerForm.COMPARISON || form(profile) == AnswerForm.PERSONAL;
    }

    private AnswerForm form(QuestionProfile profile) {
        return pack.intent(profile.intent()).map(Intent::form).orElse(AnswerForm.EXPLANATION);
    }

    private void correct(Premise premise, List<StatementSelector.Scored> ranked, AnswerDraft draft) {
        List<StatementTable.Row> correcting = matter.rows(premise.statements()).stream()
                .filter(fresh(draft))
                .limit(3)
                .toList();
        draft.frame(premise.reply(), correcting);
        draft.line(
                Optional.empty(),
                selector.choose(ranked, correcting, 2, SHORT - length(correcting), weights.fall(), fresh(draft)));
    }

    private void bothSides(
            Disagreement disagreement, List<StatementSelector.Scored> ranked, boolean part, AnswerDraft draft) {
        draft.frame(Phrases.dependsOn(disagreement.decides()));
        List<StatementTable.Row> said = new ArrayList<>();
        for (List<String> side : disagreement.sides()) {
            List<StatementTable.Row> rows = matter.rows(side);
            draft.bullets(rows);
            said.addAll(rows);
        }
        if (!part) {
            draft.line(
                    Optional.empty(),
                    selector.choose(ranked, said, 2, NORMAL - length(said), weights.fall(), fresh(draft)));
        }
    }

    /** What holds for all roles, then role by role. */
    private void sideBySide(QuestionProfile profile, List<StatementSelector.Scored> ranked, AnswerDraft draft) {
        int room = profile.complexity() == Complexity.COMPLEX ? LONG : NORMAL;
        List<StatementTable.Row> shared =
                selector.choose(ranked, List.of(), 2, room / 2, weights.fall() / 2, LocalAnswerer::ofSeveral);
        draft.line(Optional.empty(), shared);
        List<StatementTable.Row> said = new ArrayList<>(shared);
        double floor = shared.isEmpty() || choice(profile) ? 0 : ranked.get(0).score() - weights.besideAll();
        List<StatementSelector.Scored> worth =
                ranked.stream().filter(s -> s.score() >= floor).toList();
        int left = Math.max(0, room - length(shared)) / Math.max(1, pack.roles().size());
        for (Role role : pack.roles()) {
            List<StatementTable.Row> rows = selector.choose(worth, said, 2, left, weights.fall(), row -> row.passage()
                    .roles()
                    .equals(Set.of(role.id())));
            draft.line(Optional.of(role.name()), rows);
            said.addAll(rows);
        }
    }

    private void plainly(
            QuestionProfile profile, List<StatementSelector.Scored> ranked, Optional<String> label, AnswerDraft draft) {
        int room = room(profile, label.isPresent());
        int most = form(profile) == AnswerForm.DEFINITION ? 3 : 4;
        List<StatementTable.Row> rows = label.isPresent() && weighsRoles(profile)
                ? selector.choose(
                        ranked,
                        List.of(),
                        most,
                        room,
                        weights.fall(),
                        fresh(draft).and(LocalAnswerer::ofSeveral))
                : List.of();
        if (rows.isEmpty()) {
            rows = selector.choose(ranked, List.of(), most, room, weights.fall(), fresh(draft));
        }
        if (form(profile) == AnswerForm.STEPS || form(profile) == AnswerForm.LIST) {
            rows = fullestFirst(rows);
        }
        if (rows.size() > 2 && label.isEmpty()) {
            draft.line(Optional.empty(), rows.subList(0, 1));
            draft.bullets(rows.subList(1, rows.size()));
        } else {
            draft.line(label, rows);
        }
    }

    /** Of steps and lists the whole comes before its parts: the fullest statement of the best one's aspect. */
    private static List<StatementTable.Row> fullestFirst(List<StatementTable.Row> rows) {
        Optional<StatementTable.Row> fullest = rows.stream()
                .filter(row ->
                        row.passage().aspect().equals(rows.get(0).passage().aspect()))
                .max(Comparator.comparingInt(row -> row.terms().size()));
        List<StatementTable.Row> ordered = new ArrayList<>(fullest.stream().toList());
        rows.stream().filter(row -> !ordered.contains(row)).forEach(ordered::add);
        return ordered;
    }

    private static boolean ofSeveral(StatementTable.Row row) {
        return row.passage().roles().size() > 1;
    }

    private int room(QuestionProfile profile, boolean part) {
        if (part) {
            return PART;
        }
        if (profile.complexity() == Complexity.COMPLEX) {
            return LONG;
        }
        return form(profile) == AnswerForm.DEFINITION ? SHORT : NORMAL;
    }

    private static java.util.function.Predicate<StatementTable.Row> fresh(AnswerDraft draft) {
        return row -> !draft.holds(row);
    }

    private static int length(List<StatementTable.Row> rows) {
        return rows.stream().mapToInt(r -> r.statement().text().length()).sum();
    }

    /** A label for each part, where the parts are about different roles or aspects; else their numbers. */
    List<Optional<String>> labels(List<QuestionProfile> parts) {
        if (parts.size() < 2) {
            return List.of(Optional.empty());
        }
        for (var labels : Stream.<java.util.function.Function<QuestionProfile, Optional<String>>>of(
                        this::roleName, this::aspectName)
                .map(f -> parts.stream().map(f).toList())
                .toList()) {
            if (labels.stream().allMatch(Optional::isPresent)
                    && labels.stream().distinct().count() == labels.size()) {
                return labels;
            }
        }
        return java.util.stream.IntStream.rangeClosed(1, parts.size())
                .mapToObj(i -> Optional.of(String.valueOf(i)))
                .toList();
    }

    private Optional<String> roleName(QuestionProfile part) {
        return part.roles().size() == 1 ? pack.role(part.roles().get(0)).map(Role::name) : Optional.empty();
    }

    private Optional<String> aspectName(QuestionProfile part) {
        return part.aspect().flatMap(id -> pack.aspects().stream()
                .filter(a -> a.id().equals(id))
                .map(a -> a.name())
                .findFirst());
    }
}
