package dev.rolewise.app;

import dev.rolewise.knowledge.Quiz;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks the questions of a quiz one after another. What it says goes to standard error, so that the result alone is on
 * standard output; each answer is a line of standard input.
 */
final class QuizTalk {
    private static final char FIRST = 'a';

    private final Quiz quiz;
    private final Terminal terminal;
    private final List<Integer> answers = new ArrayList<>();

    QuizTalk(Quiz quiz, Terminal terminal) {
        this.quiz = quiz;
        this.terminal = terminal;
    }

    /** How it ended. */
    sealed interface Outcome {
        /** With an answer to each question, as options counted from 0. */
        record Answered(List<Integer> answers) implements Outcome {
            public Answered {
                answers = List.copyOf(answers);
            }
        }

        /** By the wish of the person. */
        record Left() implements Outcome {}

        /** By the end of the input; {@code question} is the first one without an answer, counted from 1. */
        record Cut(int question) implements Outcome {}
    }

    Outcome run() throws IOException {
        terminal.note(quiz.title() + " " + quiz.description());
        terminal.note(quiz.note());
        terminal.note("Type a letter and press Enter; \"back\" goes back, \"q\" quits.");
        while (answers.size() < quiz.questions().size()) {
            ask();
            Optional<String> line = terminal.line();
            if (line.isEmpty()) {
                return new Outcome.Cut(answers.size() + 1);
            }
            String word = line.get().strip().toLowerCase(Locale.ROOT);
            if (word.equals("q") || word.equals("quit")) {
                return new Outcome.Left();
            }
            take(word);
        }
        return new Outcome.Answered(answers);
    }

    private void ask() {
        Quiz.Question question = quiz.questions().get(answers.size());
        terminal.note("");
        terminal.note(String.format(
                Locale.ROOT,
                "%d of %d  %s",
                answers.size() + 1,
                quiz.questions().size(),
                question.text()));
        for (int i = 0; i < question.options().size(); i++) {
            terminal.note(
                    "  " + (char) (FIRST + i) + "  " + question.options().get(i).text());
        }
    }

    private void take(String word) {
        int options = quiz.questions().get(answers.size()).options().size();
        int option = word.length() == 1 ? word.charAt(0) - FIRST : -1;
        if (option >= 0 && option < options) {
            answers.add(option);
        } else if (word.equals("back") || word.equals("<")) {
            if (answers.isEmpty()) {
                terminal.note("This is the first question.");
            } else {
                answers.remove(answers.size() - 1);
            }
        } else {
            terminal.note(String.format(
                    Locale.ROOT, "Please type one letter, a to %c, or back, or q.", (char) (FIRST + options - 1)));
        }
    }
}
