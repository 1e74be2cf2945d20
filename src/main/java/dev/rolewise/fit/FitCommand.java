package dev.rolewise.fit;

import dev.rolewise.command.Action;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.ActionSeal;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Option;
import dev.rolewise.command.Reply;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Quiz;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code /fit}: a quiz, one question at a time, and its result. Stores nothing: where a member is stands in the buttons,
 * sealed for that member, so that a restart or another process makes no difference. Thread-safe.
 */
public final class FitCommand implements Command {
    /** Name of the command. */
    public static final String NAME = "fit";

    private static final String QUIZ = "quiz";
    private static final int LONGEST_ECHO = 40;

    private final Pack pack;
    private final FitActions actions;
    private final QuizScorer scorer;
    private final ResultPage results;

    /** Throws {@link IllegalArgumentException} where the pack has no quiz, or one whose id is too long for a button. */
    public FitCommand(Pack pack, ActionSeal seal, ResultPainter painter) {
        if (pack.quizzes().isEmpty()) {
            throw new IllegalArgumentException("the pack " + pack.id() + " has no quiz");
        }
        for (Quiz quiz : pack.quizzes()) {
            if (quiz.id().length() > QuizState.MAX_QUIZ_ID) {
                throw new IllegalArgumentException(
                        "the id of the quiz " + quiz.id() + " has more than " + QuizState.MAX_QUIZ_ID + " characters");
            }
        }
        this.pack = pack;
        this.actions = new FitActions(seal);
        this.scorer = new QuizScorer(pack);
        this.results = new ResultPage(pack.quizzes(), actions, painter);
    }

    @Override
    public CommandSpec spec() {
        String description = "Which quiz: " + String.join(" or ", ids());
        return new CommandSpec(
                NAME,
                "Take a short quiz: which role fits, and why",
                List.of(new Option(
                        QUIZ,
                        description.length() > 100 ? "Which quiz" : description,
                        Option.Kind.TEXT,
                        false,
                        100,
                        true)),
                Optional.empty());
    }

    @Override
    public Audience audience(CommandCall call) {
        return Audience.CALLER;
    }

    @Override
    public Reply run(CommandCall call) {
        String typed = call.text(QUIZ).orElse("").strip();
        return named(typed)
                .map(quiz -> question(quiz, QuizState.fresh(quiz), call.caller().memberId()))
                .orElseGet(() -> unknown(typed));
    }

    @Override
    public List<String> complete(String option, String typed) {
        String start = typed.strip().toLowerCase(Locale.ROOT);
        return pack.quizzes().stream()
                .filter(quiz -> quiz.id().startsWith(start)
                        || quiz.title().toLowerCase(Locale.ROOT).contains(start))
                .map(Quiz::id)
                .limit(25)
                .toList();
    }

    @Override
    public Audience audience(ActionId id) {
        return switch (id.verb()) {
            case FitActions.GO, FitActions.WHY -> Audience.IN_PLACE;
            case FitActions.SHARE -> Audience.EVERYBODY;
            default -> Audience.CALLER;
        };
    }

    @Override
    public Reply act(ActionCall call) {
        return switch (call.id().verb()) {
            case FitActions.GO, FitActions.WHY, FitActions.SHARE -> open(call);
            case FitActions.START -> start(call);
            default -> Command.super.act(call);
        };
    }

    /** A button for anybody holds only the id of a quiz; there is nothing in it to trust. */
    private Reply start(ActionCall call) {
        return pack.quiz(call.id().payload())
                .map(quiz -> question(quiz, QuizState.fresh(quiz), call.caller().memberId()))
                .orElseGet(() -> offer("That quiz is no longer there. These are:"));
    }

    private Reply open(ActionCall call) {
        FitActions.Opened opened = actions.open(call);
        if (opened instanceof FitActions.Opened.State state) {
            return show(call, state.state());
        }
        return opened instanceof FitActions.Opened.Foreign
                ? Reply.aside("That quiz belongs to somebody else. Run /" + NAME + " to take it yourself.")
                : forged();
    }

    private Reply show(ActionCall call, QuizState state) {
        Optional<Quiz> current = pack.quiz(state.quizId());
        if (current.filter(quiz -> quiz.version().equals(state.version())).isEmpty()) {
            return changed(call, current.orElse(pack.quizzes().get(0)));
        }
        Quiz quiz = current.get();
        if (!state.isPossibleIn(quiz)) {
            return forged();
        }
        String memberId = call.caller().memberId();
        boolean atResult = state.step() == quiz.questions().size();
        if (call.id().verb().equals(FitActions.GO) && !atResult) {
            return question(quiz, state, memberId);
        }
        return atResult ? result(call, scorer.score(quiz, state.options()), state) : forged();
    }

    private Reply result(ActionCall call, QuizResult result, QuizState state) {
        String memberId = call.caller().memberId();
        return switch (call.id().verb()) {
            case FitActions.WHY -> results.why(result, state, memberId);
            case FitActions.SHARE -> results.shared(result);
            default -> results.own(result, state, memberId);
        };
    }

    private Reply question(Quiz quiz, QuizState state, String memberId) {
        return QuestionPage.of(quiz, state, memberId, actions);
    }

    /** In place of the quiz; where everybody would see the reply, only to the member. */
    private Reply changed(ActionCall call, Quiz quiz) {
        ActionId again = actions.sealed(FitActions.GO, call.caller().memberId(), QuizState.fresh(quiz));
        List<Block> blocks = List.of(
                new Block.Line(
                        false,
                        Optional.empty(),
                        "This quiz has changed since you took it, and your answers no longer fit. Shall we start again?"),
                new Block.Actions(List.of(Action.labelled(again, "Start again"))));
        return new Reply(blocks, call.id().verb().equals(FitActions.SHARE));
    }

    private static Reply forged() {
        return Reply.aside("I can't make sense of that button any more. Run /" + NAME + " to start again.");
    }

    private Optional<Quiz> named(String typed) {
        return typed.isEmpty()
                ? Optional.of(pack.quizzes().get(0))
                : pack.quizzes().stream()
                        .filter(quiz -> quiz.id().equalsIgnoreCase(typed)
                                || quiz.title().equalsIgnoreCase(typed))
                        .findFirst();
    }

    private Reply unknown(String typed) {
        String shown = typed.length() > LONGEST_ECHO
                ? typed.substring(0, typed.offsetByCodePoints(0, typed.codePointCount(0, LONGEST_ECHO))) + "…"
                : typed;
        return offer("There is no quiz “" + shown + "”. These are:");
    }

    /** The quizzes that there are, each with a button that starts it. */
    private Reply offer(String why) {
        Stream<Block> quizzes =
                pack.quizzes().stream().map(quiz -> new Block.Line(true, Optional.of(quiz.id()), quiz.description()));
        Block buttons = new Block.Actions(pack.quizzes().stream()
                .map(quiz -> Action.labelled(FitActions.start(quiz), quiz.title()))
                .toList());
        return new Reply(Stream.of(Stream.of(new Block.Line(false, Optional.empty(), why)), quizzes, Stream.of(buttons))
                .flatMap(s -> s)
                .collect(Collectors.toList()));
    }

    private List<String> ids() {
        return pack.quizzes().stream().map(Quiz::id).toList();
    }
}
