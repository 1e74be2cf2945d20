package dev.rolewise.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Command;
import dev.rolewise.command.CommandRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatPipedTest {
    private static final String CHOICES = "[1] Show evidence  [2] 👍 Good answer\n[3] Follow up\n";

    private final Path history;

    ChatPipedTest(@TempDir Path folder) {
        history = folder.resolve("history");
    }

    private record Result(int status, String output) {}

    private Result chat(String input) {
        return chat(
                input,
                CompletableFuture.completedFuture(new CommandRegistry(List.<Command>of(new Parrot(), new Showcase()))));
    }

    private Result chat(String input, Future<CommandRegistry> ready) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = new Chat(new ChatSettings("ask", history, true), ready, () -> "K7")
                .runPiped(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out);
        return new Result(status, out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n"));
    }

    @Test
    void each_reply_is_printed_and_followed_by_a_blank_line() {
        Result result = chat("hello there\n\nagain");

        assertThat(result.status()).isZero();
        assertThat(result.output())
                .isEqualTo("You said: hello there\n• a point\nlocal\n" + CHOICES + "\n"
                        + "You said: again\n• a point\nlocal\n" + CHOICES + "\n");
        assertThat(Files.exists(history)).isFalse();
    }

    @Test
    void options_are_written_with_two_dashes() {
        assertThat(chat("/ask is this --private so").output()).startsWith("You said: is this so (private)\n");
        assertThat(chat("/ASK hi").output()).startsWith("You said: hi\n");
        assertThat(chat("/ask hi --privat").output())
                .isEqualTo("/ask has no option --privat. It has --question, --private.\n\n");
    }

    @Test
    void a_plain_line_is_taken_as_it_is() {
        assertThat(chat("what is --private for").output()).startsWith("You said: what is --private for\n");
    }

    @Test
    void what_a_command_needs_is_asked_for() {
        assertThat(chat("/ask").output()).isEqualTo("/ask needs its question: What you want to know.\n\n");
        assertThat(chat("x".repeat(61)).output())
                .isEqualTo("That is too long: the question has 61 characters, and 60 is the most I can take.\n\n");
    }

    @Test
    void a_number_presses_a_choice_of_the_last_reply_that_had_some() {
        assertThat(chat("hello\n1\n2\n4").output()).endsWith("""
                          │ The quote.
                          │ — Source, hello

                        Thank you!

                        There is no choice 4; they go from 1 to 3.

                        """);
    }

    @Test
    void a_number_is_a_question_where_there_is_nothing_to_press() {
        assertThat(chat("42").output()).startsWith("You said: 42\n");
    }

    @Test
    void a_form_takes_the_next_line() {
        assertThat(chat("hello\n3\nthe weather").output()).endsWith("Following up on the weather\n\n");
        assertThat(chat("hello\n3\n" + "x".repeat(21) + "\nshort").output())
                .endsWith("please keep it to 20 characters.\n\nFollowing up on short\n\n");
        assertThat(chat("hello\n3\n\nnext").output()).contains("You said: next");
    }

    @Test
    void the_nearest_command_is_named() {
        assertThat(chat("/aks hello").output()).isEqualTo("There is no command /aks. Did you mean /ask?\n\n");
        assertThat(chat("/zzzzzz").output()).isEqualTo("There is no command /zzzzzz. /help shows them all.\n\n");
    }

    @Test
    void quit_ends_before_the_input_does() {
        assertThat(chat("/quit\nhello")).isEqualTo(new Result(0, ""));
    }

    @Test
    void help_lists_the_commands() {
        assertThat(chat("/help").output()).contains("• /ask: Ask a question\n").contains("Here in the terminal");
    }

    @Test
    void a_failure_is_one_kind_sentence_with_an_id() {
        assertThat(chat("crash").output())
                .isEqualTo("Sorry, that went wrong on my side. Please try again; if it happens again, look for K7 in"
                        + " the log.\n\n");
    }

    @Test
    void commands_that_cannot_be_loaded_end_the_chat_with_1() {
        Result result = chat("hello", CompletableFuture.failedFuture(new IllegalStateException("no model")));

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.output()).contains("K7").doesNotContain("no model");
    }

    @Test
    void escape_sequences_are_never_passed_on() {
        String output = chat("a\u001B[31mb\u001B]0;title\u0007c\u009B2Jd\u0000e\u202Ef\bg\u001Bch")
                .output();

        assertThat(output).startsWith("You said: abcdefgh\n");
        assertThat(chat("/\u001B[31mred").output()).startsWith("There is no command /red.");
    }

    @Test
    void a_line_without_end_is_cut() {
        assertThat(chat("x".repeat(Pipe.LONGEST_LINE + 5)).output()).contains("has 100000 characters");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_are_no_part_of_a_question() {
        assertThat(chat("\uFEFFhi\r\n").output()).startsWith("You said: hi\n");
    }

    @Test
    void long_replies_are_not_wrapped() {
        assertThat(chat("one two three four five six seven eight nine ten twelfth")
                        .output()
                        .lines()
                        .toList()
                        .get(0))
                .endsWith("twelfth");
    }

    @Test
    void a_picture_is_told_and_a_text_file_printed() {
        assertThat(chat("/show picture").output()).isEqualTo("[picture] Two gardeners beside each other.\n\n");
        assertThat(chat("/show text").output()).isEqualTo("[file] table.csv (25 bytes)\ntool,height\nsaw,20 m\n\n");
        assertThat(chat("/show binary").output()).isEqualTo("[file] table.zip (2.9 KiB)\n\n");
    }

    @Test
    void a_table_is_drawn() {
        assertThat(chat("/show table").output()).isEqualTo("""
                        ┌───────┬────────┐
                        │       │ Height │
                        ├───────┼────────┤
                        │ Saw   │ 20 m   │
                        │ Spade │ –      │
                        └───────┴────────┘

                        """);
    }

    @Test
    void choices_of_menus_are_numbered_on_from_the_buttons() {
        assertThat(chat("/show menu").output()).isEqualTo("""
                        [1] ▸ Next  [2] Fill
                        One of:
                        [3] Apple  [4] ✓ Pear
                        Some of: (up to 2, such as 5, 6)
                        [5] Oak  [6] Elm  [7] Yew

                        """);
    }

    @Test
    void numbers_choose_from_a_menu() {
        assertThat(afterMenu("1")).isEqualTo("next []");
        assertThat(afterMenu("3")).isEqualTo("one [a]");
        assertThat(afterMenu("7")).isEqualTo("some [z]");
        assertThat(afterMenu("7, 5")).isEqualTo("some [z, x]");
        assertThat(afterMenu("5 6 5")).isEqualTo("some [x, y]");
        assertThat(afterMenu("5 6 7")).isEqualTo("At most 2 of these can be chosen at once.");
        assertThat(afterMenu("3,4")).startsWith("These cannot be chosen together");
        assertThat(afterMenu("1 5")).startsWith("These cannot be chosen together");
        assertThat(afterMenu("5, 8")).isEqualTo("There is no choice 8; they go from 1 to 7.");
    }

    private String afterMenu(String typed) {
        String output = chat("/show menu\n" + typed).output();
        return output.substring(output.indexOf("\n\n") + 2).strip();
    }

    @Test
    void an_option_that_is_a_number_takes_one_word() {
        assertThat(chat("/show --users 10000").output()).isEqualTo("Shown: {users=10000}\n\n");
        assertThat(chat("/show --users 10,000.5 it").output())
                .contains("users=10000.5")
                .contains("what=it");
        assertThat(chat("/show --users many").output())
                .isEqualTo("--users needs a number of zero or more, such as 100 or 2.5; I cannot read “many”.\n\n");
        assertThat(chat("/show --users -5").output()).contains("I cannot read “-5”");
        assertThat(chat("/show --users 1e9").output()).contains("I cannot read “1e9”");
        assertThat(chat("/show it --users").output())
                .isEqualTo("--users needs a number of zero or more, such as 100 or 2.5.\n\n");
    }

    @Test
    void what_a_command_declines_is_not_done() {
        assertThat(chat("/show limit").output()).isEqualTo("Not now, please.\n\n");
        assertThat(afterMenu("2")).isEqualTo("Not now, please.");
    }

    @Test
    void what_is_there_so_far_is_not_printed() {
        assertThat(chat("/show check").output()).isEqualTo("In full.\n\n");
    }
}
