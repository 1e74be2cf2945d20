package dev.rolewise.app;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import dev.rolewise.command.ActionSeal;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandRegistry;
import dev.rolewise.command.ServerWatch;
import dev.rolewise.discord.DiscordBot;
import dev.rolewise.discord.DiscordSettings;
import dev.rolewise.loopback.Acknowledgement;
import dev.rolewise.loopback.Exchange;
import dev.rolewise.loopback.FakeClock;
import dev.rolewise.loopback.LoopbackDiscord;
import dev.rolewise.loopback.LoopbackSettings;
import dev.rolewise.loopback.Violation;
import dev.rolewise.store.Database;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real commands when all workers are taken, and when something holds an acknowledgement up. */
class DiscordUnderPressureIT {
    private static final String ML_TOOLS = "What tools do ML engineers use?";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final FakeClock clock = new FakeClock();
    private final LoopbackDiscord discord = LoopbackDiscord.start(LoopbackSettings.defaults()
            .withClock(clock)
            .withAckLimit(RunningBot.IN_TIME)
            .withPatience(RunningBot.IN_TIME));
    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final Setup setup;
    private final Database database;
    private final Installation installation;
    private final DiscordBot bot;

    DiscordUnderPressureIT(@TempDir Path dataFolder) throws Exception {
        setup = RunningBot.setup(discord, dataFolder);
        database = Database.open(dataFolder);
        installation = Installation.open(setup);
        CommandRegistry commands = Commands.of(
                installation,
                Records.over(database, setup.clock()),
                setup.settings(),
                setup.clock(),
                new ActionSeal(SealKey.random()),
                Pictures.NONE);
        bot = new DiscordBot(
                DiscordSettings.ofToken("any-token").withRestUrl(URI.create(discord.restUrl())),
                new CommandRegistry(List.of(held(commands.named("ask").orElseThrow()))),
                ServerWatch.NONE,
                workers,
                () -> "abc123");
    }

    @BeforeEach
    void start() throws Exception {
        bot.start();
        RunningBot.awaitCommands(discord);
    }

    @AfterEach
    void stop() throws Exception {
        gate.countDown();
        bot.stop(PATIENCE);
        workers.shutdownNow();
        installation.close();
        database.close();
        setup.close();
        discord.close();
    }

    @Test
    void busy_is_said_at_once_while_all_workers_are_taken() {
        gate.countDown();
        CountDownLatch release = new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            workers.execute(() -> pass(release));
        }

        Exchange declined = ask();
        assertThat(RunningBot.answeredInTime(discord, declined).text()).contains("ask again in a minute");
        assertThat(declined.acknowledgement()).isEqualTo(Acknowledgement.MESSAGE);
        assertThat(declined.ephemeral()).isTrue();

        release.countDown();
        await().until(() -> workers.getActiveCount() == 0);
        assertThat(RunningBot.answeredInTime(discord, ask()).text()).contains("PyTorch");
    }

    @Test
    void acknowledgement_just_in_time_is_good() {
        Exchange asked = ask();
        acknowledgeAfter(RunningBot.IN_TIME.minusMillis(1));

        assertThat(RunningBot.answeredInTime(discord, asked).text()).contains("PyTorch");
    }

    @Test
    void late_acknowledgement_is_noticed_by_the_rule_of_these_tests_and_nothing_is_shown() {
        Exchange asked = ask();
        acknowledgeAfter(RunningBot.IN_TIME.plusMillis(1));

        assertThatThrownBy(() -> RunningBot.answeredInTime(discord, asked))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("acknowledgement");
        assertThat(discord.violations())
                .extracting(Violation::kind)
                .containsExactly(Violation.Kind.ACKNOWLEDGED_TOO_LATE);
        assertThat(discord.member("alice").sees()).isEmpty();
    }

    private Exchange ask() {
        return discord.member("alice").slash("ask", input("question", ML_TOOLS));
    }

    private void acknowledgeAfter(Duration time) {
        pass(entered);
        clock.advance(time);
        gate.countDown();
    }

    /** The command, which does not say who may see its answer before the gate is open. */
    private Command held(Command command) {
        Command held = mock(Command.class, delegatesTo(command));
        doAnswer(call -> {
                    entered.countDown();
                    pass(gate);
                    return Audience.EVERYBODY;
                })
                .when(held)
                .audience(any(CommandCall.class));
        return held;
    }

    private static void pass(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
