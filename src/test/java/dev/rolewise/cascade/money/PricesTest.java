package dev.rolewise.cascade.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rolewise.question.Usd;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
    private static final Path SHIPPED = Path.of("config/prices.yml");
    private static final Price WORST = Price.perMillion("30", "180");
    private static final String LIST = """
            unknown: {input: 30, output: 180}
            models:
              - provider: openai
                names: [small, "small-20*", "small-2026*"]
                input: 0.15
                output: 0.6
                as-of: 2026-11-21
                origin: https://prices.example
              - provider: openai
                names: ["small-20261*"]
                input: 7
                output: 7
                as-of: 2026-11-21
                origin: https://prices.example
              - provider: openai
                names: ["own-*"]
                free: true
              - provider: ollama
                names: ["*"]
                free: true
            """;

    @Test
    void a_price_is_exact_to_the_token() throws PricesException {
        Priced priced = Prices.parse(LIST, "prices.yml").of("openai", "small");

        assertThat(priced.known()).isTrue();
        assertThat(priced.price()).isEqualTo(new Price(new Usd(150), new Usd(600)));
        assertThat(priced.source()).isEqualTo("as of 2026-11-21, https://prices.example");
        assertThat(priced.price().of(new Tokens(1_000, 200))).isEqualTo(Usd.parse("0.00027"));
    }

    @ParameterizedTest
    @CsvSource({
        "openai, small, 150",
        "OpenAI, SMALL, 150",
        "openai, small-2025-01-01, 150",
        "openai, small-2026-12-01, 150",
        "openai, small-20261, 7000",
        "openai, small-pro, 30000",
        "openai, smaller, 30000",
        "anthropic, small, 30000",
        "openai, own-llama, 0",
        "ollama, whatever:7b, 0",
        "openai, '', 30000"
    })
    void the_closest_name_decides_and_a_strange_one_counts_at_the_worst_price(String provider, String model, long nanos)
            throws PricesException {
        Priced priced = Prices.parse(LIST, "prices.yml").of(provider, model);

        assertThat(priced.price().inputPerToken().nanos()).isEqualTo(nanos);
        assertThat(priced.known()).isEqualTo(nanos != 30_000);
    }

    @Test
    void a_strange_model_says_so() throws PricesException {
        assertThat(Prices.parse(LIST, "prices.yml").of("google", "new"))
                .isEqualTo(new Priced(WORST, false, "not in prices.yml: counted at its price for unknown models"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8000/v1",
                "http://127.0.0.1:11434",
                "http://127.1.2.3/v1",
                "http://[::1]:1234/v1",
                "http://LOCALHOST/"
            })
    void an_unlisted_model_on_this_machine_is_free(String baseUrl) throws PricesException {
        Prices prices = Prices.parse(LIST, "prices.yml");
        Optional<URI> here = Optional.of(URI.create(baseUrl));

        assertThat(prices.of("openai", "mistral", here).price()).isEqualTo(Price.FREE);
        assertThat(prices.of("openai", "mistral", here).known()).isTrue();
        assertThat(prices.of("openai", "small", here).price().isFree())
                .as("a listed one costs what is listed")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.openai.com/v1",
                "http://localhost.evil.example/v1",
                "http://127.0.0.1.evil.example",
                "http://10.0.0.5:8000/v1",
                "http:/nohost"
            })
    void an_unlisted_model_elsewhere_is_not(String baseUrl) throws PricesException {
        assertThat(Prices.parse(LIST, "prices.yml").of("openai", "mistral", Optional.of(URI.create(baseUrl))))
                .matches(priced -> !priced.known());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unknwon: 1 | p.yml:1: unknown key \"unknwon\"; use one of models, unknown",
                "models: [] | p.yml:1: the key \"unknown\" is missing; add \"unknown:\"",
                "models: [] | p.yml:1: there is no list where one belongs; write \"- \" before each entry",
                "unknown: {input: 1} | p.yml:1: the key \"output\" is missing; add \"output:\"",
                "unknown: {input: -1, output: 2} | p.yml:1: input is no price: an amount of dollars is a plain number such"
                        + " as 0.25; write dollars for a million tokens, such as 0.25",
                "unknown: {input: .NaN, output: 2} | p.yml:1: input is no price: an amount of dollars is a plain number"
                        + " such as 0.25; write dollars for a million tokens, such as 0.25",
                "unknown: {input: 0.0375, output: 2} | p.yml:1: input is no price: a price for a million tokens has at"
                        + " most three decimals; write dollars for a million tokens, such as 0.25",
                "unknown: {input: 0, output: 2} | p.yml:1: input is zero; give the price, or write \"free: true\" instead"
                        + " of input and output",
                "unknown: {input: [1], output: 2} | p.yml:1: there is no text where one belongs; write one behind the"
                        + " colon or hyphen",
                "unknown: {input: 1, input: 2, output: 2} | p.yml:1: the key \"input\" stands here twice; keep one of the"
                        + " two",
                "models: [{provider: opnai, names: [a], free: true}] | p.yml:1: there is no provider opnai; use one of"
                        + " anthropic, google, ollama, openai",
                "models: [{provider: openai, names: [a*b], free: true}] | p.yml:1: \"a*b\" is no model name; write a name,"
                        + " or its beginning and one * at the end",
                "models: [{provider: openai, names: [a, A], free: true}] | p.yml:1: \"a\" stands in line 1 already; keep"
                        + " one of them",
                "models: [{provider: openai, names: [a], free: true, input: 1}] | p.yml:1: it is free and has a price;"
                        + " keep one of the two",
                "models: [{provider: openai, names: [a], free: no}] | p.yml:1: free is not true; write \"free: true\", or"
                        + " input and output instead",
                "models: [{provider: openai, names: [a], input: 1, output: 1, origin: x}] | p.yml:1: the key \"as-of\" is"
                        + " missing; add \"as-of:\"",
                "models: [{provider: openai, names: [a], input: 1, output: 1, as-of: 2026-02-30, origin: x}] | p.yml:1:"
                        + " as-of is no date; write it as 2026-11-21",
                "models: [x] | p.yml:1: there are no keys where some belong; write lines such as \"input: 0.25\"",
                "'' | p.yml: holds no keys; write models, unknown, each with a colon",
                "[1] | p.yml: holds no keys; write models, unknown, each with a colon",
                "a: [ | p.yml:1: is not YAML",
            })
    void a_fault_is_named_with_its_line_and_what_to_do(String text, String fault) {
        PricesException faults = catchThrowableOfType(PricesException.class, () -> Prices.parse(text, "p.yml"));

        assertThat(faults.faults()).anySatisfy(line -> assertThat(line).startsWith(fault));
    }

    @Test
    void all_faults_are_named_at_once_with_their_lines() {
        String text = LIST.replace("0.15", "cheap").replace("provider: ollama", "provider: olama");

        assertThatThrownBy(() -> Prices.parse(text, "prices.yml"))
                .isInstanceOf(PricesException.class)
                .hasMessageContaining("prices.yml:5: input is no price")
                .hasMessageContaining("prices.yml:18: there is no provider olama");
    }

    @Test
    void a_file_that_is_too_large_or_unreadable_is_named(@TempDir Path folder) throws IOException {
        Path large = Files.writeString(folder.resolve("large.yml"), "a: " + "x".repeat(300_000));
        Path binary = Files.write(folder.resolve("binary.yml"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});

        assertThatThrownBy(() -> Prices.read(large, "prices.yml")).hasMessageContaining("is not usable YAML");
        assertThatThrownBy(() -> Prices.read(binary, "prices.yml"))
                .hasMessage("prices.yml: is not UTF-8; save it as UTF-8");
        assertThatThrownBy(() -> Prices.read(folder.resolve("none.yml"), "prices.yml"))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void the_shipped_list_is_in_order() throws PricesException {
        Prices prices = Prices.read(SHIPPED, "prices.yml");

        assertThat(prices.of("openai", "gpt-5-nano").price()).isEqualTo(Price.perMillion("0.05", "0.40"));
        assertThat(prices.of("openai", "gpt-5-nano-2025-08-07").known()).isTrue();
        assertThat(prices.of("anthropic", "claude-opus-5-5").price()).isEqualTo(Price.perMillion("4", "20"));
        assertThat(prices.of("google", "gemini-2.5-flash").price()).isEqualTo(Price.perMillion("0.30", "2.50"));
        assertThat(prices.of("ollama", "llama3.2:3b").price()).isEqualTo(Price.FREE);
        assertThat(prices.of("openai", "gpt-5-pro").price())
                .as("a dearer variant never counts as the plain one")
                .isEqualTo(WORST);
    }

    @Test
    void the_worst_case_counts_a_token_for_each_byte() {
        Price price = Price.perMillion("1", "10");

        assertThat(WorstCase.of(price, 1_000, 100))
                .isEqualTo(price.of(new Tokens(1_000 + WorstCase.FRAMING_TOKENS, 100)));
        assertThat(WorstCase.of(Price.FREE, 1_000, 100)).isEqualTo(Usd.ZERO);
        assertThatThrownBy(() -> WorstCase.of(price, -1, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorstCase.of(price, 1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorstCase.of(price, Long.MAX_VALUE, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void what_a_provider_reports_is_believed_only_where_it_can_be_true() {
        assertThat(Tokens.reported(10, 0)).contains(new Tokens(10, 0));
        assertThat(Tokens.reported(null, 5)).isEmpty();
        assertThat(Tokens.reported(5, null)).isEmpty();
        assertThat(Tokens.reported(0, 5)).isEmpty();
        assertThat(Tokens.reported(5, -1)).isEmpty();
    }
}
