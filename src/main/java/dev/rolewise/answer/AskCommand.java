package dev.rolewise.answer;

import dev.rolewise.cache.WaitedTooLongException;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Audience;
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
import dev.rolewise.question.Question;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Scope;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Turn;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /ask}: a question, its answer, and what can be done with the answer. Thread-safe. */
public final class AskCommand implements Command {
    /** Name of the command. */
    public static final String NAME = "ask";

    private static final Logger LOG = LoggerFactory.getLogger(AskCommand.class);
    private static final String QUESTION = "question";
    private static final String PRIVATE = "private";
    private static final String GONE = "I no longer have that answer. Please ask the question again.";
    private static final int MAX_FOLLOW_UP = 400;
    private static final int KEY_LENGTH = 10;

    private final Pack pack;
    private final Map<String, String> questions;
    private final AnswerService answers;
    private final QuestionLimits limits;
    private final FeedbackLog feedback;
    private final Conversations conversations;
    private final BiConsumer<Caller, Answer> counted;
    private final Clock clock;
    private final AtomicLong serial;

    /** {@code counted} is told of each answer that was given; it returns at once. */
    public AskCommand(
            Pack pack,
            AnswerService answers,
            QuestionLimits limits,
            FeedbackLog feedback,
            BiConsumer<Caller, Answer> counted,
            com.github.benmanes.caffeine.cache.Ticker ticker,
            Clock clock) {
        this.pack = pack;
        this.questions = pack.questions().stream().collect(Collectors.toMap(AskCommand::key, q -> q, (a, b) -> a));
        this.answers = answers;
        this.limits = limits;
        this.feedback = feedback;
        this.counted = counted;
        this.conversations = new Conversations(ticker);
        this.clock = clock;
        this.serial = new AtomicLong(clock.millis());
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
        return denial(call.caller(), limits.accept(call.caller()));
    }

    @Override
    public Reply run(CommandCall call) {
        return run(call, Progress.NONE);
    }

    @Override
    public Reply run(CommandCall call, Progress progress) {
        return admitted(
                call.caller(),
                question(call.text(QUESTION).orElse(""), conversations.of(call.caller())),
                AskOptions.by(call.caller(), shown(progress, AnswerReply.WORKING)));
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
        return Set.of("more", "next", "harder").contains(id.verb()) ? Audience.SAME : Audience.CALLER;
    }

    @Override
    public Optional<Reply> decline(ActionCall call) {
        Caller caller = call.caller();
        if (asked(call).isEmpty()) {
            return Optional.empty();
        }
        boolean opensForm = form(call.id()).isPresent() && call.input().isEmpty();
        return denial(caller, opensForm ? limits.look(caller) : limits.accept(caller));
    }

    @Override
    public Reply act(ActionCall call) {
        return act(call, Progress.NONE);
    }

    @Override
    public Reply act(ActionCall call, Progress progress) {
        String payload = call.id().payload();
        return switch (call.id().verb()) {
            case "more", "next" -> ask(call, AskOptions.by(call.caller(), shown(progress, AnswerReply.WORKING)));
            case "harder" ->
                ask(
                        call,
                        AskOptions.by(call.caller(), shown(progress, AnswerReply.HARDER))
                                .only(Tier.STRONG));
            case "details" ->
                conversations
                        .told(payload)
                        .map(told -> AnswerReply.details(told.receipt()))
                        .orElseGet(() -> Reply.aside(GONE));
            case "evidence" -> AnswerReply.evidence(answers.quotes(List.of(payload.split("\\."))));
            case "up" -> rate(call, Feedback.Rating.HELPFUL);
            case "down" -> rate(call, Feedback.Rating.UNHELPFUL);
            default -> Command.super.act(call);
        };
    }

    /** What an answer is rated by: the same words to the same question have the same. */
    public static String idOf(Answer answer) {
        return key(answer.profile().map(p -> p.text()).orElse("") + "\n" + answer.text());
    }

