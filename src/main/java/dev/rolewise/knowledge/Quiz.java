package dev.rolewise.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A quiz: questions whose answers each share a weight out among the roles, and the outcomes that the shares lead to.
 *
 * @param id stable, one lower-case word: {@code path}
 * @param version short hash of everything in it, 6 characters of {@code [0-9a-z]}: another quiz has another
 * @param title as shown
 * @param description at most 100 characters
 * @param note says whose the questions, options and weights are
 * @param questions in order, 2 to {@link #MAX_QUESTIONS}
 * @param outcomes tried in order; the last one has no role and always fits
 */
public record Quiz(
        String id,
        String version,
        String title,
        String description,
        String note,
        List<Question> questions,
        List<Outcome> outcomes) {
    /** The most questions. All combinations of answers are tried when a quiz is measured. */
    public static final int MAX_QUESTIONS = 10;

    /** The most options of a question. */
    public static final int MAX_OPTIONS = 5;

    public Quiz {
        questions = List.copyOf(questions);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * One question.
     *
     * @param id stable, in kebab-case, unique within the quiz
     * @param dimension what it is about in one or two words, at most 24 characters: "Maths"
     * @param text the question
     * @param weight what it counts, 1 to 3
     * @param options 2 to {@link #MAX_OPTIONS}
     */
    public record Question(String id, String dimension, String text, int weight, List<Option> options) {
        public Question {
            options = List.copyOf(options);
        }
    }

    /**
     * One option.
     *
     * @param text at most 80 characters
     * @param lean how much of the question's weight goes to each role, in per cent by role id; all roles of the pack, 100 in
     *     all
     * @param reasons keys of the statements on which the lean rests; empty only where it is the same for all roles
     */
    public record Option(String text, Map<String, Integer> lean, List<String> reasons) {
        public Option {
            lean = Map.copyOf(lean);
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * One outcome.
     *
     * @param id stable, in kebab-case
     * @param role id of the role that it names; empty for one that names none
     * @param atLeast the share in per cent that the role must have, above half
     * @param title a sentence or phrase that names it: "AI engineering, clearly"
     * @param text what it means
     * @param statements keys of the statements that carry the text
     * @param next what to do next, each a sentence with its statements
     * @param disagreement id of the pack's disagreement that bears on it, where one does
     */
    public record Outcome(
            String id,
            Optional<String> role,
            int atLeast,
            String title,
            String text,
            List<String> statements,
            List<Step> next,
            Optional<String> disagreement) {
        public Outcome {
            statements = List.copyOf(statements);
            next = List.copyOf(next);
        }
    }

    /**
     * Something to do next.
     *
     * @param text one sentence
     * @param statements keys of the statements that carry it; empty where it states nothing ("Run /compare …")
     */
    public record Step(String text, List<String> statements) {
        public Step {
            statements = List.copyOf(statements);
        }
    }
}
