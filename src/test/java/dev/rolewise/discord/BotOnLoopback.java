package dev.rolewise.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.CommandRegistry;
import dev.rolewise.loopback.LoopbackDiscord;
import dev.rolewise.loopback.LoopbackSettings;
import dev.rolewise.loopback.Member;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A loopback Discord, two members of it, and a bot with one worker and room for one more who waits. */
final class BotOnLoopback {
    static final Duration PATIENCE = Duration.ofSeconds(5);

    final LoopbackDiscord discord;
    final Member alice;
    final Member bob;
    final FakeAsk ask = new FakeAsk("Asks a question");
    final FakeShow show = new FakeShow();
    final FakeDesk desk = new FakeDesk();
    final SeenServers servers = new SeenServers();
    final DiscordSettings settings;
    final DiscordBot bot;
    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1));

    BotOnLoopback() {
        this(LoopbackSettings.defaults());
    }

    BotOnLoopback(LoopbackSettings behaviour) {
        discord = LoopbackDiscord.start(behaviour);
        alice = discord.member("alice");
        bob = discord.member("bob");
        settings = DiscordSettings.ofToken("good-token").withRestUrl(URI.create(discord.restUrl()));
        bot = another(settings, ask);
    }

    DiscordBot another(DiscordSettings with, FakeAsk command) {
        return new DiscordBot(
                with, new CommandRegistry(List.of(command, show, desk)), servers, workers, () -> "abc123");
    }

    void close() throws InterruptedException {
        ask.gate.countDown();
        show.gate.countDown();
        bot.stop(PATIENCE);
        workers.shutdownNow();
        discord.close();
        assertThat(discord.violations()).isEmpty();
    }
}
