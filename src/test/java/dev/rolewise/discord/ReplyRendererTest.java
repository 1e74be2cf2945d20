package dev.rolewise.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Action;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Attachment;
import dev.rolewise.command.Block;
import dev.rolewise.command.Choice;
import dev.rolewise.command.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.buttons.ButtonStyle;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.components.filedisplay.FileDisplay;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.components.selections.SelectOption;
import net.dv8tion.jda.api.components.selections.StringSelectMenu;
import net.dv8tion.jda.api.components.separator.Separator;
import net.dv8tion.jda.api.components.textdisplay.TextDisplay;
import net.dv8tion.jda.api.components.tree.MessageComponentTree;
import net.dv8tion.jda.api.utils.messages.MessageCreateBuilder;
import org.junit.jupiter.api.Test;

class ReplyRendererTest {
    @Test
    void blocks_keep_their_order_and_look_like_what_they_are() {
        Container message = render(
                line("The answer first."),
                new Block.Line(true, Optional.of("AI engineer"), "builds on models_"),
                new Block.Line(true, Optional.empty(), "a second point"),
                new Block.Heading("What the sources say"),
                new Block.Quote("Two lines\nof a quote", "our note on Engines"),
                new Block.Small("Sources: [1] Engines"));

        assertThat(texts(message)).containsExactly("""
                        The answer first.
                        • **AI engineer** builds on models\\_
                        • a second point

                        **What the sources say**
                        > Two lines
                        > of a quote
                        -# our note on Engines""", "-# Sources: \\[1] Engines");
        assertThat(message.getComponents().get(1)).isInstanceOf(Separator.class);
    }

    @Test
    void a_row_holds_five_buttons_and_more_rows_follow() {
        Container message = render(line("Pick one."), buttons(7));

        assertThat(rows(message)).extracting(row -> row.getButtons().size()).containsExactly(5, 2);
    }

    @Test
    void a_symbol_stands_for_its_label_and_labels_are_cut_at_eighty_characters() {
        ActionId up = new ActionId("ask", "good", "1");
        ActionId long_ = new ActionId("ask", "more", "2");
        Container message = render(new Block.Actions(
                List.of(Action.symbol(up, "Helpful", "👍"), Action.labelled(long_, "x".repeat(100)))));

        List<Button> shown = rows(message).get(0).getButtons();
        assertThat(shown.get(0).getLabel()).isEmpty();
        assertThat(shown.get(0).getEmoji()).isNotNull();
        assertThat(shown.get(0).getCustomId()).isEqualTo(up.encode());
        assertThat(shown.get(1).getLabel()).hasSize(80).endsWith("…");
    }

    @Test
    void the_same_action_twice_is_one_button() {
        Action action = Action.labelled(new ActionId("ask", "more", ""), "More");
        Container message = render(new Block.Actions(List.of(action, action)), new Block.Actions(List.of(action)));

        assertThat(rows(message)).hasSize(1);
        assertThat(rows(message).get(0).getButtons()).hasSize(1);
    }

    @Test
    void a_text_over_the_limit_is_cut_at_a_sentence_and_keeps_its_sources() {
        Container message = render(
                line("This sentence has forty-two characters.. ".repeat(300)),
                line("Never reached."),
                new Block.Small("Sources: Engines"));

        assertThat(texts(message)).hasSize(2);
        assertThat(texts(message).get(0)).endsWith("characters.. …").hasSizeGreaterThan(3_800);
        assertThat(texts(message).get(1)).isEqualTo("-# Sources: Engines");
        assertWithinLimits(message);
    }

    @Test
    void a_marked_action_stands_out() {
        ActionId id = new ActionId("ask", "next", "");
        Container message = render(new Block.Actions(List.of(
                Action.labelled(id, "Next").marked(true),
                Action.labelled(new ActionId("ask", "back", ""), "Back"),
                Action.symbol(new ActionId("ask", "good", ""), "Good", "👍").marked(true))));

        assertThat(rows(message).get(0).getButtons())
                .extracting(Button::getStyle)
                .containsExactly(ButtonStyle.PRIMARY, ButtonStyle.SECONDARY, ButtonStyle.PRIMARY);
    }

    @Test
    void a_table_is_a_point_for_each_column_below_the_name_of_each_row() {
        Container message = render(
                line("Side by side:"),
                new Block.Table(
                        List.of("", "Gardener", "Tree surgeon"),
                        List.of(List.of("Tools", "Spade_\nand rake", "Saw"), List.of("Height", "", "20 m"))));

        assertThat(texts(message)).containsExactly("""
                        Side by side:

                        **Tools**
                        • **Gardener** Spade\\_ and rake
                        • **Tree surgeon** Saw

                        **Height**
                        • **Gardener** –
                        • **Tree surgeon** 20 m""");
    }

