package dev.rolewise.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rolewise.command.Command;
import dev.rolewise.command.CommandRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types into a terminal made of streams and reads what appears on it. */
class ChatTerminalTest {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";

    private final Path history;
    private final PipedOutputStream keys = new PipedOutputStream();
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final CompletableFuture<CommandRegistry> ready = new CompletableFuture<>();
    private final CommandRegistry commands = new CommandRegistry(List.<Command>of(new Parrot(), new Showcase()));

    ChatTerminalTest(@TempDir Path folder) {
        history = folder.resolve("new").resolve("history");
    }

    @AfterEach
    void hang_up() throws IOException {
        keys.close();
    }

    private CompletableFuture<Integer> chat(String type, int columns, boolean colours) throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .system(false)
                .streams(new PipedInputStream(keys, 1 << 16), screen)
                .type(type)
                .encoding(StandardCharsets.UTF_8)
                .size(Size.of(columns, 24))
                .build();
        Chat chat = new Chat(new ChatSettings("ask", history, colours), ready, () -> "K7");
        return CompletableFuture.supplyAsync(() -> {
            try (terminal) {
                return chat.run(terminal);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void type(String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    private String shown() {
        return screen.toString(StandardCharsets.UTF_8).replace("\r", "");
    }

    private void awaitShown(String text) {
        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(shown()).contains(text));
    }

    private static void ends(CompletableFuture<Integer> chat) {
        assertThat(chat.orTimeout(20, TimeUnit.SECONDS).join()).isZero();
    }

    @Test
    void a_question_gets_its_answer_and_ctrl_d_a_goodbye() throws Exception {
        ready.complete(commands);
        CompletableFuture<Integer> chat = chat("dumb", 80, true);
        type("hello!\r");
        awaitShown("You said: hello!\n• a point\nlocal\n[1] Show evidence  [2] 👍 Good answer\n[3] Follow up\n");
        type(CTRL_D);

        ends(chat);
        assertThat(shown()).endsWith("Goodbye, and come back any time.\n").doesNotContain("\u001B[1m");
    }

    @Test
    void a_form_asks_at_a_prompt_of_its_own() throws Exception {
        ready.complete(commands);
        CompletableFuture<Integer> chat = chat("dumb", 80, true);
        type("hello\r");
        awaitShown("Follow up");
        type("3\r");
        awaitShown("Your follow-up> ");
        type("the rain\r");
        awaitShown("Following up on the rain");
        type("/quit\r");

        ends(chat);
        assertThat(shown()).contains("Goodbye");
    }

    @Test
    void ctrl_c_drops_the_line_and_the_chat_goes_on() throws Exception {
        ready.complete(commands);
        CompletableFuture<Integer> chat = chat("xterm", 80, false);
        awaitShown("> ");
        type("never mi");
        awaitShown("> never mi");
        type(CTRL_C);
        await().atMost(20, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(shown().split("> ", -1)).hasSize(3));
        type("rather this\r");
        awaitShown("You said: rather this");
        type(CTRL_D);

        ends(chat);
    }

    @Test
    void loading_is_announced_and_the_question_waits() throws Exception {
        CompletableFuture<Integer> chat = chat("dumb", 80, true);
        type("early bird\r");
        awaitShown("Loading the language model…");
        ready.complete(commands);
        awaitShown("You said: early bird");
        type(CTRL_D);

        ends(chat);
    }

    @Test
    void a_terminal_with_colours_gets_bold_labels_unless_they_are_not_wanted() throws Exception {
        ready.complete(commands);
        CompletableFuture<Integer> chat = chat("xterm-256color", 80, true);
        type("hello\r");
        awaitShown("\u001B[1msaid:\u001B[0m hello");
        type(CTRL_D);

        ends(chat);
    }

    @Test
    void no_colours_are_sent_where_they_are_not_wanted() throws Exception {
        ready.complete(commands);
        CompletableFuture<Integer> chat = chat("xterm-256color", 80, false);
        type("hello\r");
        awaitShown("\nYou said: hello\n");
        type(CTRL_D);

        ends(chat);
    }

    @Test
    void a_list_of_completions_has_colours_only_where_they_are_wanted() throws Exception {
        ready.complete(commands);
        CompletableFuture<Integer> chat = chat("xterm-256color", 80, false);
        awaitShown("> ");
        type("/\t");
        awaitShown("End the chat");
        type(CTRL_C);
        type("\r" + CTRL_D);

        ends(chat);
        assertThat(shown()).doesNotContain("\u001B[36m").doesNotContain("\u001B[90m");
    }

    @Test
    void lines_are_wrapped_between_words() throws Exception {
        ready.complete(commands);
        CompletableFuture<Integer> chat = chat("dumb", 30, true);
        type("one two three four five six seven eight\r");
        awaitShown("\nYou said: one two three four\nfive six seven eight\n");
        awaitShown("\n[1] Show evidence\n[2] 👍 Good answer\n");
        type(CTRL_D);

        ends(chat);
    }

    @Test
    void tab_completes_the_name_of_a_command() throws Exception {
        ready.complete(commands);
        CompletableFuture<Integer> chat = chat("xterm-256color", 80, false);
        type("/as\thi\r");
        awaitShown("You said: hi");
        type(CTRL_D);

        ends(chat);
    }

    @Test
    void tab_completes_a_question_of_several_words() throws Exception {
        ready.complete(commands);
        CompletableFuture<Integer> chat = chat("xterm-256color", 80, false);
        type("what sk\t\r");
        awaitShown("You said: What skills do they need?");
        type("/ask what too\t--priv\t\r");
        awaitShown("You said: What tools do they use? (private)");
        type(CTRL_D);

        ends(chat);
    }

    @Test
    void history_keeps_the_last_thousand_lines() throws Exception {
        Files.createDirectories(history.getParent());
        Files.writeString(history, "an old question\n".repeat(3000));
        ready.complete(commands);
        CompletableFuture<Integer> chat = chat("dumb", 80, true);
        type("newest question\r");
        awaitShown("You said: newest question");
        type(CTRL_D);

        ends(chat);
        List<String> kept = Files.readAllLines(history);
        assertThat(kept).hasSizeLessThanOrEqualTo(1250);
        assertThat(kept.get(kept.size() - 1)).endsWith("newest question");
    }

    @Test
    void a_command_at_work_says_so_once() throws Exception {
        ready.complete(commands);
        CompletableFuture<Integer> chat = chat("dumb", 80, true);
        type("/show check\r");
        awaitShown("In full.");
        type(CTRL_D);

        ends(chat);
        assertThat(shown()).containsOnlyOnce("Found something, checking it…").doesNotContain("So far.");
    }

    @Test
    void what_is_marked_or_chosen_stands_out() throws Exception {
        ready.complete(commands);
        CompletableFuture<Integer> chat = chat("xterm-256color", 80, true);
        type("/show menu\r");
        awaitShown("\u001B[1m▸ Next");
        awaitShown("\u001B[1m✓ Pear");
        type(CTRL_D);

        ends(chat);
    }
}
