package dev.rolewise.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.question.Turn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
    private final Path folder;
    private final Path in;
    private Path out;
    private final List<String> messages = new ArrayList<>();
    private final List<Question> asked = new ArrayList<>();

    BatchTest(@TempDir Path folder) {
        this.folder = folder;
        in = folder.resolve("in.jsonl");
        out = folder.resolve("out.jsonl");
    }

    private Tally run(String input) throws IOException {
        Files.writeString(in, input);
        return run(q -> Samples.withProfile(
                Samples.answered("to " + q.text(), "s1"), Samples.profile("resolved " + q.text(), List.of())));
    }

    private Tally run(Function<Question, Answer> answerer) throws IOException {
        Function<Question, Answer> noting = q -> {
            asked.add(q);
            return answerer.apply(q);
        };
        return new Batch(noting, messages::add).run(in, out);
    }

    private List<String> written() throws IOException {
        return Files.readAllLines(out);
    }

    @Test
    void answers_stand_in_the_order_of_the_questions() throws IOException {
        Tally tally =
                run("{\"id\":\"b\",\"question\":\"second?\"}\n\n{\"id\":\"a\",\"question\":\"first?\",\"must\":[]}");

        assertThat(tally).isEqualTo(new Tally(2, 0));
        assertThat(written()).hasSize(2);
        assertThat(written().get(0)).startsWith("{\"id\":\"b\",\"question\":\"second?\"");
        assertThat(written().get(1)).startsWith("{\"id\":\"a\",\"question\":\"first?\"");
        assertThat(messages).isEmpty();
    }

    @Test
    void a_conversation_is_carried_on_and_its_last_answer_written() throws IOException {
        run("{\"id\":\"u\",\"turns\":[{\"question\":\"one\"},{\"question\":\"two\"},{\"question\":\"three\"}]}");

        assertThat(written()).hasSize(1);
        assertThat(written().get(0))
                .startsWith("{\"id\":\"u\",\"question\":\"three\"")
                .contains("\"to three\"");
        assertThat(asked).hasSize(3);
        assertThat(asked.get(0).conversation()).isEmpty();
        assertThat(asked.get(2).conversation())
                .extracting(Turn::question)
                .containsExactly("resolved one", "resolved two");
        assertThat(asked.get(2).conversation().get(0).statements()).containsExactly("key1");
    }

    @Test
    void a_broken_line_is_reported_with_its_number_and_the_rest_goes_on() throws IOException {
        Tally tally = run("""
                {"id":"a","question":"q"}
                {"id":"b","question":
                [1]
                {"question":"no id"}
                {"id":"c"}
                {"id":"d","turns":[]}
                {"id":"e","turns":[{"text":"x"}]}
                {"id":"a","question":"again"}
                {"id":"f","question":"q"} {"id":"g"}
                {"id":"h","question":null}
                {"id":"z","question":"last"}""");

        assertThat(tally).isEqualTo(new Tally(2, 9));
        assertThat(written()).hasSize(2);
        assertThat(messages)
                .hasSize(9)
                .anySatisfy(m -> assertThat(m).startsWith("line 2 is not JSON"))
                .contains("line 4 has no id; add \"id\": \"…\"", "line 5 has no question; add \"question\": \"…\"")
                .anySatisfy(m -> assertThat(m).startsWith("line 8 has the id a a second time"));
    }

    @Test
    void an_empty_question_is_for_the_answerer_to_judge() throws IOException {
        assertThat(run("{\"id\":\"a\",\"question\":\"\"}")).isEqualTo(new Tally(1, 0));
        assertThat(asked).extracting(Question::text).containsExactly("");
    }

    @Test
    void a_question_that_fails_does_not_stop_the_others() throws IOException {
        Files.writeString(in, "{\"id\":\"a\",\"question\":\"bad\"}\n{\"id\":\"b\",\"question\":\"good\"}\n");

        Tally tally = run(q -> {
            if (q.text().equals("bad")) {
                throw new IllegalStateException("secret words of a member");
            }
            return Samples.answered("fine");
        });

        assertThat(tally).isEqualTo(new Tally(1, 1));
        assertThat(messages)
                .singleElement()
                .asString()
                .startsWith("line 1 (id a)")
                .doesNotContain("secret");
    }

    @Test
    void bytes_that_are_not_utf_8_and_endless_lines_break_their_line_only() throws IOException {
        byte[] latin = "{\"id\":\"a\",\"question\":\"caf\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] endless = ("{\"id\":\"b\",\"question\":\"" + "x".repeat(RawLines.MAX_BYTES) + "\"}\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] good = "{\"id\":\"c\",\"question\":\"caf\u00e9\"}".getBytes(StandardCharsets.UTF_8);
        Files.write(in, latin);
        Files.write(in, endless, java.nio.file.StandardOpenOption.APPEND);
        Files.write(in, good, java.nio.file.StandardOpenOption.APPEND);

        Tally tally = run(q -> Samples.answered(q.text()));

        assertThat(tally).isEqualTo(new Tally(1, 2));
        assertThat(messages).first().asString().contains("line 1 is not UTF-8");
        assertThat(messages).last().asString().contains("line 2 is longer than 1 MiB");
        assertThat(written().get(0)).contains("caf\u00e9");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_do_no_harm() throws IOException {
        assertThat(run("\uFEFF{\"id\":\"a\",\"question\":\"q\"}\r\n{\"id\":\"b\",\"question\":\"q\"}\r\n"))
                .isEqualTo(new Tally(2, 0));
    }

    @Test
    void progress_is_told_now_and_then() throws IOException {
        run(IntStream.range(0, 120)
                .mapToObj("{\"id\":%d,\"question\":\"q\"}\n"::formatted)
                .reduce("", String::concat));

        assertThat(messages).containsExactly("50 answered", "100 answered");
    }

    @Test
    void the_older_output_stays_until_the_new_one_is_whole() throws IOException {
        Files.writeString(out, "old");
        Files.writeString(in, "{\"id\":\"a\",\"question\":\"q\"}");

        run(q -> {
            assertThat(out).hasContent("old");
            return Samples.answered("new");
        });

        assertThat(out).content().contains("\"new\"");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(in, out);
        }
    }

    @Test
    void a_link_is_followed_and_a_device_is_not_replaced() throws IOException {
        Path real = Files.writeString(folder.resolve("real"), "old");
        out = Files.createSymbolicLink(folder.resolve("link"), real);
        run("{\"id\":\"a\",\"question\":\"q\"}");
        assertThat(real).content().startsWith("{\"id\":\"a\"");
        assertThat(out).isSymbolicLink();

        out = Path.of("/dev/null");
        assumeTrue(Files.exists(out), "this system has /dev/null");
        run("{\"id\":\"a\",\"question\":\"q\"}");
        assertThat(Files.isRegularFile(out)).isFalse();
    }

    @Test
    void an_output_that_cannot_be_written_is_said_before_anything_is_asked() throws IOException {
        out = folder.resolve("nowhere").resolve("out.jsonl");

        assertThatThrownBy(() -> run("{\"id\":\"a\",\"question\":\"q\"}"))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("its folder does not exist");
        out = folder;
        assertThatThrownBy(() -> run("{\"id\":\"a\",\"question\":\"q\"}")).hasMessageContaining("is a folder");
        assertThat(asked).isEmpty();
    }

    @Test
    void the_input_is_never_written_over() throws IOException {
        out = in;

        assertThatThrownBy(() -> run("{\"id\":\"a\",\"question\":\"q\"}")).hasMessageContaining("is the input as well");
        assertThat(in).content().startsWith("{\"id\":\"a\"");
    }

    @Test
    void a_missing_input_is_said_in_one_line_and_leaves_no_file_behind() throws IOException {
        assertThatThrownBy(() -> run(q -> Samples.answered("a")))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage("there is no file " + in + ": check the path");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void half_a_surrogate_pair_costs_no_other_answer() throws IOException {
        String half = "{\"id\":\"x\",\"question\":\"\\ud800 maths\"}\n";

        run(half + "{\"id\":\"a\",\"question\":\"first?\"}");

        assertThat(written()).hasSize(2);
    }
}
