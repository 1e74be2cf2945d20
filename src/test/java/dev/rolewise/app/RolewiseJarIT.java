package dev.rolewise.app;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rolewise.loopback.Exchange;
import dev.rolewise.loopback.LoopbackDiscord;
import dev.rolewise.loopback.LoopbackSettings;
import dev.rolewise.loopback.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, run as an operator runs it. */
class RolewiseJarIT {
    private static final String ML_TOOLS = "What tools do ML engineers use?";
    private static final Path JAR = Path.of(System.getProperty("rolewise.jar", "target/rolewise.jar"));
    /** Longer than the bot takes for a last word to those whom it cannot answer. */
    private static final Duration HELD_UP = Duration.ofSeconds(4);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ObjectMapper json = new ObjectMapper();
    private final List<Process> started = new ArrayList<>();
    private final Path folder;
    private final LoopbackDiscord discord =
            LoopbackDiscord.start(LoopbackSettings.defaults().withPatience(PATIENCE));

    RolewiseJarIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
        discord.close();
        assertThat(discord.violations()).isEmpty();
    }

    @Test
    void bot_answers_the_pending_question_when_it_is_asked_to_end_and_ends_with_status_0() throws Exception {
        Run bot = bot("any-token");
        RunningBot.awaitCommands(discord);
        assertThat(ask().reply().text()).contains("PyTorch");

        discord.rateLimit(Route.EDIT_REPLY, 1, HELD_UP);
        Exchange pending = ask();
        pending.acknowledgement();
        bot.process.destroy();

        assertThat(pending.reply().text()).contains("PyTorch");
        assertThat(bot.status()).isZero();
        assertThat(bot.out()).isEmpty();
        assertThat(bot.err()).doesNotContain("Exception").doesNotContain("any-token");
    }

    @Test
    void second_bot_on_the_same_data_is_refused_in_one_line() throws Exception {
        bot("any-token");
        RunningBot.awaitCommands(discord);

        Run second = bot("any-token");

        assertThat(second.status()).isEqualTo(1);
        assertThat(second.err().lines())
                .singleElement()
                .asString()
                .startsWith("another Rolewise (discord) is using " + folder.resolve("data"));
    }

    @Test
    void wrong_token_is_told_in_one_line() throws Exception {
        Run bot = bot("bad-token");

        assertThat(bot.status()).isEqualTo(1);
        assertThat(bot.err().lines())
                .singleElement()
                .asString()
                .contains("Reset Token")
                .doesNotContain("bad-token");
    }

    @Test
    void bot_without_a_token_is_told_where_to_put_one() throws Exception {
        Run bot = rolewise(Map.of(), "", "discord");

        assertThat(bot.status()).isEqualTo(1);
        assertThat(bot.err().lines()).singleElement().asString().contains("DISCORD_TOKEN");
    }

    @Test
    void ask_prints_one_line_of_json() throws Exception {
        Run ask = rolewise(Map.of(), "", "ask", "--json", ML_TOOLS);

        assertThat(ask.status()).isZero();
        assertThat(ask.out().lines()).hasSize(1);
        JsonNode answer = json.readTree(ask.out());
        assertThat(answer.path("status").asText()).isEqualTo("answered");
        assertThat(answer.path("text").asText()).contains("PyTorch");
        assertThat(answer.at("/citations/0/quote").asText()).isNotEmpty();
        assertThat(answer.at("/receipt/served_by").asText()).isEqualTo("local");
    }

    @Test
    void batch_answers_the_lines_that_are_whole_and_names_the_broken_one() throws Exception {
        Files.writeString(folder.resolve("in.jsonl"), """
                {"id": "one", "question": "What tools do ML engineers use?"}
                {"id": "two", "question":
                {"id": "three", "turns": [{"question": "What tools do ML engineers use?"}, {"question": "and AI engineers?"}]}
                """);

        Run batch = rolewise(Map.of(), "", "batch", "--in", "in.jsonl", "--out", "out.jsonl");

        assertThat(batch.status()).isEqualTo(1);
        assertThat(batch.out()).isEmpty();
        assertThat(batch.err()).containsPattern("(?m)line 2\\b");
        List<JsonNode> answers = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("out.jsonl"))) {
            answers.add(json.readTree(line));
        }
        assertThat(answers)
                .filteredOn(answer -> answer.path("status").asText().equals("answered"))
                .extracting(answer -> answer.path("id").asText())
                .containsExactly("one", "three");
    }

    @Test
    void piped_chat_answers_each_line_and_ends_with_its_input() throws Exception {
        Run chat = rolewise(Map.of(), ML_TOOLS + "\n/help\n", "chat");

        assertThat(chat.status()).isZero();
        assertThat(chat.out()).contains("PyTorch", "local · free", "What I can do");
    }

    private Exchange ask() {
        return discord.member("alice").slash("ask", input("question", ML_TOOLS));
    }

    private Run bot(String token) throws IOException {
        return rolewise(Map.of("DISCORD_TOKEN", token, "ROLEWISE_DISCORD_REST_URL", discord.restUrl()), "", "discord");
    }

    /** Starts the jar in a folder of its own, with nothing of our environment that it would read. */
    private Run rolewise(Map<String, String> environment, String input, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        int number = started.size();
        Path out = folder.resolve("out-" + number);
        Path err = folder.resolve("err-" + number);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(
                        Files.writeString(folder.resolve("in-" + number), input).toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ROLEWISE_") || name.startsWith("DISCORD_"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return new Run(process, out, err);
    }

    /** A run of the jar, and the files that hold what it prints. */
    private record Run(Process process, Path outFile, Path errFile) {
        /** Waits for its end. */
        int status() throws Exception {
            boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            assertThat(ended).as("ended; so far: %s", err()).isTrue();
            return process.exitValue();
        }

        String out() throws IOException {
            return Files.readString(outFile);
        }

        String err() throws IOException {
            return Files.readString(errFile);
        }
    }
}
