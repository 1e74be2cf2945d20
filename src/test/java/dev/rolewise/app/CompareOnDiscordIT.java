package dev.rolewise.app;

import static dev.rolewise.loopback.Input.input;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.loopback.Acknowledgement;
import dev.rolewise.loopback.Button;
import dev.rolewise.loopback.Exchange;
import dev.rolewise.loopback.Member;
import dev.rolewise.loopback.Message;
import dev.rolewise.loopback.SelectMenu;
import dev.rolewise.testing.Packs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The comparison on Discord, from the whole bot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompareOnDiscordIT {
    private static final int ROWS = Packs.shipped().comparison().rows().size();
    private static final int MOST_BYTES = 200_000;
    private static final Pattern QUOTE = Pattern.compile("(?m)^> (.+)$");

    private RunningBot bot;

    @BeforeAll
    void start(@TempDir Path dataFolder) throws Exception {
        bot = RunningBot.start(dataFolder);
    }

    @AfterEach
    void discord_had_nothing_to_object() {
        assertThat(bot.violations()).isEmpty();
    }

    @AfterAll
    void stop() throws Exception {
        bot.close();
    }

    private Member member(String name) {
        return bot.discord.member(name);
    }

    private Message compared(Member member) {
        return bot.answeredInTime(member.slash("compare"));
    }

    private Message pressed(Member member, Message message, String label) {
        return bot.answeredInTime(member.press(message, label));
    }

    private static List<String> labels(Message message) {
        return message.buttons().stream().map(Button::label).toList();
    }

    @Test
    void everybody_sees_the_table_as_a_picture_whose_alt_text_says_what_it_says() {
        Message table = compared(member("alice"));

        assertThat(table.ephemeral()).isFalse();
        assertThat(member("somebody else").sees()).extracting(Message::id).contains(table.id());
        assertThat(table.attachments()).singleElement().satisfies(picture -> {
            assertThat(picture.file().bytes()).startsWith(0x89, 'P', 'N', 'G').hasSizeLessThan(MOST_BYTES);
            assertThat(picture.description())
                    .startsWith("Table: ")
                    .hasSizeBetween(300, 1024)
                    .contains("Maths: ", "linear algebra");
        });
        assertThat(table.text()).contains("of " + ROWS + " · page 1 of ");
        assertThat(labels(table)).containsExactly("Next", "As text", "CSV", "Delete");
    }

    @Test
    void a_press_leaves_the_shared_table_as_it_is_and_turns_the_copy_of_who_pressed() {
        Message table = compared(member("alice"));
        Member bob = member("bob");

        Exchange opened = bob.press(table, "Next");
        Message copy = bot.answeredInTime(opened);
        assertThat(opened.ephemeral()).isTrue();
        assertThat(copy.id()).isNotEqualTo(table.id());
        assertThat(copy.text()).contains("page 2 of ");

        Exchange turned = bob.press(copy, "Previous");
        assertThat(bot.answeredInTime(turned).id()).isEqualTo(copy.id());
        assertThat(turned.acknowledgement()).isEqualTo(Acknowledgement.DEFERRED_UPDATE);
        assertThat(turned.reply().text()).contains("page 1 of ");
        assertThat(member("alice").sees())
                .filteredOn(message -> message.id().equals(table.id()))
                .singleElement()
                .extracting(Message::text)
                .isEqualTo(table.text());
    }

    @Test
    void the_text_version_holds_every_row_with_its_sources_on_as_many_pages_as_it_takes() {
        Member carol = member("carol");
        Message page = pressed(carol, compared(carol), "As text");
        StringBuilder all = new StringBuilder(page.text());
        while (labels(page).contains("Next")) {
            page = pressed(carol, page, "Next");
            all.append('\n').append(page.text());
        }

        assertThat(Packs.shipped().comparison().rows())
                .allSatisfy(row -> assertThat(all).contains("**" + row.name() + "**"));
        assertThat(all).contains("\\[1]", "-# \\[1] ").doesNotContain("did not fit");
        assertThat(page.attachments()).isEmpty();

        Message picture = pressed(carol, page, "As picture");
        assertThat(picture.id()).isEqualTo(page.id());
        assertThat(picture.attachments()).hasSize(1);
    }

    @Test
    void the_file_holds_the_whole_table() {
        Member dan = member("dan");
        Message file = pressed(dan, compared(dan), "CSV");

        assertThat(file.ephemeral()).isTrue();
        assertThat(file.attachments()).singleElement().satisfies(csv -> {
            assertThat(csv.fileName()).isEqualTo("comparison.csv");
            assertThat(new String(csv.file().bytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(ROWS + 1);
        });
    }

    @Test
    void rows_chosen_in_the_menu_are_shown_alone() {
        Member eve = member("eve");
        Message table = compared(eve);
        SelectMenu menu = table.selects().get(0);

        Message copy = bot.answeredInTime(eve.select(table, menu.customId(), "tools", "maths"));
        assertThat(copy.ephemeral()).isTrue();
        assertThat(copy.text()).contains("2 rows");
        assertThat(copy.attachments().get(0).description())
                .contains("Tools: ", "Maths: ")
                .doesNotContain("Demand: ");

        SelectMenu again = copy.selects().get(0);
        Message other = bot.answeredInTime(eve.select(copy, again.customId(), "demand"));
        assertThat(other.id()).isEqualTo(copy.id());
        assertThat(other.text()).contains("1 row");
        Message words = pressed(eve, other, "Demand with quotes");
        assertThat(words.text()).contains("my sources disagree");
        assertThat(pressed(eve, words, "All rows").text()).contains("page 1 of ");
    }

    @Test
    void an_aspect_is_told_in_words_with_quotes_that_stand_in_the_notes() {
        Message told = bot.answeredInTime(member("fay").slash("compare", input("aspect", "mathematics")));

        assertThat(told.ephemeral()).isFalse();
        Packs.shipped().roles().forEach(role -> assertThat(told.text()).contains("**" + role.name() + "** "));
        Matcher quotes = QUOTE.matcher(told.text().replace("\\", ""));
        assertThat(quotes.results().map(found -> found.group(1)).toList())
                .hasSizeGreaterThan(1)
                .allSatisfy(quote -> assertThat(Packs.shipped().passages())
                        .anyMatch(passage -> passage.text().contains(quote)));
        assertThat(told.text()).contains("our note on “");
    }

    @Test
    void names_of_rows_are_offered_while_typing() {
        assertThat(member("gil").autocomplete("compare", "aspect", "too").choices())
                .extracting(choice -> choice.value())
                .startsWith("Tools");
        assertThat(member("gil").autocomplete("compare", "aspect", "").choices())
                .hasSize(ROWS);
    }

    @Test
    void an_unknown_aspect_gets_the_nearest_rows_in_private() {
        Member hal = member("hal");
        Exchange asked = hal.slash("compare", input("aspect", "@everyone football"));
        Message told = bot.answeredInTime(asked);

        assertThat(asked.ephemeral()).isTrue();
        assertThat(told.text()).contains("no such row", "Tools").doesNotContain("football");
        String nearest = labels(told).get(0);
        assertThat(bot.answeredInTime(hal.press(told, nearest)).text()).contains(nearest, "our note on");
    }

    @Test
    void a_private_table_is_seen_by_who_asked_alone_and_turned_in_place() {
        Member ida = member("ida");
        Message table = bot.answeredInTime(ida.slash("compare", input("private", true)));

        assertThat(table.ephemeral()).isTrue();
        assertThat(pressed(ida, table, "As text").id()).isEqualTo(table.id());
    }

    @Test
    void a_button_that_was_never_ours_is_out_of_date() {
        Member mallory = member("mallory");
        Message table = compared(mallory);

        Message opened = bot.answeredInTime(mallory.forge(table, "compare:open-picture:000000.1.0"));
        Message turned = mallory.forge(table, "compare:turn-text:").followUp(0);
        Message unknown = bot.answeredInTime(mallory.forge(table, "compare:x:y"));

        assertThat(List.of(opened, turned, unknown)).allSatisfy(told -> {
            assertThat(told.text()).contains("out of date");
            assertThat(told.ephemeral()).isTrue();
        });
        assertThat(mallory.sees())
                .filteredOn(message -> message.id().equals(table.id()))
                .extracting(Message::text)
                .containsExactly(table.text());
    }
}
