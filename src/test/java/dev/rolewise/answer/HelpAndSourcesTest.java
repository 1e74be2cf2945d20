package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.Reply;
import dev.rolewise.knowledge.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HelpAndSourcesTest {
    private static final CommandCall CALL =
            new CommandCall(Caller.member("anna", Optional.empty(), "here"), Map.of(), Map.of());

    private final Command sources = new SourcesCommand(Gardeners.PACK);
    private final Command help = new HelpCommand(Gardeners.PACK, List.of(sources));

    @Test
    void help_names_the_subject_every_command_and_what_to_try() {
        assertThat(text(help.run(CALL)))
                .contains(Gardeners.PACK.about(), "/sources", "/help")
                .contains(Gardeners.PACK.tries());
    }

    @Test
    void help_offers_what_can_be_done_with_a_message_only_where_something_can() {
        assertThat(text(help.run(CALL))).doesNotContain("Right-click");
    }

    @Test
    void sources_names_each_source_its_author_and_how_much_it_says() {
        Reply reply = sources.run(CALL);

        assertThat(Gardeners.PACK.sources()).extracting(Source::title).allSatisfy(t -> assertThat(text(reply))
                .contains(t));
        assertThat(Gardeners.PACK.sources()).extracting(Source::attribution).allSatisfy(a -> assertThat(text(reply))
                .contains(a));
        assertThat(reply.blocks())
                .filteredOn(b -> b instanceof Block.Line line && line.bullet())
                .hasSize(Gardeners.PACK.sources().size());
    }

    @Test
    void sources_counts_the_statements() {
        int all = Gardeners.PACK.sources().get(0).passages().stream()
                .mapToInt(p -> p.statements().size())
                .sum();

        assertThat(text(sources.run(CALL))).contains("(" + all + " statements)");
    }

    @Test
    void only_who_asks_sees_them() {
        assertThat(List.of(help, sources)).allSatisfy(c -> {
            assertThat(c.audience(CALL)).isEqualTo(Audience.CALLER);
            assertThat(c.spec().name()).matches("[a-z]{1,32}");
            assertThat(c.spec().description()).hasSizeBetween(1, 100);
        });
    }

    private static String text(Reply reply) {
        return reply.blocks().stream()
                .map(b -> b instanceof Block.Line line
                        ? line.label().orElse("") + " " + line.text()
                        : b instanceof Block.Heading heading ? heading.text() : "")
                .collect(Collectors.joining("\n"));
    }
}
