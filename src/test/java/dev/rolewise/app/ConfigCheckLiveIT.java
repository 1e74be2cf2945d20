package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.provider.Dialect;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.Said;
import dev.rolewise.provider.Scripts;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code config check --live} against a provider on loopback. */
class ConfigCheckLiveIT {
    private static final String KEY = "sk-not-to-be-shown";
    private static final Said GOOD = Said.of("{\"claims\": [], \"covered\": false}", 40, 12);

    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>();
    private final LoopbackProvider provider = LoopbackProvider.start();

    ConfigCheckLiveIT(@TempDir Path folder) {
        this.folder = folder;
        environment.put("ROLEWISE_DATA_DIR", folder.resolve("data").toString());
        environment.put("ROLEWISE_LOG_LEVEL", "error");
    }

    @BeforeEach
    void twoTiers() {
        provider.always(Scripts.says(GOOD));
        tier("CHEAP", "gpt-4.1-mini");
        tier("STRONG", "gpt-4.1");
    }

    @AfterEach
    void nothingSecretIsShownAndNothingIsKept() {
        provider.close();
        assertThat(out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8))
                .doesNotContain(KEY);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private void tier(String name, String model) {
        environment.put("ROLEWISE_TIERS_" + name + "_PROVIDER", "openai");
        environment.put("ROLEWISE_TIERS_" + name + "_MODEL", model);
        environment.put("ROLEWISE_TIERS_" + name + "_API_KEY", KEY);
        environment.put(
                "ROLEWISE_TIERS_" + name + "_BASE_URL",
                provider.address(Dialect.OPENAI).toString());
    }

    private int check() {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                OptionalInt::empty);
        return new Program(new Launch(terminal, environment, folder, Clock.systemUTC(), new FakeWiring()))
                .run("config", "check", "--live");
    }

    private List<String> said() {
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.contains(" = "))
                .toList();
    }

    private List<String> notes() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void good_tiers_answer_once_each_and_say_what_they_cost_and_who_says_so() {
        assertThat(check()).isZero();

        assertThat(provider.calls()).isEqualTo(2);
        assertThat(provider.requests())
                .allSatisfy(r -> assertThat(r.header("authorization")).contains("Bearer " + KEY));
        assertThat(said()).hasSize(5);
        assertThat(said().get(0)).matches("cheap: openai gpt-4\\.1-mini answered in \\d+\\.\\d s");
        assertThat(said().get(1))
                .matches("cheap: a million tokens count at \\$0\\.40 in and \\$1\\.60 out"
                        + " \\(as of \\d{4}-\\d\\d-\\d\\d, https://\\S+\\)");
        assertThat(said().get(2)).startsWith("strong: openai gpt-4.1 answered in ");
        assertThat(said().get(3)).startsWith("strong: a million tokens count at $2.00 in and $8.00 out (as of ");
        assertThat(said().get(4)).startsWith("Discord: no token is set");
        assertThat(notes()).isEmpty();
    }

    @Test
    void a_bad_key_is_a_failure_that_names_the_setting() {
        provider.next(Scripts.error(401, "invalid_api_key"));

        assertThat(check()).isEqualTo(1);

        assertThat(notes())
                .singleElement()
                .asString()
                .startsWith("cheap: ")
                .endsWith("the key was refused (401): check tiers.cheap.api-key (ROLEWISE_TIERS_CHEAP_API_KEY)");
        assertThat(said()).anyMatch(line -> line.startsWith("strong: openai gpt-4.1 answered in "));
    }

    @Test
    void a_wrong_model_is_a_failure_that_names_it() {
        tier("STRONG", "gpt-4.1-large");
        provider.next(Scripts.says(GOOD), Scripts.error(404, "model_not_found"));

        assertThat(check()).isEqualTo(1);

        assertThat(notes().get(0))
                .startsWith("strong: there is no model gpt-4.1-large at 127.0.0.1:")
                .endsWith("(404): check tiers.strong.model and tiers.strong.base-url");
    }

    @Test
    void a_dead_provider_is_a_failure_of_each_tier() {
        provider.down();

        assertThat(check()).isEqualTo(1);

        assertThat(provider.calls()).isZero();
        assertThat(notes()).hasSize(2).allSatisfy(line -> assertThat(line).contains("127.0.0.1:"));
        assertThat(notes().get(0)).startsWith("cheap: ");
        assertThat(notes().get(1)).startsWith("strong: ");
    }

    @Test
    void a_model_that_no_price_is_known_of_is_said_to_be_dear_and_the_budget_to_be_too_small() {
        tier("CHEAP", "claude-haiku-4-5");
        environment.put("ROLEWISE_TIERS_CHEAP_BASE_URL", "https://provider.invalid:1/v1");

        assertThat(check()).isEqualTo(1);

        assertThat(said().get(0))
                .isEqualTo("cheap: a million tokens count at $30.00 in and $180.00 out"
                        + " (not in prices.yml: counted at its price for unknown models)");
        assertThat(notes())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("tiers.cheap.model: claude-haiku-4-5 is not in prices.yml"))
                .anyMatch(line -> line.startsWith("budget.member-day-usd: less than the $0.54 that a long question to"
                        + " claude-haiku-4-5 may cost"));
    }

    @Test
    void without_tiers_there_is_nothing_to_ask() {
        environment.keySet().removeIf(name -> name.startsWith("ROLEWISE_TIERS_"));

        assertThat(check()).isZero();

        assertThat(said())
                .startsWith("models: none is set up, so every answer is made on this machine")
                .hasSize(2);
        assertThat(provider.calls()).isZero();
    }

    @Test
    void a_tier_with_half_its_settings_is_one_line() {
        environment.remove("ROLEWISE_TIERS_CHEAP_MODEL");

        assertThat(check()).isEqualTo(1);
        assertThat(notes())
                .containsExactly("tiers.cheap.model is missing: a tier needs both its provider and its model");
    }
}
