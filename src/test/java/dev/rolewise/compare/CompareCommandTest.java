package dev.rolewise.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Action;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Attachment;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Choice;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.Reply;
import dev.rolewise.knowledge.Comparison;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.testing.Packs;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompareCommandTest {
    private static final Caller CALLER = Caller.member("1", Optional.of("2"), "3");
    private static final Attachment PNG = new Attachment("comparison.png", "image/png", new byte[] {1});

    private final Command command = new CompareCommand(Tables.of(17), (title, table, sources) -> Optional.of(PNG));
    private final Command plain = new CompareCommand(Tables.of(17), ComparisonPainter.NONE);

    private static CommandCall call(String... aspect) {
        return new CommandCall(CALLER, aspect.length == 0 ? Map.of() : Map.of("aspect", aspect[0]), Map.of());
    }

    private static CommandCall privately() {
        return new CommandCall(CALLER, Map.of(), Map.of("private", true));
    }

    private static <T extends Block> List<T> all(Reply reply, Class<T> kind) {
        return reply.blocks().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<String> labels(Reply reply) {
        return all(reply, Block.Actions.class).stream()
                .flatMap(a -> a.actions().stream())
                .map(Action::label)
                .toList();
    }

    private static ActionId button(Reply reply, String label) {
        return all(reply, Block.Actions.class).stream()
                .flatMap(a -> a.actions().stream())
                .filter(a -> a.label().equals(label))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Reply press(Reply reply, String label) {
        return command.act(ActionCall.press(CALLER, button(reply, label)));
    }

    private static List<String> rowNames(Reply reply) {
        return all(reply, Block.Table.class).get(0).rows().stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static String text(Reply reply) {
        return all(reply, Block.Line.class).stream()
                .map(line -> line.label().map(l -> l + ": ").orElse("") + line.text())
                .reduce("", (a, b) -> a + b + "\n");
    }

    @Test
    void a_pack_that_compares_nothing_has_no_table() {
        Pack pack = Packs.comparing(Packs.gardeners(), Comparison.NONE);

        assertThat(ComparisonTable.of(pack)).isEmpty();
    }

    @Test
    void it_presents_itself_with_the_roles_of_the_pack() {
        assertThat(command.spec().name()).isEqualTo("compare");
        assertThat(command.spec().description()).isEqualTo("Tree surgeons and landscape gardeners side by side");
    }

    @Test
    void without_an_aspect_everybody_gets_the_first_page_as_a_picture() {
        Reply reply = command.run(call());

        assertThat(command.audience(call())).isEqualTo(Audience.EVERYBODY);
        assertThat(all(reply, Block.Picture.class)).singleElement().satisfies(picture -> {
            assertThat(picture.file()).isEqualTo(PNG);
            assertThat(picture.alt()).contains("Tools: Harness, ropes").hasSizeLessThanOrEqualTo(1024);
        });
        assertThat(all(reply, Block.Small.class))
                .extracting(Block.Small::text)
                .containsExactly("Rows 1 to 5 of 17 · page 1 of 3");
        assertThat(labels(reply)).containsExactly("Next", "As text", "CSV");
        assertThat(all(reply, Block.Menu.class)).singleElement().satisfies(menu -> {
            assertThat(menu.choices()).hasSize(17).noneMatch(Choice::chosen);
            assertThat(menu.most()).isEqualTo(17);
        });
    }

    @Test
    void buttons_below_a_shared_table_answer_the_presser_alone_and_those_below_a_copy_turn_it() {
        Reply shared = command.run(call());
        Reply copy = press(shared, "Next");

        assertThat(Stream.of("Next", "As text", "CSV").map(label -> command.audience(button(shared, label))))
                .containsOnly(Audience.CALLER);
        assertThat(command.audience(all(shared, Block.Menu.class).get(0).id())).isEqualTo(Audience.CALLER);
        assertThat(labels(copy)).containsExactly("Previous", "Next", "As text", "CSV");
        assertThat(Stream.of("Previous", "Next", "As text").map(label -> command.audience(button(copy, label))))
                .containsOnly(Audience.IN_PLACE);
        assertThat(command.audience(all(copy, Block.Menu.class).get(0).id())).isEqualTo(Audience.IN_PLACE);
        assertThat(command.audience(button(copy, "CSV"))).isEqualTo(Audience.CALLER);
    }

    @Test
    void a_private_table_is_turned_in_place() {
        assertThat(command.audience(privately())).isEqualTo(Audience.CALLER);
        assertThat(command.audience(button(command.run(privately()), "Next"))).isEqualTo(Audience.IN_PLACE);
    }

    @Test
    void the_pages_hold_every_row_once() {
        Reply second = press(command.run(call()), "Next");
        Reply third = press(second, "Next");

        assertThat(all(second, Block.Small.class).get(0).text()).startsWith("Rows 6 to 11 of 17");
        assertThat(all(third, Block.Small.class).get(0).text()).startsWith("Rows 12 to 17 of 17");
        assertThat(labels(third)).containsExactly("Previous", "As text", "CSV");
    }

    @Test
    void as_text_has_markers_and_their_sources() {
        Reply text = press(command.run(call()), "As text");

        List<String> tools = all(text, Block.Table.class).get(0).rows().get(0);
        assertThat(tools)
                .containsExactly(
                        "Tools", "Harness, ropes and a chainsaw [1]", "Spades, a mini digger and a stone saw [2]");
        assertThat(all(text, Block.Table.class).get(0).rows().get(1))
                .containsExactly(
                        "Pay",
                        "sources disagree: More than gardeners [1] / Can be less than gardeners [2]",
                        "not covered");
        assertThat(all(text, Block.Small.class).get(0).text())
                .isEqualTo("[1] Working in the canopy   [2] Gardens that last");
        assertThat(labels(text)).contains("As picture");
    }

    @Test
    void text_that_is_too_long_for_a_message_goes_on_another_page() {
        Command long25 = new CompareCommand(Tables.of(25), ComparisonPainter.NONE);

        Reply first = long25.run(call());
        Reply second = long25.act(ActionCall.press(CALLER, button(first, "Next")));

        assertThat(Stream.concat(rowNames(first).stream(), rowNames(second).stream()))
                .hasSize(25)
                .doesNotHaveDuplicates();
    }

    @Test
    void where_nothing_can_be_drawn_the_text_comes_at_once() {
        Reply reply = plain.run(call());

        assertThat(all(reply, Block.Picture.class)).isEmpty();
        assertThat(rowNames(reply)).contains("Tools", "Pay");
        assertThat(labels(reply)).doesNotContain("As picture", "As text");
    }

    @Test
    void the_csv_is_a_file_of_the_whole_table() {
        Reply reply = press(command.run(call()), "CSV");

        assertThat(all(reply, Block.Download.class)).singleElement().satisfies(download -> {
            assertThat(download.file().name()).isEqualTo("comparison.csv");
            assertThat(new String(download.file().bytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(18);
        });
    }

    @Test
    void chosen_rows_are_shown_alone_and_stay_chosen() {
        Block.Menu menu = all(command.run(call()), Block.Menu.class).get(0);

        Reply reply = command.act(ActionCall.choice(CALLER, menu.id(), List.of("seasons", "tools")));

        assertThat(all(reply, Block.Small.class).get(0).text()).isEqualTo("2 rows");
        assertThat(all(reply, Block.Menu.class).get(0).choices())
                .filteredOn(Choice::chosen)
                .extracting(Choice::value)
                .containsExactly("tools", "seasons");
        assertThat(labels(reply)).contains("All rows", "Tools with quotes", "Seasons with quotes");
        assertThat(rowNames(press(reply, "As text"))).containsExactly("Tools", "Seasons");
        assertThat(labels(press(reply, "All rows"))).contains("Next");
    }

    @Test
    void one_row_is_told_in_words_with_its_quotes() {
        Reply reply = command.run(call("TOLOS"));

        assertThat(command.audience(call("TOLOS"))).isEqualTo(Audience.EVERYBODY);
        assertThat(text(reply)).isEqualTo("""
                tree surgeon: Harness, ropes and a chainsaw [1].
                landscape gardener: Spades, a mini digger and a stone saw [2].
                """);
        assertThat(all(reply, Block.Quote.class))
                .extracting(Block.Quote::origin)
                .containsExactly(
                        "[1] our note on “Working in the canopy” · Tree surgeon · Tools",
                        "[2] our note on “Gardens that last” · Landscape gardener · Tools");
        assertThat(labels(reply)).containsExactly("All rows");
    }

    @Test
    void a_quote_stands_letter_by_letter_in_its_passage() {
        Reply reply = command.run(call("seasons"));

        assertThat(all(reply, Block.Quote.class)).hasSize(3).allSatisfy(quote -> assertThat(
                        Packs.gardeners().passages())
                .anyMatch(passage -> passage.text().contains(quote.text())));
    }

    @Test
    void a_disagreement_has_both_sides_and_what_is_not_covered_says_so() {
        Reply reply = command.run(call("pay"));

        assertThat(text(reply)).isEqualTo("""
                tree surgeon: my sources disagree.
                More than gardeners [1].
                Can be less than gardeners [2].
                landscape gardener: not covered; my sources don't say.
                """);
        assertThat(all(reply, Block.Quote.class)).hasSize(2);
    }

    @Test
    void an_aspect_of_several_rows_shows_them_and_leads_to_their_quotes() {
        Reply reply = command.run(call("daily work"));

        assertThat(rowNames(reply)).containsExactly("Seasons", "A working day");
        assertThat(all(press(reply, "A working day with quotes"), Block.Quote.class))
                .hasSize(2);
    }

    @Test
    void an_unknown_aspect_is_answered_to_the_caller_with_the_nearest_rows() {
        CommandCall call = call("seasonal weather");
        Reply reply = command.run(call);

        assertThat(command.audience(call)).isEqualTo(Audience.CALLER);
        assertThat(labels(reply)).contains("Seasons", "All rows").hasSize(4);
        assertThat(all(reply, Block.Small.class).get(0).text()).contains("Tools · Pay · Seasons");
        assertThat(all(press(reply, "Seasons"), Block.Quote.class)).isNotEmpty();
    }

    @Test
    void a_blank_aspect_is_none() {
        assertThat(all(command.run(call("  ")), Block.Picture.class)).hasSize(1);
    }

    @Test
    void names_of_rows_are_completed() {
        assertThat(command.complete("aspect", "")).hasSize(17).startsWith("Tools", "Pay");
        assertThat(command.complete("aspect", "sea")).containsExactly("Seasons");
        assertThat(command.complete("aspect", "WORKING")).containsExactly("A working day");
        assertThat(command.complete("aspect", "salary")).containsExactly("Pay");
        assertThat(command.complete("aspect", "zzz")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open-picture:x",
                "open-picture:000000.1.0",
                "turn-text:",
                "turn-up:KEY.1.0",
                "close:KEY.1.0",
                "open-picture:KEY.1.9",
                "turn-text:KEY.3.1",
                "open-row:KEY.3.0"
            })
    void what_a_button_brings_that_is_not_of_this_table_is_out_of_date(String id) {
        ActionId decoded = ActionId.decode(
                        "compare:" + id.replace("KEY", Tables.of(17).key()))
                .orElseThrow();

        Reply reply = command.act(ActionCall.press(CALLER, decoded));

        assertThat(reply.aside()).isTrue();
        assertThat(text(reply)).contains("out of date", "/compare");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tools,weather", "Tools"})
    void chosen_rows_that_are_not_there_are_out_of_date(String chosen) {
        Block.Menu menu = all(command.run(call()), Block.Menu.class).get(0);
        List<String> values =
                Stream.of(chosen.split(",")).filter(v -> !v.isEmpty()).toList();

        assertThat(command.act(ActionCall.choice(CALLER, menu.id(), values)).aside())
                .isTrue();
    }
}
