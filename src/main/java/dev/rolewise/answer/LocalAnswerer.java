package dev.rolewise.answer;

import dev.rolewise.analysis.FormWish;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    /** Statements; more are no answer but a chapter. */
    private static final int MOST = 4;

    private static final int MOST_OF_DEFINITION = 3;
    private static final double LIST_FALL = 1.25;
    private static final int MOST_OF_LONG = 6;

    /** Points below the best. */
    private static final double CLOSE = 2;

    /** Characters that cost a statement one point where plain words are wanted. */
    private static final double PLAIN = 120;

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
        List<StatementSelector.Scored> ranked = selector.rank(profile, evidence);
        Optional<FormWish> wish = FormWish.of(profile);
        Optional<Premise> premise = matter.premise(profile);
        Optional<Disagreement> disagreement = matter.disagreement(profile, ranked);
        if (premise.isPresent()) {
            correct(
                    profile,
                    premise.get(),
                    ranked,
                    wish.filter(FormWish::isBrief).isPresent(),
                    draft);
        } else if (disagreement.isPresent()) {
            bothSides(disagreement.get(), ranked, label.isPresent(), draft);
        } else if (wish.isPresent() && wish.get().isBrief()) {
            draft.line(label, briefly(wish.get(), ranked, fresh(draft)));
        } else {
            plainly(profile, ranked, wish, label, draft);
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
    boolean disagrees(QuestionProfile profile, Evidence evidence) {
        return matter.disagreement(profile, selector.rank(profile, evidence)).isPresent();
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

    private void correct(
            QuestionProfile profile,
            Premise premise,
            List<StatementSelector.Scored> ranked,
            boolean brief,
            AnswerDraft draft) {
        List<StatementTable.Row> correcting = matter.rows(premise.statements()).stream()
                .filter(fresh(draft))
                .limit(brief ? 1 : 3)
                .toList();
        draft.frame(Phrases.reply(premise, profile.text()), correcting);
        if (brief) {
            return;
        }
        draft.line(
                Optional.empty(),
                selector.choose(near(ranked), correcting, 2, SHORT - length(correcting), weights.fall(), fresh(draft)));
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
                    selector.choose(near(ranked), said, 2, NORMAL - length(said), weights.fall(), fresh(draft)));
        }
    }

    /** What may follow when the matter is settled: no more than what answers the question as well as anything. */
    private static List<StatementSelector.Scored> near(List<StatementSelector.Scored> ranked) {
        return ranked.stream()
                .filter(s -> s.score() >= ranked.get(0).score() - CLOSE)
                .toList();
    }

    /** The best statement, or the best two short ones. */
    private List<StatementTable.Row> briefly(
            FormWish wish, List<StatementSelector.Scored> ranked, Predicate<StatementTable.Row> fresh) {
        if (wish != FormWish.SIMPLER) {
            return selector.choose(
                    ranked, List.of(), wish == FormWish.ONE_SENTENCE ? 1 : 2, SHORT / 2, weights.fall(), fresh);
        }
        List<StatementSelector.Scored> plain = ranked.stream()
                .map(s -> new StatementSelector.Scored(s.row(), s.score() - length(List.of(s.row())) / PLAIN))
                .sorted(Comparator.comparingDouble(StatementSelector.Scored::score)
                        .reversed())
                .toList();
        return selector.choose(plain, List.of(), 2, SHORT / 2, weights.fall(), fresh);
    }

    private void plainly(
            QuestionProfile profile,
            List<StatementSelector.Scored> ranked,
            Optional<FormWish> wish,
            Optional<String> label,
            AnswerDraft draft) {
        boolean part = label.isPresent();
        boolean longer = wish.equals(Optional.of(FormWish.LONGER));
        int room = longer ? LONG : room(profile, part);
        int most = longer ? MOST_OF_LONG : form(profile) == AnswerForm.DEFINITION ? MOST_OF_DEFINITION : MOST;
        List<StatementTable.Row> rows =
                selector.choose(ranked, List.of(), most, room, fall(profile, longer), fresh(draft));
        if (weighsRoles(profile)) {
            rows = balanced(rows, ranked, fresh(draft));
        }
        if (form(profile) == AnswerForm.STEPS || form(profile) == AnswerForm.LIST) {
            rows = fullestFirst(rows, near(ranked));
        }
        Map<String, List<StatementTable.Row>> byRole = byRole(rows);
        if (wish.equals(Optional.of(FormWish.LIST))) {
            draft.bullets(rows);
        } else if (part) {
            draft.line(label, rows);
        } else if (weighsRoles(profile)
                && byRole.size() > 1
                && rows.stream().anyMatch(row -> role(row).isEmpty())) {
            draft.line(
                    Optional.empty(),
                    rows.stream().filter(row -> role(row).isEmpty()).toList());
            byRole.values().forEach(draft::item);
        } else if (rows.size() > 2) {
            draft.line(Optional.empty(), rows.subList(0, 1));
            draft.bullets(rows.subList(1, rows.size()));
        } else {
            draft.line(Optional.empty(), rows);
        }
    }

    /** Where roles are weighed and only some of them are spoken of, the best about each of the others too. */
    private List<StatementTable.Row> balanced(
            List<StatementTable.Row> rows, List<StatementSelector.Scored> ranked, Predicate<StatementTable.Row> fresh) {
        Set<String> spokenOf =
                rows.stream().flatMap(row -> row.passage().roles().stream()).collect(Collectors.toSet());
        List<StatementTable.Row> all = new ArrayList<>(rows);
        double floor = ranked.isEmpty() ? 0 : ranked.get(0).score() - weights.fall();
        List<StatementSelector.Scored> worth =
                ranked.stream().filter(s -> s.score() >= floor).toList();
        for (Role role : pack.roles()) {
            if (!spokenOf.isEmpty() && !spokenOf.contains(role.id())) {
                all.addAll(selector.choose(worth, all, 1, PART, weights.fall(), fresh.and(row -> role(row)
                        .equals(Optional.of(role.id())))));
            }
        }
        return all;
    }

    /** The statements about one role each, in the order of the roles' first statements. */
    private static Map<String, List<StatementTable.Row>> byRole(List<StatementTable.Row> rows) {
        Map<String, List<StatementTable.Row>> byRole = new LinkedHashMap<>();
        for (StatementTable.Row row : rows) {
            role(row).ifPresent(role -> byRole.computeIfAbsent(role, any -> new ArrayList<>())
                    .add(row));
        }
        return byRole;
    }

    /** The one role that a statement is about. */
    private static Optional<String> role(StatementTable.Row row) {
        Set<String> roles = row.passage().roles();
        return roles.size() == 1 ? Optional.of(roles.iterator().next()) : Optional.empty();
    }

    /** Of steps and lists the whole comes before its parts: the fullest of the best statements. */
    private static List<StatementTable.Row> fullestFirst(
            List<StatementTable.Row> rows, List<StatementSelector.Scored> best) {
        Optional<StatementTable.Row> fullest = best.stream()
                .map(StatementSelector.Scored::row)
                .filter(rows::contains)
                .max(Comparator.comparingInt(row -> row.terms().size()));
        List<StatementTable.Row> ordered = new ArrayList<>(fullest.stream().toList());
        rows.stream().filter(row -> !ordered.contains(row)).forEach(ordered::add);
        return ordered;
    }

    /** A list is to be complete. */
    private double fall(QuestionProfile profile, boolean longer) {
        return longer
                ? 2 * weights.fall()
                : form(profile) == AnswerForm.LIST ? LIST_FALL * weights.fall() : weights.fall();
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

    private static Predicate<StatementTable.Row> fresh(AnswerDraft draft) {
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
