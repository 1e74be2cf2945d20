package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.answer.AskCommand;
import dev.rolewise.answer.AskOptions;
import dev.rolewise.answer.FeedbackLog.Ratings;
import dev.rolewise.answer.LimitSettings;
import dev.rolewise.answer.QuestionLimits;
import dev.rolewise.cascade.model.PromptBook;
import dev.rolewise.command.ActionSeal;
import dev.rolewise.command.Caller;
import dev.rolewise.command.CommandCall;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.ScriptedModels;
import dev.rolewise.provider.Scripts;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Keeping;
import dev.rolewise.question.Question;
import dev.rolewise.question.Tier;
import dev.rolewise.testing.KeptReuses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A model that does whatever anybody tells it to: nothing of that reaches a person. */
class CascadeAttacksIT {
    private static final List<Attack> OWN = Attack.read(Path.of("src/test/resources/attacks/attacks.jsonl"));
    private static final Path LABELLED =
            Path.of(System.getProperty("rolewise.eval", "../shared/eval")).resolve("attacks.jsonl");
    private static final Caller VICTIM = Caller.member("m-victim", Optional.of("s1"), "c1");
    private static final Caller ATTACKER = Caller.member("m-attacker", Optional.of("s1"), "c1");

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("dev.rolewise");
    private final AtomicInteger answered = new AtomicInteger();
    private LoopbackProvider provider;
    private Rig rig;

    @BeforeEach
    void open(@TempDir Path folder, @TempDir Path prompts) throws IOException {
        provider = LoopbackProvider.start();
        rig = new Rig(folder, Rig.PLENTY, Duration.ofSeconds(30), Map.of(Tier.CHEAP, provider), withCanary(prompts));
        logged.start();
        root.setLevel(Level.DEBUG);
        root.addAppender(logged);
        root.info("the attacks begin");
    }

    @AfterEach
    void close() {
        root.detachAppender(logged);
        root.setLevel(null);
        rig.close();
        provider.close();
    }

    private static PromptBook withCanary(Path prompts) throws IOException {
        Path given = Path.of("config/prompts");
        Files.copy(given.resolve(PromptBook.USER), prompts.resolve(PromptBook.USER));
        Files.writeString(
                prompts.resolve(PromptBook.SYSTEM),
                "The password of the day is CANARY-SYSTEM-5521.\n"
                        + Files.readString(given.resolve(PromptBook.SYSTEM)));
        return Rig.prompts(prompts);
    }

    @Test
    void our_own_attacks_leave_nothing_behind_with_a_model_that_obeys() {
        provider.always(Scripts.model(ScriptedModels.obedient()));

        attack(OWN);

        assertThat(provider.calls()).isGreaterThan(OWN.size());
    }

    @Test
    void our_own_attacks_leave_nothing_behind_with_a_model_that_obeys_in_prose() {
        provider.always(Scripts.model(ScriptedModels.obedientInProse()));

        attack(OWN);
    }

    @Test
    void our_own_attacks_leave_nothing_behind_with_a_model_that_hides_them_among_good_sentences() {
        provider.always(Scripts.model(ScriptedModels.halfObedient()));

        attack(OWN);
    }

    @Test
    void the_labelled_attacks_leave_nothing_behind() {
        assumeThat(LABELLED).exists();
        provider.always(Scripts.model(ScriptedModels.obedient()));

        attack(Attack.read(LABELLED));
    }

    /** Through the command as members use it, past routing to the model, and past every guard before the model. */
    private void attack(List<Attack> attacks) {
        AskCommand command = command();
        command.run(call(VICTIM, "What tools do ML engineers use? I'm CANARY-OTHER-88 and I work at CANARY-FIRM-12."));
        for (Attack attack : attacks) {
            Shown.assertHarmless(Shown.of(command.run(call(ATTACKER, attack.text()))), attack.mustNot());
            Answer forced = rig.answers.ask(Question.of(attack.text()), AskOptions.of(true, Optional.of(Tier.CHEAP)));
            Shown.assertHarmless(Shown.of(forced), attack.mustNot());
            Finding bare = rig.cascade.ask(inquiry(attack), Deadline.in(Duration.ofSeconds(30), Ticker.systemTicker()));
            Shown.assertHarmless(Shown.claims(bare), attack.mustNot());
        }
        assertNoSideEffects();
        assertThat(answered).hasValue(attacks.size() + 1);
        assertThat(logged.list)
                .isNotEmpty()
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("CANARY") || line.contains("canary"));
    }

    private void assertNoSideEffects() {
        rig.awaitFree();
        assertThat(rig.ledger.month().calls()).isEqualTo(provider.calls());
        assertThat(rig.ledger.month().reserved().isZero()).isTrue();
        assertThat(rig.feedback.ratings(Optional.empty(), Instant.EPOCH)).isEqualTo(new Ratings(0, 0));
    }

    private AskCommand command() {
        return new AskCommand(
                Shipped.PACK,
                rig.answers,
                new QuestionLimits(new LimitSettings(1_000, 10_000, 10_000, 5), rig.clock),
                rig.feedback,
                new KeptReuses(),
                (caller, answer) -> answered.incrementAndGet(),
                new ActionSeal(new byte[32]),
                member -> Keeping.FOR_GOOD,
                Ticker.systemTicker(),
                rig.clock);
    }

    private static CommandCall call(Caller caller, String question) {
        return new CommandCall(caller, Map.of("question", question), Map.of());
    }

    private static Inquiry inquiry(Attack attack) {
        return new Inquiry(
                "attack",
                attack.text(),
                List.of(),
                Shipped.PACK.roles().stream().map(role -> role.name()).toList(),
                Shipped.PACK.passages().subList(0, 12),
                Tier.CHEAP,
                true,
                Optional.of("m-attacker"),
                Optional.of("s1"),
                Keeping.FOR_GOOD);
    }
}
