package dev.rolewise.fit;

import dev.rolewise.command.Action;
import dev.rolewise.command.Attachment;
import dev.rolewise.command.Block;
import dev.rolewise.command.Reply;
import dev.rolewise.knowledge.Quiz;
import dev.rolewise.question.Citation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A result as replies: for the member, with what it rests on, and for the channel. Thread-safe. */
final class ResultPage {
    private static final int MOST_QUOTES = 2;

    private final List<Quiz> quizzes;
    private final FitActions actions;
    private final ResultPainter painter;

    ResultPage(List<Quiz> quizzes, FitActions actions, ResultPainter painter) {
        this.quizzes = List.copyOf(quizzes);
        this.actions = actions;
        this.painter = painter;
    }

    /** The result for the member who took the quiz. */
    Reply own(QuizResult result, QuizState state, String memberId) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(result.outcome().title()));
        blocks.add(line(result.meaning().marked()));
        blocks.addAll(shares(result));
        blocks.addAll(picture(ResultPicture.own(result)));
        if (!result.reasons().isEmpty()) {
            blocks.add(new Block.Heading(ResultWords.REASONS));
            result.reasons().forEach(r -> blocks.add(bullet(r.question().dimension(), ResultWords.reason(r))));
        }
        blocks.add(new Block.Heading(ResultWords.CHANGE));
        blocks.add(line(ResultWords.change(result.change())));
        result.dispute().ifPresent(dispute -> {
            blocks.add(new Block.Heading(ResultWords.DISPUTE));
            blocks.add(line(ResultWords.dispute(dispute)));
            dispute.sides()
                    .forEach(side -> blocks.add(bullet("“" + side.text() + "”" + Cited.markers(side.citations()))));
        });
        if (!result.next().isEmpty()) {
            blocks.add(new Block.Heading(ResultWords.NEXT));
            result.next().forEach(step -> blocks.add(bullet(step.marked())));
        }
        ResultWords.sources(result).forEach(source -> blocks.add(new Block.Small(source)));
        blocks.add(
                new Block.Small(
                        ResultWords.caveat(result.quiz())
                                + " Share posts the outcome, the shares and the picture here; the words of your answers stay with you."));
        blocks.addAll(buttons(result.quiz(), state, memberId));
        return new Reply(blocks);
    }

    /** What the result rests on, letter by letter. */
    Reply why(QuizResult result, QuizState state, String memberId) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Why “" + result.outcome().title() + "”"));
        for (QuizResult.Reason reason : result.reasons()) {
            blocks.add(new Block.Line(
                    false,
                    Optional.of(reason.question().dimension()),
                    "“" + reason.chosen() + "”, towards " + reason.towards().field()));
            reason.citations().stream().limit(MOST_QUOTES).forEach(c -> blocks.add(quote(c)));
        }
        if (result.reasons().isEmpty()) {
            blocks.add(line("None of your answers leans to one role more than to another."));
        }
        blocks.add(new Block.Small(ResultWords.caveat(result.quiz())));
        blocks.add(new Block.Actions(List.of(go(state, memberId, "Back to the result"))));
        return new Reply(blocks);
    }

    /** The result for everybody in the channel: nothing that was answered, and the way into the quiz. */
    Reply shared(QuizResult result) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(
                result.quiz().title() + " · " + result.outcome().title()));
        blocks.addAll(shares(result));
        blocks.addAll(picture(ResultPicture.shared(result)));
        blocks.add(new Block.Small("Taken with /" + FitCommand.NAME + ". " + ResultWords.SHARE));
        blocks.add(new Block.Actions(List.of(Action.labelled(FitActions.start(result.quiz()), "Take the quiz"))));
        return new Reply(blocks);
    }

    private static List<Block> shares(QuizResult result) {
        return result.shares().stream()
                .map(s -> bullet(s.role().field(), ResultWords.bar(s.percent())))
                .toList();
    }

    /** The picture, or its words where it cannot be drawn. */
    private List<Block> picture(ResultPicture picture) {
        Optional<Attachment> drawn = painter.paint(picture);
        if (drawn.isPresent()) {
            return List.of(new Block.Picture(drawn.get(), picture.alt()));
        }
        return picture.rows().isEmpty()
                ? List.of()
                : List.of(new Block.Line(false, Optional.of("On each dimension"), picture.positions()));
    }

    private List<Block> buttons(Quiz quiz, QuizState state, String memberId) {
        List<Action> others = quizzes.stream()
                .filter(other -> !other.id().equals(quiz.id()))
                .map(other -> go(QuizState.fresh(other), memberId, other.title()))
                .toList();
        List<Block> rows = new ArrayList<>();
        rows.add(new Block.Actions(List.of(
                Action.labelled(actions.sealed(FitActions.WHY, memberId, state), "Why?"),
                Action.labelled(actions.sealed(FitActions.SHARE, memberId, state), "Share"),
                go(state.at(0), memberId, "Change my answers"),
                go(QuizState.fresh(quiz), memberId, "Start afresh"))));
        if (!others.isEmpty()) {
            rows.add(new Block.Actions(others));
        }
        return rows;
    }

    private Action go(QuizState to, String memberId, String label) {
        return Action.labelled(actions.sealed(FitActions.GO, memberId, to), label);
    }

    private static Block line(String text) {
        return new Block.Line(false, Optional.empty(), text);
    }

    private static Block bullet(String text) {
        return new Block.Line(true, Optional.empty(), text);
    }

    private static Block bullet(String label, String text) {
        return new Block.Line(true, Optional.of(label), text);
    }

    private static Block quote(Citation citation) {
        return new Block.Quote(citation.quote(), ResultWords.origin(citation));
    }
}
