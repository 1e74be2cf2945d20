package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.PackFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private final FakeWiring wiring = new FakeWiring();

    ProgramTest(@TempDir Path folder) {
        this.folder = folder;
        environment.put("ROLEWISE_DATA_DIR", folder.resolve("data").toString());
    }

    private int run(String... args) {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                OptionalInt::empty);
        Clock clock = Clock.fixed(Instant.ofEpochMilli(1000), ZoneOffset.UTC);
        return new Program(new Launch(terminal, environment, folder, clock, wiring)).run(args);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<String> err() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void ask_prints_the_answer_its_sources_and_its_receipt() {
        assertThat(run("ask", "which", "tools?")).isZero();

        assertThat(out().lines())
                .containsExactly("to which tools? [1].", "", "[1] Soil · Tools", "local · free · 41 ms");
        assertThat(err()).isEmpty();
        assertThat(wiring.events).containsExactly("services", "ask which tools?", "services closed");
    }

    @Test
    void ask_prints_one_line_of_json_wherever_the_option_stands() {
        assertThat(run("ask", "--tier", "local", "@tools", "--json")).isZero();

        assertThat(out().lines())
                .singleElement()
                .asString()
                .startsWith("{\"question\":\"@tools\",\"status\":\"answered\"");
    }

    @Test
    void a_question_may_begin_with_a_dash_behind_two_dashes() {
        assertThat(run("ask", "--", "- tools?")).isZero();
        assertThat(wiring.events).contains("ask - tools?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask",
                "ask --jsn x",
                "ask --tier gold x",
                "serve",
                "batch --in x",
                "knowledge",
                "eval answers",
                "eval quiz --in x",
                "compare --pgn x",
                "fit abca",
                "config check --dead",
                "discord now"
            })
    void wrong_usage_is_one_line_and_status_2(String line) {
        assertThat(run(line.split(" "))).isEqualTo(2);

        assertThat(out()).isEmpty();
        assertThat(err()).singleElement().asString().contains("--help\" says how it is used");
        assertThat(wiring.events).isEmpty();
    }

    @Test
    void a_tier_that_is_not_set_up_is_said_to_be_so() {
        assertThat(run("ask", "--tier", "cheap", "x")).isEqualTo(1);

        assertThat(err()).singleElement().asString().contains("the tier cheap is not set up: set tiers.cheap.provider");
    }

    @Test
    void help_and_version_go_to_standard_output() {
        assertThat(run("--help")).isZero();
        assertThat(run("eval", "answers", "--help")).isZero();
        assertThat(run("--version")).isZero();

        assertThat(out()).contains("Usage: rolewise", "Usage: rolewise eval answers", "rolewise (not from a jar)");
        assertThat(err()).isEmpty();
    }

    @Test
    void without_a_token_the_chat_starts_and_says_so() {
        assertThat(run()).isZero();

        assertThat(err()).containsExactly("No Discord token is set (DISCORD_TOKEN), so this is the terminal chat.");
        assertThat(wiring.events).containsExactly("chat runs", "chat closed");
    }

    @Test
    void with_a_token_the_bot_starts() {
        environment.put("DISCORD_TOKEN", "word");

        assertThat(run()).isZero();
        assertThat(run("discord")).isZero();
        assertThat(run("chat")).isZero();

        assertThat(wiring.events)
                .filteredOn(e -> e.endsWith("runs"))
                .containsExactly("discord runs", "discord runs", "chat runs");
        assertThat(err()).isEmpty();
    }

    @Test
    void the_bot_without_a_token_is_a_failure() {
        assertThat(run("discord")).isEqualTo(1);
        assertThat(err()).singleElement().asString().startsWith("no Discord token is set: put it into DISCORD_TOKEN");
    }

    @Test
    void a_second_chat_on_the_same_folder_is_refused() throws Exception {
        DataFolder.Lock first = DataFolder.open(folder.resolve("data")).lock("chat");

        assertThat(run("chat")).isEqualTo(1);
        assertThat(err()).singleElement().asString().startsWith("another Rolewise (chat) is using ");
        assertThat(wiring.events).isEmpty();
        assertThat(run("ask", "x")).isZero();
        first.close();
        assertThat(run("chat")).isZero();
    }

    @Test
    void batch_answers_a_file_and_fails_where_a_line_is_broken() throws IOException {
        Files.writeString(folder.resolve("in"), "{\"id\":\"a\",\"question\":\"q\"}\nbroken\n");

        assertThat(run("batch", "--in", "in", "--out", "out", "--no-cache")).isEqualTo(1);

        assertThat(folder.resolve("out"))
                .content()
                .startsWith("{\"id\":\"a\",\"question\":\"q\",")
                .endsWith("}\n");
        assertThat(out()).isEmpty();
        assertThat(err())
                .containsExactly(
                        "line 2 is not JSON (column 1); write one JSON object a line", "1 answered into out, 1 broken");
        assertThat(wiring.events).contains("fresh q");
    }

    @Test
    void batch_without_its_input_is_one_line_and_status_1() {
        assertThat(run("batch", "--in", "in", "--out", "out")).isEqualTo(1);
        assertThat(err()).singleElement().asString().startsWith("there is no file ");
    }

    @Test
    void batch_uses_the_cache_unless_told_otherwise() throws IOException {
        Files.writeString(folder.resolve("in"), "{\"id\":\"a\",\"question\":\"q\"}");

        assertThat(run("batch", "--in", "in", "--out", "out")).isZero();
        assertThat(wiring.events).contains("ask q");
    }

    @Test
    void eval_prints_a_table_and_the_figures_on_the_last_line() throws IOException {
        Files.writeString(folder.resolve("in"), "{\"id\":\"a\",\"question\":\"q\",\"must\":[[\"to q\"]]}");

        assertThat(run("eval", "answers", "--in", "in", "--json", "--out", "out"))
                .isZero();

        assertThat(out().lines()).first().asString().startsWith("answers_full ");
        assertThat(out().lines()).last().asString().startsWith("{\"answers_full\":1.0,");
        assertThat(folder.resolve("out")).content().contains("\"to q [1].\"");
    }

    @Test
    void eval_retrieval_measures_any_corpus_in_any_mode() throws IOException {
        Files.writeString(folder.resolve("c"), "{\"id\":\"d\",\"title\":\"Apples\",\"text\":\"Red.\"}\n");
        Files.writeString(folder.resolve("q"), "{\"id\":\"1\",\"text\":\"apples\",\"relevant\":[\"d\"]}\n");

        for (String mode : List.of("lexical", "dense", "hybrid")) {
            assertThat(run("eval", "retrieval", "--corpus", "c", "--queries", "q", "--mode", mode, "--json"))
                    .isZero();
        }
        assertThat(run("eval", "retrieval", "--corpus", "c", "--queries", "q", "--run", "r"))
                .isZero();

        assertThat(out().lines().filter(line -> line.startsWith("{")))
                .hasSize(3)
                .allMatch(line -> line.startsWith("{\"ndcg_at_10\":1.0000"));
        assertThat(folder.resolve("r")).content().startsWith("1 Q0 d 1 ").endsWith(" rolewise\n");
        assertThat(run("eval", "retrieval", "--corpus", "c", "--queries", "q", "--mode", "both"))
                .isEqualTo(2);
        assertThat(err()).last().asString().contains("lexical, dense or hybrid");
    }

    @Test
    void eval_all_measures_what_it_finds_and_writes_a_page_and_a_table() throws IOException {
        Files.createDirectories(folder.resolve("d/scifact"));
        Files.writeString(folder.resolve("d/scifact/corpus.jsonl"), "{\"id\":\"d\",\"text\":\"Apples.\"}\n");
        Files.writeString(
                folder.resolve("d/scifact/queries-test.jsonl"),
                "{\"id\":\"1\",\"text\":\"apples\",\"relevant\":[\"d\"]}\n");
        Files.writeString(
                folder.resolve("d/questions.jsonl"),
                "{\"id\":\"1\",\"question\":\"tools?\",\"must\":[[\"tools\"]],\"sources\":[\"soil\"]}\n");

        assertThat(run("eval", "all", "--data", "d", "--html", "page.html", "--json"))
                .isZero();

        assertThat(out()).contains("| Retrieval | nDCG@10 | 1.000", "| no data found: attacks.jsonl |", "1970-01-01 ·");
        assertThat(out().lines().toList()).last().asString().contains("\"answers_full\":1.0000", "\"no_data\"");
        assertThat(folder.resolve("page.html")).content().contains("<!doctype html>", "three nearest passages pasted");
        assertThat(wiring.events).contains("embedder closed", "services closed");
        assertThat(run("eval", "all", "--data", "nowhere")).isEqualTo(1);
        assertThat(err()).last().asString().contains("there is no folder");
    }

    @Test
    void eval_cache_prints_what_is_reused() throws IOException {
        Files.writeString(folder.resolve("in"), "{\"id\":\"a\",\"a\":\"q\",\"b\":\"q\",\"same_answer\":true}");

        assertThat(run("eval", "cache", "--in", "in", "--json", "--out", "out")).isZero();

        assertThat(out()).contains("guard", "similarity 0.90");
        assertThat(out().lines()).last().asString().startsWith("{\"false_reuse\":0,");
        assertThat(folder.resolve("out")).content().contains("\"reuse\":true");
    }

    @Test
    void eval_measures_the_parts_on_their_own() throws IOException {
        Files.writeString(
                folder.resolve("i"),
                "{\"text\":\"what saw does he use\",\"intent\":\"tools\"}\n{\"text\":\"hi\",\"intent\":\"small-talk\"}");
        Files.writeString(folder.resolve("c"), "{\"text\":\"what is a rose\",\"complexity\":\"simple\"}\nbroken");
        Files.writeString(
                folder.resolve("g"), "{\"claim\":\"It grows.\",\"evidence\":[\"It grows.\"],\"label\":\"supported\"}");
        StringBuilder outcomes = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            outcomes.append("{\"prompt\":\"p" + i + "\",\"weak_score\":" + i % 2 + ",\"strong_score\":1}\n");
        }
        Files.writeString(folder.resolve("r"), outcomes);

        assertThat(run("eval", "intents", "--train", "i", "--in", "i", "--json"))
                .isZero();
        assertThat(run("eval", "intents", "--in", "i", "--json")).isZero();
        assertThat(run("eval", "complexity", "--in", "c", "--json")).isEqualTo(1);
        assertThat(run("eval", "routing", "--train", "r", "--in", "r", "--json"))
                .isZero();
        assertThat(run("eval", "routing", "--in", "r", "--json", "--out", "o")).isZero();
        assertThat(run("eval", "grounding", "--in", "g", "--json")).isZero();

        assertThat(out().lines().filter(line -> line.startsWith("{")))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("{\"accuracy_in_scope\":1,"),
                        line -> assertThat(line).contains("cross-validated"),
                        line -> assertThat(line).startsWith("{\"accuracy\":1,"),
                        line -> assertThat(line).startsWith("{\"apgr\":"),
                        line -> assertThat(line).contains("\"baselines\":{\"random\":"),
                        line -> assertThat(line).startsWith("{\"balanced_accuracy\":null,"));
        assertThat(folder.resolve("o")).content().startsWith("{\"prompt\":\"p0\",\"score\":");
        assertThat(err()).containsExactly("c: line 2 is not JSON (column 1); write one JSON object a line");
        assertThat(wiring.events).containsOnly("parts");
    }

    @Test
    void eval_knows_followups_and_attacks() throws IOException {
        Files.writeString(folder.resolve("f"), "{\"id\":\"a\",\"turns\":[{\"question\":\"q\"}],\"must_last\":[]}");
        Files.writeString(folder.resolve("x"), "{\"id\":\"a\",\"text\":\"q\",\"benign\":true}");

        assertThat(run("eval", "followups", "--in", "f")).isZero();
        assertThat(run("eval", "attacks", "--in", "x")).isZero();
        assertThat(out()).contains("answers_full", "harmless_blocked");
    }

    @Test
    void a_sound_pack_is_said_to_be_so() {
        assertThat(run("knowledge", "check")).isZero();
        assertThat(out().strip()).isEqualTo("pack gardening: 1 sources, 1 passages, 2 statements, no faults");
    }

    @Test
    void the_faults_of_a_pack_are_printed_one_a_line() {
        wiring.faults.add(new PackFault("roles.yml", 3, "no name", "add one"));
        wiring.faults.add(new PackFault("pack.yml", 0, "missing", "write it"));

        assertThat(run("knowledge", "check")).isEqualTo(1);

        assertThat(out().lines()).containsExactly("roles.yml:3: no name; add one", "pack.yml: missing; write it");
        assertThat(err()).containsExactly("The knowledge pack has 2 faults; mend each as its line says.");
    }

    @Test
    void a_pack_with_faults_answers_nothing() {
        wiring.faults.add(new PackFault("roles.yml", 3, "no name", "add one"));

        assertThat(run("ask", "x")).isEqualTo(1);
        assertThat(err()).contains("roles.yml:3: no name; add one");
        assertThat(out()).isEmpty();
    }

    @Test
    void knowledge_test_prints_the_diagnosis() {
        assertThat(run("knowledge", "test", "which", "tools?")).isZero();
        assertThat(out().lines()).containsExactly("intent tools", "about which tools?");
    }

    @Test
    void config_check_prints_each_setting_with_its_origin() throws IOException {
        Files.createDirectories(folder.resolve("mine"));
        Files.writeString(folder.resolve("mine/rolewise.yml"), "answer.queue: 9");
        environment.put("DISCORD_TOKEN", "word");

        assertThat(run("config", "check", "--config", "mine")).isZero();

        assertThat(out().lines())
                .contains(
                        "discord.token = *** (environment DISCORD_TOKEN)",
                        "answer.queue = 9 (rolewise.yml:1)",
                        "pack = ai-careers (default)");
    }

    @Test
    void config_check_refuses_a_wrong_redis_address_without_showing_its_password() {
        environment.put("ROLEWISE_CACHE_REDIS_URL", "redis://:sesame@a,b");

        assertThat(run("config", "check")).isEqualTo(1);
        assertThat(String.join("\n", err()))
                .contains("cache.redis-url: it names several hosts")
                .doesNotContain("sesame");
        assertThat(out()).doesNotContain("sesame");
    }

    @Test
    void config_check_live_says_whether_the_shared_cache_answers() {
        environment.put("ROLEWISE_CACHE_REDIS_URL", "redis://:sesame@127.0.0.1:1");
        environment.put("ROLEWISE_CACHE_REDIS_KEY", "a key of some length".replace(' ', '-'));

        assertThat(run("config", "check", "--live")).isEqualTo(1);
        assertThat(err()).contains("shared cache: redis://127.0.0.1:1 cannot be used: nothing answers at its address");
    }

    @Test
    void config_check_live_without_a_token_says_so() {
        assertThat(run("config", "check", "--live")).isZero();
        assertThat(out().lines()).last().asString().startsWith("Discord: no token is set");
    }

    @Test
    void wrong_settings_are_a_line_each_and_status_1() {
        environment.put("ROLEWISE_QUEUE", "3");
        environment.put("ROLEWISE_ANSWER_QUEUE", "many");

        assertThat(run("ask", "x")).isEqualTo(1);
        assertThat(err()).hasSize(2);
        assertThat(wiring.events).isEmpty();
    }

    @Test
    void a_broken_logback_file_is_one_line() throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(folder.resolve("config/logback.xml"), "<configuration><appender");

        assertThat(run("ask", "x")).isEqualTo(1);
        assertThat(err()).singleElement().asString().startsWith("logback.xml: cannot be used (");
    }

    @Test
    void what_nobody_expected_is_one_line_with_an_id_and_no_details() {
        wiring.answersFail = true;

        assertThat(run("ask", "x")).isEqualTo(1);

        assertThat(err())
                .containsExactly("Something went wrong that should not (IllegalStateException, id rs);"
                        + " ROLEWISE_LOG_LEVEL=debug shows more");
        assertThat(wiring.events).contains("services closed");
    }
}
