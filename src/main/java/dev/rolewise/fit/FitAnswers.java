package dev.rolewise.fit;

import dev.rolewise.knowledge.Quiz;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Answers to a quiz as letters, one for each question: {@code abca}. */
public final class FitAnswers {
    private FitAnswers() {}

    /** What became of some letters. */
    public sealed interface Outcome {
        /**
         * They answer the quiz.
         *
         * @param answers one option for each question, counted from 0
         */
        record Given(List<Integer> answers) implements Outcome {
            public Given {
                answers = List.copyOf(answers);
            }
        }

        /**
         * They do not.
         *
         * @param why one line that says what is wrong and what would be right
         */
        record Wrong(String why) implements Outcome {}
    }

    /** Reads letters of either case; spaces, commas and hyphens between them do not matter. */
    public static Outcome parse(Quiz quiz, String typed) {
        String letters = typed.toLowerCase(Locale.ROOT).replaceAll("[\\s,-]", "");
        int questions = quiz.questions().size();
        int given = letters.codePointCount(0, letters.length());
        int[] points = letters.codePoints().toArray();
        for (int i = 0; i < Math.min(given, questions); i++) {
            Quiz.Question question = quiz.questions().get(i);
            if (points[i] < 'a' || points[i] >= 'a' + question.options().size()) {
                return new Outcome.Wrong(
                        "“" + Character.toString(points[i]).replaceAll("\\p{C}", "?") + "” is no answer to question "
                                + (i + 1) + " of " + questions + " (“" + question.text() + "”): its letters are "
                                + letters(question) + ".");
            }
        }
        if (given < questions) {
            Quiz.Question next = quiz.questions().get(given);
            return new Outcome.Wrong("The quiz " + quiz.id() + " has " + questions + " questions and you gave " + given
                    + (given == 1 ? " answer" : " answers") + ": question " + (given + 1) + " (“" + next.text()
                    + "”) is the first without one. Its letters are " + letters(next) + ".");
        }
        if (given > questions) {
            return new Outcome.Wrong("The quiz " + quiz.id() + " has " + questions + " questions and you gave " + given
                    + " answers: leave out the last " + (given - questions) + ".");
        }
        return new Outcome.Given(IntStream.of(points).map(p -> p - 'a').boxed().toList());
    }

    /** The answers as {@link #parse} reads them. */
    public static String letters(List<Integer> answers) {
        return answers.stream().map(a -> String.valueOf(letter(a))).collect(Collectors.joining());
    }

    /** The letter of an option, in lower case. */
    static char letter(int option) {
        return (char) ('a' + option);
    }

    /** The letter of an option as it is shown. */
    static String shown(int option) {
        return String.valueOf((char) ('A' + option));
    }

    private static String letters(Quiz.Question question) {
        int last = question.options().size() - 1;
        String before = IntStream.range(0, last)
                .mapToObj(o -> String.valueOf(letter(o)))
                .collect(Collectors.joining(", "));
        return before + " and " + letter(last);
    }
}
