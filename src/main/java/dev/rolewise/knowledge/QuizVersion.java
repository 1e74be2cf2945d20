package dev.rolewise.knowledge;

import java.util.List;
import java.util.TreeMap;

/**
 * The version of a quiz: a hash of all its parts, each with its length, so that no two quizzes read the same. How its
 * file is laid out does not count.
 */
final class QuizVersion {
    private static final int LENGTH = 6;

    private final StringBuilder all = new StringBuilder();

    private QuizVersion() {}

    /** The same quiz with its version. */
    static Quiz give(Quiz quiz) {
        QuizVersion version = new QuizVersion();
        version.quiz(quiz);
        return new Quiz(
                quiz.id(),
                ShortHash.of(version.all.toString(), LENGTH),
                quiz.title(),
                quiz.description(),
                quiz.note(),
                quiz.questions(),
                quiz.outcomes());
    }

    private void quiz(Quiz quiz) {
        add(quiz.id(), quiz.title(), quiz.description(), quiz.note());
        count(quiz.questions());
        quiz.questions().forEach(this::question);
        count(quiz.outcomes());
        quiz.outcomes().forEach(this::outcome);
    }

    private void question(Quiz.Question question) {
        add(question.id(), question.dimension(), question.text(), String.valueOf(question.weight()));
        count(question.options());
        for (Quiz.Option option : question.options()) {
            add(option.text(), new TreeMap<>(option.lean()).toString());
            texts(option.reasons());
        }
    }

    private void outcome(Quiz.Outcome outcome) {
        add(outcome.id(), outcome.role().orElse(""), String.valueOf(outcome.atLeast()), outcome.title());
        add(outcome.text(), outcome.disagreement().orElse(""));
        texts(outcome.statements());
        count(outcome.next());
        for (Quiz.Step step : outcome.next()) {
            add(step.text());
            texts(step.statements());
        }
    }

    private void texts(List<String> texts) {
        count(texts);
        texts.forEach(this::add);
    }

    private void count(List<?> entries) {
        add(String.valueOf(entries.size()));
    }

    private void add(String... parts) {
        for (String part : parts) {
            all.append(part.length()).append(':').append(part);
        }
    }
}
