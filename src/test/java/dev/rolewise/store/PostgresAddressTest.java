package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {
    private static final String SECRET = "s3cret%21word";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "jdbc:postgresql://db.example:5433/bots?user=u&password=; PostgreSQL at db.example:5433/bots",
                "jdbc:postgresql://one:1,two:2/bots?ssl=true&password=; PostgreSQL at one:1,two:2/bots",
                "jdbc:postgresql:bots?password=; PostgreSQL at localhost/bots",
                "jdbc:postgresql:///bots?password=; PostgreSQL at localhost/bots",
                "jdbc:postgresql://[::1]:5432/bots?sslpassword=; PostgreSQL at [::1]:5432/bots"
            })
    void what_is_secret_is_in_no_url_and_no_name(String start, String name) {
        PostgresAddress address = PostgresAddress.parse(start + SECRET);

        assertThat(address).hasToString(name);
        assertThat(address.url()).doesNotContain("s3cret").doesNotContain("password");
        assertThat(address.login()).containsValue("s3cret!word");
        assertThat(new DatabaseSettings(Path.of("x"), Optional.of(address)).toString())
                .doesNotContain("s3cret");
    }

    @Test
    void the_other_parameters_stay_in_the_url() {
        PostgresAddress address = PostgresAddress.parse(
                "jdbc:postgresql://h/bots?sslmode=verify-full&user=rolewise&password=a%26b&currentSchema=x");

        assertThat(address.url()).isEqualTo("jdbc:postgresql://h/bots?sslmode=verify-full&currentSchema=x");
        assertThat(address.login()).isEqualTo(Map.of("user", "rolewise", "password", "a&b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres://u:s3cret@h/bots",
                "jdbc:postgresql://u:s3cret@h/bots",
                "jdbc:postgresql://h/bots?user=u&password=s3cret%",
                "jdbc:mysql://h/bots?password=s3cret",
                "s3cret"
            })
    void what_is_no_address_is_refused_without_repeating_it(String text) {
        assertThatThrownBy(() -> PostgresAddress.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("database.url: ")
                .hasMessageNotContaining("s3cret");
    }
}