    @Test
    void a_table_over_the_limit_ends_after_a_whole_row_and_says_how_many_are_missing() {
        List<List<String>> rows = IntStream.range(0, 30)
                .mapToObj(i -> List.of("Row " + i, "x".repeat(200), "y".repeat(200)))
                .toList();
        Container message = render(
                new Block.Table(List.of("", "A", "B"), rows), new Block.Small("Sources"), line("Never reached."));

        assertThat(texts(message).get(0)).endsWith("yy\n\n-# 21 more rows did not fit in one message.");
        assertThat(texts(message).get(1)).isEqualTo("-# Sources");
        assertWithinLimits(message);
        assertThat(texts(render(
                        new Block.Table(List.of("", "A", "B"), List.of(List.of("N", "one two. ".repeat(900), "b"))))))
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .startsWith("**N**\n• **A** one two.")
                        .endsWith("two. …\n\n-# The rest of the table did not fit in one message."));
    }

    @Test
    void a_picture_has_its_alt_text_and_every_file_a_name_of_its_own() {
        Container message = render(
                new Block.Picture(file("map.png", 10), "x".repeat(1_100)),
                new Block.Picture(file("map.png", 10), " "),
                new Block.Download(file("MAP.png", 10)));

        MediaGalleryItem first =
                ((MediaGallery) message.getComponents().get(0)).getItems().get(0);
        assertThat(first.getUrl()).isEqualTo("attachment://map.png");
        assertThat(first.getDescription()).hasSize(1_024).endsWith("…");
        MediaGalleryItem second =
                ((MediaGallery) message.getComponents().get(1)).getItems().get(0);
        assertThat(second.getUrl()).isEqualTo("attachment://map-2.png");
        assertThat(second.getDescription()).isNull();
        assertThat(((FileDisplay) message.getComponents().get(2)).getUrl()).isEqualTo("attachment://MAP-3.png");
    }

    @Test
    void a_file_that_discord_does_not_take_becomes_a_line_that_says_so() {
        List<Block> blocks = new ArrayList<>(List.of(
                new Block.Picture(file("large.png", 11 << 20), "Two roles beside each other."),
                new Block.Download(file("large.csv", 11 << 20))));
        IntStream.range(0, 11).forEach(i -> blocks.add(new Block.Download(file("f" + i + ".csv", 1))));
        Container message = ReplyRenderer.render(new Reply(blocks), true);

        assertThat(texts(message))
                .containsExactly(
                        "The picture large.png has 11.0 MiB, and Discord takes 10. Two roles beside each other.\n\n"
                                + "The file large.csv has 11.0 MiB, and Discord takes 10.",
                        "The file f10.csv is one more than Discord takes in a message.");
        assertWithinLimits(message);
    }

    @Test
    void a_menu_offers_what_can_come_back() {
        List<Choice> choices = new ArrayList<>(List.of(
                new Choice("a", "First", true),
                new Choice("a", "First again", false),
                new Choice("b", "y".repeat(120), true),
                new Choice("c", "", true),
                new Choice("z".repeat(101), "Too long to come back", false)));
        ActionId id = new ActionId("compare", "rows", "1");
        Container message = render(new Block.Menu(id, "p".repeat(200), 2, choices));

        StringSelectMenu menu = menus(message).get(0);
        assertThat(menu.getCustomId()).isEqualTo(id.encode());
        assertThat(menu.getPlaceholder()).hasSize(100).endsWith("…");
        assertThat(menu.getMinValues()).isEqualTo(1);
        assertThat(menu.getMaxValues()).isEqualTo(2);
        assertThat(menu.getOptions()).extracting(SelectOption::getValue).containsExactly("a", "b", "c");
        assertThat(menu.getOptions()).extracting(SelectOption::isDefault).containsExactly(true, true, false);
        assertThat(menu.getOptions().get(1).getLabel()).hasSize(100);
        assertThat(menu.getOptions().get(2).getLabel()).isEqualTo("c");
    }

    @Test
    void a_menu_has_at_most_twenty_five_choices_and_without_any_is_not_shown() {
        List<Choice> many = IntStream.range(0, 40)
                .mapToObj(i -> new Choice("v" + i, "Choice " + i, true))
                .toList();
        ActionId id = new ActionId("compare", "rows", "");
        Container message = render(new Block.Menu(id, "", 40, many), new Block.Menu(id, "the same again", 1, many));

        assertThat(menus(message)).singleElement().satisfies(menu -> {
            assertThat(menu.getOptions()).hasSize(25);
            assertThat(menu.getMaxValues()).isEqualTo(25);
            assertThat(menu.getPlaceholder()).isNull();
        });
        assertThat(texts(render(new Block.Menu(id, "none", 1, List.of())))).containsExactly("(nothing to show)");
    }

    @Test
    void the_delete_button_never_stands_in_the_row_of_a_menu() {
        Block menu = new Block.Menu(new ActionId("compare", "rows", ""), "", 1, List.of(new Choice("a", "A", false)));
        Container message = ReplyRenderer.render(new Reply(List.of(menu)), true);

        assertThat(rows(message)).hasSize(2);
        assertThat(rows(message).get(1).getButtons()).containsExactly(DeleteButton.BUTTON);
    }

    @Test
    void pictures_files_menus_and_buttons_together_keep_the_limits() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            blocks.add(line("Text " + i));
            blocks.add(new Block.Picture(file("p.png", 1), "alt"));
            blocks.add(new Block.Menu(
                    new ActionId("compare", "rows", "" + i), "", 1, List.of(new Choice("a", "A", false))));
            blocks.add(new Block.Actions(List.of(Action.labelled(new ActionId("ask", "more", "" + i), "More"))));
            blocks.add(new Block.Download(file("f.csv", 1)));
        }
        blocks.add(new Block.Small("Sources"));
        Container message = ReplyRenderer.render(new Reply(blocks), true);

        assertWithinLimits(message);
        assertThat(String.join("\n", texts(message))).contains("Text 19").endsWith("-# Sources");
    }

    @Test
    void whatever_a_reply_holds_discord_takes_it() {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int n = i;
            blocks.add(line("*_[`".repeat(100)));
            blocks.add(new Block.Actions(IntStream.range(0, 3)
                    .mapToObj(j -> Action.labelled(new ActionId("ask", "more", n + "-" + j), "Go " + j))
                    .toList()));
            blocks.add(new Block.Small("x_".repeat(200)));
            blocks.add(new Block.Quote("q>".repeat(300), "o*".repeat(300)));
        }
        assertWithinLimits(ReplyRenderer.render(new Reply(blocks), true));
        assertWithinLimits(ReplyRenderer.render(new Reply(List.of(buttons(100))), true));
    }

    @Test
    void what_shows_nothing_makes_no_empty_text() {
        Container message = render(line(" \n"), new Block.Heading("\u200b"), new Block.Small(""), line("\u202e"));

        assertThat(texts(message)).containsExactly("(nothing to show)");
        assertThat(message.getComponents()).hasSize(1);
    }

    @Test
    void the_delete_button_joins_the_last_row_or_makes_its_own() {
        assertThat(rows(ReplyRenderer.render(new Reply(List.of(line("a"), buttons(2))), true)))
                .singleElement()
                .satisfies(row -> assertThat(row.getButtons()).hasSize(3).last().isEqualTo(DeleteButton.BUTTON));
        assertThat(rows(ReplyRenderer.render(new Reply(List.of(line("a"), buttons(5))), true)))
                .hasSize(2);
        assertThat(rows(ReplyRenderer.render(Reply.line("a"), true))).hasSize(1);
        assertThat(rows(ReplyRenderer.render(Reply.line("a"), false))).isEmpty();
    }

    private static void assertWithinLimits(Container message) {
        int characters = texts(message).stream().mapToInt(String::length).sum();
        assertThat(characters).isLessThanOrEqualTo(4_000);
        assertThat(texts(message)).noneMatch(String::isBlank);
        assertThat(MessageComponentTree.of(message).findAll(Component.class)).hasSizeLessThanOrEqualTo(40);
        new MessageCreateBuilder()
                .useComponentsV2()
                .setComponents(message)
                .build()
                .close();
    }

    private static Block line(String text) {
        return new Block.Line(false, Optional.empty(), text);
    }

    private static Block.Actions buttons(int number) {
        return new Block.Actions(IntStream.range(0, number)
                .mapToObj(i -> Action.labelled(new ActionId("ask", "pick", "" + i), "Choice " + i))
                .toList());
    }

    private static Attachment file(String name, int bytes) {
        return new Attachment(name, "application/octet-stream", new byte[bytes]);
    }

    private static List<StringSelectMenu> menus(Container message) {
        return MessageComponentTree.of(message).findAll(StringSelectMenu.class);
    }

    private static Container render(Block... blocks) {
        return ReplyRenderer.render(new Reply(List.of(blocks)), false);
    }

    private static List<String> texts(Container message) {
        return message.getComponents().stream()
                .filter(TextDisplay.class::isInstance)
                .map(display -> ((TextDisplay) display).getContent())
                .toList();
    }

    private static List<ActionRow> rows(Container message) {
        return message.getComponents().stream()
                .filter(ActionRow.class::isInstance)
                .map(ActionRow.class::cast)
                .toList();
    }
}
