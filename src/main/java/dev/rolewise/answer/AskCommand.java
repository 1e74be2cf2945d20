package dev.rolewise.answer;

import dev.rolewise.answer.Conversations.Told;
import dev.rolewise.answer.Feedback.Rating;
import dev.rolewise.cache.ReuseLog;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.ActionSeal;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Form;
import dev.rolewise.command.Option;
import dev.rolewise.command.Progress;
import dev.rolewise.command.Reply;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Keeping;
import dev.rolewise.question.Question;
import dev.rolewise.question.RecentAnswers;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Turn;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code /ask}: a question, its answer, and what can be done with the answer. Thread-safe. */
public final class AskCommand implements Command, RecentAnswers {
    /** Name of the command. */
    public static final String NAME = "ask";

    private static final String QUESTION = "question";
    private static final String PRIVATE = "private";
    static final String GONE = "I no longer have that answer. Please ask the question again.";
    private static final String SORRY = "Thank you for telling me.";
    private static final int MAX_FOLLOW_UP = 400;

    private final Pack pack;
    private final Map<String, String> questions;
    private final AnswerService answers;
    private final AnswerDesk desk;
    private final RatingButtons ratings;
    private final Conversations conversations;
    private final Function<String, Keeping> keepings;

    /**
     * @param listener told of each answer that was given, and of ratings, as long as something of them may be kept
     * @param seal for the buttons by which answers are rated
     * @param keepings what may be kept for a question that a member asks now
     */
    public AskCommand(
            Pack pack,
            AnswerService answers,
            QuestionLimits limits,
            FeedbackLog feedback,
            ReuseLog reuses,
            AnswerListener listener,
            ActionSeal seal,
            Function<String, Keeping> keepings,
            com.github.benmanes.caffeine.cache.Ticker ticker,
            Clock clock) {
        this.pack = pack;
        this.questions = pack.questions().stream().collect(Collectors.toMap(AnswerIds::key, q -> q, (a, b) -> a));
        this.answers = answers;
        this.keepings = keepings;
        this.conversations = new Conversations(ticker);
        this.ratings = new RatingButtons(
                seal,
                new RatingDesk(feedback, reuses, answers, new EvictionQuota(ticker), clock),
                conversations,
                listener);
        this.desk = new AnswerDesk(answers, limits, ratings, conversations, listener, new AnswerIds(clock.millis()));
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                NAME,
                "Ask about " + pack.about(),
                List.of(
                        new Option(QUESTION, "What would you like to know?", Option.Kind.TEXT, true, 1000, true),
                        new Option(PRIVATE, "Show the answer only to you", Option.Kind.YES_NO, false, 0, false)),
                Optional.of("Ask about this message"));
    }

    @Override
    public Audience audience(CommandCall call) {
        return call.flag(PRIVATE) ? Audience.CALLER : Audience.EVERYBODY;
    }

    @Override
    public Optional<Reply> decline(CommandCall call) {
        return desk.denial(call.caller(), true);
    }

    @Override
    public Reply run(CommandCall call) {
        return run(call, Progress.NONE);
    }

    @Override
    public Reply run(CommandCall call, Progress progress) {
        return taken(call).apply(progress);
    }

    @Override
    public Function<Progress, Reply> taken(CommandCall call) {
        Keeping keeping = keeping(call.caller());
        return progress -> {
            Question question =
                    question(call.caller(), call.text(QUESTION).orElse(""), conversations.of(call.caller()));
            AskOptions options = AskOptions.by(call.caller(), keeping, shown(progress, AnswerReply.WORKING));
            return desk.answered(call.caller(), keeping, Set.of(), () -> answers.ask(question, options));
        };
    }

    /** A follow-up in the thread is one to what started it. */
    @Override
    public void threadStarted(Caller caller, String threadId) {
        keeping(caller).keep(() -> conversations.follow(caller, threadId));
    }

    @Override
    public List<String> complete(String option, String typed) {
        return answers.completing(typed);
    }

    @Override
    public Optional<Form> form(ActionId id) {
        return id.verb().equals("more")
                ? Optional.of(
                        new Form("Ask a follow-up", "Your question", "for example: and the other role?", MAX_FOLLOW_UP))
                : Optional.empty();
    }

    @Override
    public Audience audience(ActionId id) {
        return Set.of("more", "next", "harder", "fresh").contains(id.verb()) ? Audience.SAME : Audience.CALLER;
    }

    @Override
    public Optional<Reply> decline(ActionCall call) {
        Caller caller = call.caller();
        if (asked(call).isEmpty()) {
            return Optional.empty();
        }
        boolean opensForm = form(call.id()).isPresent() && call.input().isEmpty();
        return desk.denial(caller, !opensForm);
    }

    @Override
    public Reply act(ActionCall call) {
        return act(call, Progress.NONE);
    }

    @Override
    public Reply act(ActionCall call, Progress progress) {
        return taken(call).apply(progress);
    }

    @Override
    public Function<Progress, Reply> taken(ActionCall call) {
        Keeping keeping = keeping(call.caller());
        return progress -> act(call, keeping, progress);
    }

    private Reply act(ActionCall call, Keeping keeping, Progress progress) {
        String payload = call.id().payload();
        String working = call.id().verb().equals("harder") ? AnswerReply.HARDER : AnswerReply.WORKING;
        AskOptions options = AskOptions.by(call.caller(), keeping, shown(progress, working));
        return switch (call.id().verb()) {
            case "more", "next" -> ask(call, options);
            case "fresh" -> ask(call, options.anew());
            case "harder" -> ask(call, options.only(Tier.STRONG));
            case "details" ->
                conversations
                        .told(payload, call.caller().serverId())
                        .map(told -> AnswerReply.details(
                                told.receipt(),
                                call.caller().manages()
                                                && call.caller().serverId().isPresent()
                                        ? Optional.of(payload)
                                        : Optional.empty()))
                        .orElseGet(() -> Reply.aside(GONE));
            case "evidence" ->
                AnswerReply.evidence(answers.quotes(
                        List.of(payload.split("\\.")),
                        answers.scope(call.caller().serverId())));
            case "up" -> helpful(call, keeping);
            case "down" -> unhelpful(call, options);
            default -> Command.super.act(call);
        };
    }

    /** Forgets what is in memory of a member's questions; at once. */
    public void forget(String memberId) {
        Set<String> words = new HashSet<>(answers.keptQuestions(memberId));
        words.addAll(conversations.questionsOf(memberId));
        conversations.forget(memberId, words);
        answers.forgetMember(memberId);
    }

    /** Members of whom something is in memory. */
    public Set<String> members() {
        Set<String> members = new HashSet<>(conversations.members());
        members.addAll(answers.askers());
        return members;
    }

    /** A member's questions that are in memory, to understand follow-ups and for the buttons below answers. */
    public List<String> remembered(String memberId) {
        return conversations.questionsOf(memberId);
    }

    @Override
    public Optional<Recent> recent(String id, Optional<String> serverId) {
        return conversations
                .told(id, serverId)
                .filter(told -> !told.turn().question().isEmpty())
                .map(told -> new Recent(told.turn().question(), told.text()));
    }

    /** What an answer is rated by: the same words to the same question have the same. */
    public static String idOf(Answer answer) {
        return AnswerIds.of(answer);
    }

    static ActionId action(String verb, String payload) {
        return new ActionId(NAME, verb, payload);
    }

    /** What an action asks, where it asks something and that is still known. */
    private Optional<Question> asked(ActionCall call) {
        String payload = call.id().payload();
        return switch (call.id().verb()) {
            case "more" ->
                Optional.of(question(
                        call.caller(),
                        call.input().orElse(""),
                        conversations.of(payload, call.caller().serverId())));
            case "next" ->
                Optional.ofNullable(questions.get(payload)).map(text -> question(call.caller(), text, List.of()));
            case "harder", "fresh" ->
                conversations
                        .told(payload, call.caller().serverId())
                        .map(told -> question(call.caller(), told.turn().question(), List.of()));
            default -> Optional.empty();
        };
    }

    /** Whoever presses asks, and pays where it costs something. */
    private Reply ask(ActionCall call, AskOptions options) {
        return asked(call)
                .map(question ->
                        desk.answered(call.caller(), options.keeping(), Set.of(), () -> answers.ask(question, options)))
                .orElseGet(() -> call.id().verb().equals("next") ? Command.super.act(call) : Reply.aside(GONE));
    }

    private Question question(Caller caller, String text, List<Turn> conversation) {
        return new Question(text, conversation, answers.scope(caller.serverId()));
    }

    private static Consumer<Answer> shown(Progress progress, String working) {
        return soFar -> progress.show(AnswerReply.soFar(soFar, working));
    }

    private Keeping keeping(Caller caller) {
        return keepings.apply(caller.memberId());
    }

    private Reply helpful(ActionCall call, Keeping keeping) {
        return ratings.press(
                call,
                keeping,
                Rating.HELPFUL,
                toldId -> Reply.line("Thank you, good to know! Press 👍 again to take it back."));
    }

    /** Whoever presses gets another answer, and it counts as a question of theirs; taking it back is free. */
    private Reply unhelpful(ActionCall call, AskOptions options) {
        return ratings.press(call, options.keeping(), Rating.UNHELPFUL, toldId -> another(call, toldId, options));
    }

    private Reply another(ActionCall call, String toldId, AskOptions options) {
        Optional<Told> told = conversations
                .told(toldId, call.caller().serverId())
                .filter(t -> !t.turn().question().isEmpty());
        if (told.isEmpty()) {
            return Reply.line(SORRY + " A follow-up may get you further. Press 👎 again to take it back.");
        }
        Question question = question(call.caller(), told.get().turn().question(), List.of());
        Reply another = desk.answered(
                call.caller(),
                options.keeping(),
                told.get().shown(),
                () -> answers.again(
                        question, told.get().receipt().servedBy(), told.get().shown(), options));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Line(false, Optional.empty(), SORRY + " Press 👎 again to take it back."));
        blocks.addAll(another.blocks());
        return new Reply(blocks);
    }
}