    static ActionId action(String verb, String payload) {
        return new ActionId(NAME, verb, payload);
    }

    /** A short name of a text: the same text has the same. */
    static String key(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, hash).toString(36).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** What an action asks, where it asks something and that is still known. */
    private Optional<Question> asked(ActionCall call) {
        String payload = call.id().payload();
        return switch (call.id().verb()) {
            case "more" -> Optional.of(question(call.input().orElse(""), conversations.of(payload)));
            case "next" -> Optional.ofNullable(questions.get(payload)).map(text -> question(text, List.of()));
            case "harder" ->
                conversations.told(payload).map(told -> question(told.turn().question(), List.of()));
            default -> Optional.empty();
        };
    }

    /** Whoever presses asks, and pays where it costs something. */
    private Reply ask(ActionCall call, AskOptions options) {
        return asked(call)
                .map(question -> admitted(call.caller(), question, options))
                .orElseGet(() -> call.id().verb().equals("harder") ? Reply.aside(GONE) : Command.super.act(call));
    }

    private static Question question(String text, List<Turn> conversation) {
        return new Question(text, conversation, Scope.INSTALLATION);
    }

    private static Consumer<Answer> shown(Progress progress, String working) {
        return soFar -> progress.show(AnswerReply.soFar(soFar, working));
    }

    private static Optional<Reply> denial(Caller caller, Optional<QuestionLimits.Denied> denied) {
        denied.ifPresent(d -> LOG.info("denied member={} reason={}", caller.memberId(), d.reason()));
        return denied.map(d -> Reply.aside(d.text()));
    }

    private Reply admitted(Caller caller, Question question, AskOptions options) {
        QuestionLimits.Admission admission = limits.admit(caller);
        if (admission instanceof QuestionLimits.Denied denied) {
            return denial(caller, Optional.of(denied)).orElseThrow();
        }
        QuestionLimits.Granted granted = (QuestionLimits.Granted) admission;
        try {
            return answered(caller, answers.ask(question, options));
        } catch (WaitedTooLongException e) {
            LOG.warn("busy: an answer took longer than the deadline");
            return Reply.aside("I'm busy right now. Please ask again in a minute.");
        } finally {
            granted.close();
        }
    }

    private Reply answered(Caller caller, Answer answer) {
        String id = idOf(answer);
        String toldId = id + "." + Long.toString(serial.incrementAndGet(), Character.MAX_RADIX);
        conversations.remember(caller, toldId, Conversations.Told.of(answer));
        counted.accept(caller, answer);
        Receipt receipt = answer.receipt();
        LOG.info(
                "answered id={} status={} tier={} cached={} route=\"{}\" calls={} cost={} ms={}",
                id,
                answer.status().id(),
                receipt.servedBy(),
                receipt.cached().isPresent(),
                receipt.spending().route(),
                receipt.spending().calls(),
                receipt.spending().cost(),
                receipt.latency().toMillis());
        boolean harder = answers.has(Tier.STRONG)
                && receipt.servedBy() != Tier.STRONG
                && answer.status() == Answer.Status.ANSWERED;
        return AnswerReply.of(answer, id, toldId, harder);
    }

    private Reply rate(ActionCall call, Feedback.Rating rating) {
        String id = call.id().payload();
        Caller caller = call.caller();
        if (feedback.ratingBy(id, caller.memberId()).filter(rating::equals).isPresent()) {
            feedback.withdraw(id, caller.memberId());
            return Reply.line("Taken back: your rating of this answer is gone.");
        }
        feedback.record(new Feedback(id, caller.memberId(), caller.serverId(), rating, clock.instant()));
        return Reply.line(
                rating == Feedback.Rating.HELPFUL
                        ? "Thank you, good to know! Press 👍 again to take it back."
                        : "Thank you for telling me. “Show evidence” shows what the answer rests on; a follow-up may get you"
                                + " further. Press 👎 again to take it back.");
    }
}
