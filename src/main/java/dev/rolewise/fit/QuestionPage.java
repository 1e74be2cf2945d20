package dev.rolewise.fit;

import dev.rolewise.command.Action;
import dev.rolewise.command.Block;
import dev.rolewise.command.Reply;
import dev.rolewise.knowledge.Quiz;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** One question of a quiz as a reply. */
final class QuestionPage {
    private static final int SECONDS_A_QUESTION = 15;

    private final Quiz quiz;
    private final QuizState state;
    private final String memberId;
    private final FitActions actions;

    private QuestionPage(Quiz quiz, QuizState state, String memberId, FitActions actions) {
        this.quiz = quiz;
        this.state = state;
        this.memberId = memberId;
        this.actions = actions;
    }

    static Reply of(Quiz quiz, QuizState state, String memberId, FitActions actions) {
        return new QuestionPage(quiz, state, memberId, actions).reply();
    }

    private Reply reply() {
        Quiz.Question question = quiz.questions().get(state.step());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(quiz.title() + " · " + progress()));
        if (state.step() == 0) {
            blocks.add(new Block.Line(false, Optional.empty(), introduction()));
        }
        blocks.add(new Block.Line(false, Optional.empty(), question.text()));
        for (int option = 0; option < question.options().size(); option++) {
            String mark = state.chosen().orElse(-1) == option ? " ✓" : "";
            blocks.add(new Block.Line(
                    true,
                    Optional.of(FitAnswers.shown(option)),
                    question.options().get(option).text() + mark));
        }
        if (state.step() == 0) {
            blocks.add(new Block.Small(quiz.note() + " I store nothing: your answers live in the buttons below."));
        }
        blocks.add(new Block.Actions(options(question)));
        List<Action> ways = ways();
        if (!ways.isEmpty()) {
            blocks.add(new Block.Actions(ways));
        }
        return new Reply(blocks);
    }

    private String progress() {
        int questions = quiz.questions().size();
        int now = state.step() + 1;
        return "Question " + now + " of " + questions + " " + "●".repeat(now) + "○".repeat(questions - now);
    }

    private String introduction() {
        int questions = quiz.questions().size();
        int minutes = (questions * SECONDS_A_QUESTION + 59) / 60;
        return quiz.description() + " It takes about " + minutes + (minutes == 1 ? " minute" : " minutes")
                + ". Take what comes closest; you can go back at any time.";
    }

    private List<Action> options(Quiz.Question question) {
        return IntStream.range(0, question.options().size())
                .mapToObj(option -> go(state.answered(option), FitAnswers.shown(option))
                        .marked(state.chosen().orElse(-1) == option))
                .toList();
    }

    private List<Action> ways() {
        List<Action> ways = new ArrayList<>();
        if (state.step() > 0) {
            ways.add(go(state.at(state.step() - 1), "Back"));
        }
        if (!state.isEmpty()) {
            ways.add(go(QuizState.fresh(quiz), "Restart"));
        }
        int questions = quiz.questions().size();
        if (state.isComplete() && state.step() < questions - 1) {
            ways.add(go(state.at(questions), "To the result"));
        }
        return ways;
    }

    private Action go(QuizState to, String label) {
        return Action.labelled(actions.sealed(FitActions.GO, memberId, to), label);
    }
}
