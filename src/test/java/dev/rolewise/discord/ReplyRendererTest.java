package dev.rolewise.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Action;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Block;
import dev.rolewise.command.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.dv8tion.jda.api.components.Component;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.components.container.Container;
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
