package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.app.settings.ConfigFolder;
import dev.rolewise.app.settings.SettingKey;
import dev.rolewise.app.settings.SettingsException;
import dev.rolewise.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages that Discord asks for say what the program does. */
class PagesTest {
    private static final Pattern TIME = Pattern.compile("([0-9]+)d");
    private static final Pattern DAYS_OF_KEY = Pattern.compile("([0-9]+) days\\s+\\(`([a-z.-]+)`\\)");

    @Test
    void every_table_is_told_of_and_no_other(@TempDir Path folder) throws Exception {
        String page = page("privacy.md");
        String tables = page.substring(page.indexOf("## Every table"));

        List<String> told = Pattern.compile("`([a-z_]+)`")
                .matcher(tables)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(tables(folder));
    }

    @Test
    void every_time_that_something_is_kept_for_is_told_with_its_setting_and_default() throws Exception {
        String page = page("privacy.md");
        List<SettingKey> times = keys().filter(
                        key -> key.name().startsWith("retention.") || key.name().equals("cache.expire-after"))
                .toList();

        assertThat(times).hasSizeGreaterThan(4).allSatisfy(key -> assertThat(page)
                .containsPattern(days(key) + "\\s+\\(`" + Pattern.quote(key.name()) + "`\\)"));
        for (String name : List.of("privacy.md", "terms.md")) {
            assertThat(DAYS_OF_KEY.matcher(page(name)).results().toList())
                    .isNotEmpty()
                    .allSatisfy(told -> assertThat(keys()).anySatisfy(key -> assertThat(key.name() + " " + days(key))
                            .isEqualTo(told.group(2) + " " + told.group(1) + " days")));
        }
    }

    @Test
    void every_limit_of_members_and_servers_is_told_with_its_default() throws Exception {
        String terms = page("terms.md");
        keys().filter(key -> List.of("limits.member-minute", "limits.member-day", "limits.server-day")
                        .contains(key.name()))
                .forEach(key -> assertThat(terms)
                        .contains("`" + key.name() + "`")
                        .containsPattern("\\b" + key.fallback().orElseThrow() + "\\b"));
    }

    @Test
    void the_buttons_of_privacy_are_told_by_their_names() throws Exception {
        assertThat(page("privacy.md"))
                .contains("`/privacy`", "**Send it as a file**", "**Delete it all**", "**Leave me out**");
    }

    @Test
    void what_the_operator_has_to_fill_in_is_marked() throws Exception {
        for (String name : List.of("privacy.md", "terms.md")) {
            assertThat(page(name)).contains("[your contact]", "[date]", "[name of your bot]");
        }
    }

    private static Stream<SettingKey> keys() {
        return DeclaredSettings.all(2).stream();
    }

    private static String days(SettingKey key) {
        Matcher time = TIME.matcher(key.fallback().orElse(""));
        return time.matches() ? time.group(1) + " days" : "no days";
    }

    private static String page(String name) throws IOException, OperatorException {
        try (ConfigFolder config = ConfigFolder.open(Optional.empty(), Path.of(""))) {
            return Files.readString(config.file("pages/" + name).orElseThrow());
        } catch (SettingsException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<String> tables(Path folder) throws SQLException {
        Database.open(folder).close();
        List<String> tables = new ArrayList<>();
        String url = String.format(Locale.ROOT, "jdbc:sqlite:%s", folder.resolve("rolewise.db"));
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'"
                                + " AND name NOT LIKE 'flyway%' AND name NOT LIKE 'sqlite%'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
