package dev.rolewise.fit;

import dev.rolewise.knowledge.Quiz;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How far a member has come in a quiz: all that there is to know, carried by the buttons.
 *
 * @param quizId id of the quiz
 * @param version of the quiz
 * @param answers a letter for each question, {@code -} where there is none yet
 * @param step the question on show, counted from 0; the number of questions where the result is
 */
record QuizState(String quizId, String version, String answers, int step) {
    /** The longest id of a quiz with which a state still fits into an action. */
    static final int MAX_QUIZ_ID = 32;

    private static final char NONE = '-';
    private static final Pattern FORM =
            Pattern.compile("([a-z][a-z0-9-]{0," + (MAX_QUIZ_ID - 1) + "})/([0-9a-z]{6})/([a-z-]{1,10})/([0-9]|10)");

    /** Before the first question. */
    static QuizState fresh(Quiz quiz) {
        return new QuizState(
                quiz.id(),
                quiz.version(),
                String.valueOf(NONE).repeat(quiz.questions().size()),
                0);
    }

    /** {@code quiz/version/answers/step}; at most {@link #MAX_QUIZ_ID} + 21 characters, none of them a dot. */
    String encode() {
        return quizId + "/" + version + "/" + answers + "/" + step;
    }

    /** Reads what {@link #encode} wrote; empty for anything else. */
    static Optional<QuizState> decode(String encoded) {
        Matcher form = FORM.matcher(encoded);
        return form.matches()
                ? Optional.of(
                        new QuizState(form.group(1), form.group(2), form.group(3), Integer.parseInt(form.group(4))))
                : Optional.empty();
    }

    /** Whether a member can have come here in {@code quiz}: its answers exist, and none before the step is missing. */
    boolean isPossibleIn(Quiz quiz) {
        int questions = quiz.questions().size();
        return answers.length() == questions
                && step <= questions
                && answers.substring(0, step).indexOf(NONE) < 0
                && IntStream.range(0, questions)
                        .allMatch(q -> answers.charAt(q) == NONE
                                || answers.charAt(q)
                                        < FitAnswers.letter(quiz.questions()
                                                .get(q)
                                                .options()
                                                .size()));
    }

    /** The question on show answered, and the next one on show. */
    QuizState answered(int option) {
        StringBuilder changed = new StringBuilder(answers);
        changed.setCharAt(step, FitAnswers.letter(option));
        return new QuizState(quizId, version, changed.toString(), step + 1);
    }

    QuizState at(int otherStep) {
        return new QuizState(quizId, version, answers, otherStep);
    }

    /** The option chosen for the question on show, if one was. */
    OptionalInt chosen() {
        return answers.charAt(step) == NONE ? OptionalInt.empty() : OptionalInt.of(answers.charAt(step) - 'a');
    }

    /** Whether no question is answered. */
    boolean isEmpty() {
        return answers.chars().allMatch(c -> c == NONE);
    }

    /** Whether all questions are answered. */
    boolean isComplete() {
        return answers.indexOf(NONE) < 0;
    }

    /** One option for each question. Only for a complete state. */
    List<Integer> options() {
        return answers.chars().map(c -> c - 'a').boxed().toList();
    }
}
