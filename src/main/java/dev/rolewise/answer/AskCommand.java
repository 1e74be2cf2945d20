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
import dev.rolewise.command.Reply;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.question.Scope;
import dev.rolewise.question.Turn;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code /ask}: a question, its answer, and what can be done with the answer. Thread-safe. */
public final class AskCommand implements Command {
    /** Name of the command. */
    public static final String NAME = "ask";

    private static final Logger LOG = LoggerFactory.getLogger(AskCommand.class);
    private static final String QUESTION = "question";
    private static final String PRIVATE = "private";
    private static final int MAX_FOLLOW_UP = 400;
    private static final int KEY_LENGTH = 10;

    private final Pack pack;
    private final AnswerService answers;
    private final QuestionLimits limits;
    private final FeedbackLog feedback;
    private final Conversations conversations;
    private final Clock clock;

    public AskCommand(
            Pack pack,
            AnswerService answers,
            QuestionLimits limits,
            FeedbackLog feedback,
            com.github.benmanes.caffeine.cache.Ticker ticker,
            Clock clock) {
        this.pack = pack;
        this.answers = answers;
        this.limits = limits;
        this.feedback = feedback;
        this.conversations = new Conversations(ticker);
        this.clock = clock;
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
    public Reply run(CommandCall call) {
        return answer(call.caller(), call.text(QUESTION).orElse(""), conversations.of(call.caller()));
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
        return id.verb().equals("more") || id.verb().equals("next") ? Audience.SAME : Audience.CALLER;
    }

    @Override
    public Reply act(ActionCall call) {
        String payload = call.id().payload();
        return switch (call.id().verb()) {
            case "more" -> answer(call.caller(), call.input().orElse(""), conversations.of(payload));
            case "next" -> next(call);
            case "evidence" -> AnswerReply.evidence(answers.quotes(List.of(payload.split("\\."))));
            case "up" -> rate(call, Feedback.Rating.HELPFUL);
            case "down" -> rate(call, Feedback.Rating.UNHELPFUL);
            default -> Command.super.act(call);
        };
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

    private Reply next(ActionCall call) {
        return pack.questions().stream()
                .filter(question -> key(question).equals(call.id().payload()))
                .findFirst()
                .map(question -> answer(call.caller(), question, List.of()))
                .orElseGet(() -> Command.super.act(call));
    }

    private Reply answer(Caller caller, String text, List<Turn> conversation) {
        QuestionLimits.Admission admission = limits.admit(caller);
        if (admission instanceof QuestionLimits.Denied denied) {
            LOG.info("denied member={} reason={}", caller.memberId(), denied.reason());
            return Reply.line(denied.text());
        }
        QuestionLimits.Granted granted = (QuestionLimits.Granted) admission;
        try {
            Answer answer = answers.ask(new Question(text, conversation, Scope.INSTALLATION), false);
            String id = key(answer.profile().map(p -> p.text()).orElse("") + "\n" + answer.text());
            if (!answer.citations().isEmpty()) {
                conversations.remember(caller, id, Turn.of(text, answer));
            }
            LOG.info(
                    "answered id={} status={} cached={} ms={}",
                    id,
                    answer.status().id(),
                    answer.receipt().cached().isPresent(),
                    answer.receipt().latency().toMillis());
            return AnswerReply.of(answer, id);
        } catch (WaitedTooLongException e) {
            LOG.warn("busy: an answer took longer than the deadline");
            return Reply.line("I'm busy right now. Please ask again in a minute.");
        } finally {
            granted.close();
        }
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
