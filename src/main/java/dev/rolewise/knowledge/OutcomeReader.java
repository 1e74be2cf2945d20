package dev.rolewise.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a quiz can come to. */
final class OutcomeReader {
    private static final int LEAST_SHARE = 51;
    private static final int WHOLE = 100;

    /** The longest texts, in characters. */
    private static final int TITLE = 60;

    private static final int TEXT = 400;
    private static final int STEP = 200;

    private final Set<String> roles;
    private final Set<String> disagreements;
    private final StatementIndex index;
    private final Faults faults;

    OutcomeReader(Set<String> roles, Set<String> disagreements, StatementIndex index, Faults faults) {
        this.roles = roles;
        this.disagreements = disagreements;
        this.index = index;
        this.faults = faults;
    }

    List<Quiz.Outcome> outcomes(YamlMap quiz) {
        UniqueIds ids = new UniqueIds("outcome", faults);
        List<YamlMap> entries =
                quiz.maps("outcomes", "id", "role", "at-least", "title", "text", "statements", "next", "disagreement");
        reportOrder(entries);
        List<Quiz.Outcome> outcomes = entries.stream().map(e -> outcome(e, ids)).toList();
        reportUnreachable(entries, outcomes);
        return outcomes;
    }

    private Quiz.Outcome outcome(YamlMap entry, UniqueIds ids) {
        boolean names = entry.has("role");
        return new Quiz.Outcome(
                SubjectReader.id(entry, ids),
                names ? Optional.of(References.one(entry, "role", "role", roles, faults)) : Optional.empty(),
                names ? entry.number("at-least", LEAST_SHARE, WHOLE) : 0,
                entry.text("title", "the title", TITLE),
                entry.text("text", "the text", TEXT),
                index.keys(entry.file(), entry.someTexts("statements")),
                entry.maps("next", "text", "statements").stream()
                        .map(this::step)
                        .toList(),
                entry.has("disagreement")
                        ? Optional.of(References.one(entry, "disagreement", "disagreement", disagreements, faults))
                        : Optional.empty());
    }

    private Quiz.Step step(YamlMap entry) {
        return new Quiz.Step(entry.text("text", "the step", STEP), index.keys(entry.file(), entry.texts("statements")));
    }

    private void reportOrder(List<YamlMap> entries) {
        for (int i = 0; i < entries.size(); i++) {
            YamlMap entry = entries.get(i);
            boolean last = i == entries.size() - 1;
            if (last && entry.has("role")) {
                faults.add(
                        entry.file(),
                        entry.line("role"),
                        "the last outcome names a role",
                        "add one without \"role\" and \"at-least\" after it, which always fits");
            } else if (!last && !entry.has("role")) {
                faults.add(
                        entry.file(),
                        entry.line(),
                        "an outcome without a role hides those after it",
                        "add \"role:\", or put it last");
            } else if (!entry.has("role") && entry.has("at-least")) {
                faults.add(entry.file(), entry.line("at-least"), "the last outcome always fits", "delete \"at-least\"");
            }
        }
    }

    private void reportUnreachable(List<YamlMap> entries, List<Quiz.Outcome> outcomes) {
        Map<String, Integer> lowest = new HashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Quiz.Outcome outcome = outcomes.get(i);
            Integer before = outcome.role()
                    .map(role -> lowest.put(role, outcome.atLeast()))
                    .orElse(null);
            if (before != null && before <= outcome.atLeast()) {
                faults.add(
                        entries.get(i).file(),
                        entries.get(i).line("at-least"),
                        "\"" + outcome.id() + "\" is never reached, because an outcome of its role asks for " + before
                                + " before it",
                        "ask for less here, or swap the two");
            }
        }
    }
}
