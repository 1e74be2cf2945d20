package dev.rolewise.loopback;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.Compression;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ways for real JDA to be connected, each on a loopback Discord of its own. */
class ConnectionsIT {
    private final LoopbackDiscord discord =
            LoopbackDiscord.start(LoopbackSettings.defaults().tellingOfServers());

    @AfterEach
    void close() {
        assertThat(discord.violations()).isEmpty();
        discord.close();
    }

    @Test
    void servers_are_told_to_a_bot_that_is_in_them() {
        ShardManager bot = start(Compression.NONE);
        Member carol = discord.member("carol").withPermissions(Member.MANAGE_SERVER);
        Upload document = new Upload("a.md", "text/markdown", new byte[] {1});

        assertThat(carol.slash("server upload", input("file", document)).reply().content())
                .isEqualTo("read true 1");
        Member elsewhere = carol.inChannel("help");
        Message answer = elsewhere.slash("ask", input("question", "x")).reply();
        assertThat(elsewhere.press(answer, "Sources").reply().text()).isEqualTo("Source: a note");
        assertThat(bot.getGuilds()).extracting(Guild::getName).containsExactly("Loopback");
        bot.shutdown();
    }

    @Test
    void compressed_gateway_works() {
        ShardManager bot = start(Compression.ZLIB);
        assertThat(discord.member("carol")
                        .slash("ask", input("question", "zlib"))
                        .reply()
                        .text())
                .contains("zlib");
        discord.askForHeartbeat();
        await().until(() -> discord.heartbeats() > 0);
        bot.shutdown();
    }

    @Test
    void forgotten_session_identifies_anew() {
        ShardManager bot = start(Compression.NONE);
        discord.forgetSessions();
        discord.awaitReady();
        assertThat(discord.identifies()).isEqualTo(2);
        assertThat(discord.member("dan")
                        .slash("ask", input("question", "again"))
                        .reply()
                        .text())
                .contains("again");
        bot.shutdown();
    }

    @Test
    void bad_token_is_refused() {
        assertThatThrownBy(() -> DemoBot.connect(discord, Compression.NONE, "bad-token", new CompletableFuture<>()))
                .hasMessageContaining("token");
    }

    @Test
    void console_plays_a_member() {
        ShardManager bot = start(Compression.NONE);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Console console = new Console(discord, new PrintStream(printed, true, StandardCharsets.UTF_8));

        console.run("type ask question what t");
        console.run("/ask question: what tools?");
        await().until(() -> printed.toString(StandardCharsets.UTF_8).contains("[2] Ask again"));
        console.run("press 2");
        console.run("submit and now?");

        await().until(() -> printed.toString(StandardCharsets.UTF_8).contains("**Answer** to and now?"));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("what tools do they use?", "**Answer** to what tools?", "[Ask again]", "  Question: ")
                .doesNotContain("!");
        bot.shutdown();
    }

    private ShardManager start(Compression compression) {
        ShardManager bot = DemoBot.connect(discord, compression, "any-token", new CompletableFuture<>());
        discord.awaitReady();
        bot.getShardById(0).updateCommands().addCommands(DemoBot.commands()).queue();
        discord.awaitCommand("ask");
        return bot;
    }
}
