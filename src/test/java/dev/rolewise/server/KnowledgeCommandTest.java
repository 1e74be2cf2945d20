package dev.rolewise.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Action;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.Progress;
import dev.rolewise.command.Reply;
import dev.rolewise.knowledge.reading.DocumentReader;
import dev.rolewise.knowledge.reading.ReadText;
import dev.rolewise.knowledge.reading.ReadingLimits;
import dev.rolewise.question.Scope;
import dev.rolewise.server.ServerDocument.State;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseDocuments;
import dev.rolewise.testing.FakeTicker;
import dev.rolewise.testing.SetClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeCommandTest {
    private static final Caller MANAGER = new Caller("m1", Optional.of("1"), "c1", true);

    private final SetClock clock = new SetClock("2026-11-21T12:00:00Z");
    private final DocumentReader reader = new DocumentReader(ReadingLimits.DEFAULT);
    private final Keepings keepings = new Keepings(member -> "code of " + member, new FakeTicker());
    private final Database database;
    private final DatabaseDocuments store;
    private final KnowledgeCommand command;

    KnowledgeCommandTest(@TempDir Path folder) {
        this.database = Database.open(folder);
        this.store = new DatabaseDocuments(database);
        this.command = new KnowledgeCommand(
                new Documents(reader, store, () -> "new", clock), (question, scope) -> List.of(), keepings::of);
    }

    @AfterEach
    void close() {
        reader.close();
        database.close();
    }

    @Test
    void a_removed_guide_whose_message_is_lost_is_put_back_from_the_list() {
        there("a", "1", "House rules", State.LIVE);
        there("b", "1", "Study group", State.REMOVED);
        there("c", "2", "Of others", State.REMOVED);

        List<Action> buttons = buttons(list());
        assertThat(buttons).extracting(Action::label).containsExactly("Put back “Study group”");
        Reply back = command.act(ActionCall.press(MANAGER, buttons.get(0).id()));

        assertThat(back.blocks()).contains(new Block.Line(false, Optional.empty(), "“Study group” is back."));
        assertThat(buttons(list())).isEmpty();
        assertThat(list().blocks()).contains(new Block.Heading("2 guides"));
    }

    @Test
    void the_five_removed_last_are_offered_for_a_day_also_where_no_guide_is_left() {
        for (int i = 1; i <= 6; i++) {
            there("r" + i, "1", "Guide " + i, State.REMOVED);
            clock.advance(Duration.ofMinutes(1));
        }

        assertThat(list().blocks())
                .contains(
                        new Block.Line(false, Optional.empty(), "There are no guides yet. /knowledge add takes one."));
        assertThat(buttons(list()))
                .extracting(Action::label)
                .startsWith("Put back “Guide 6”")
                .endsWith("Put back “Guide 2”")
                .hasSize(5);
        clock.advance(Duration.ofDays(1));
        assertThat(buttons(list())).isEmpty();
    }

    @Test
    void versions_with_one_title_are_told_apart() {
        there("a", "1", "House rules", State.REMOVED);
        clock.advance(Duration.ofMinutes(90));
        there("b", "1", "house rules", State.REMOVED);

        assertThat(buttons(list()))
                .extracting(Action::label)
                .containsExactly(
                        "Put back “house rules” of 21 Nov 13:30:00 UTC",
                        "Put back “House rules” of 21 Nov 12:00:00 UTC");
    }

    @Test
    void a_guide_of_a_member_who_has_all_of_theirs_deleted_while_it_is_read_does_not_name_them() {
        ActionCall written = new ActionCall(
                MANAGER,
                new ActionId(KnowledgeCommand.NAME, "write", "new"),
                Map.of("title", "House rules", "text", "Be kind."),
                List.of());
        Function<Progress, Reply> reading = command.taken(written);
        keepings.delete(Set.of("code of m1"), () -> {});

        Reply preview = reading.apply(Progress.NONE);

        assertThat(buttons(preview)).extracting(Action::label).containsExactly("Use it", "Forget it");
        assertThat(store.of(new Scope(Optional.of("1"))))
                .extracting(ServerDocument::addedBy)
                .containsExactly(PersonalData.NOBODY);
        assertThat(keepings.lately()).isEmpty();
    }

    @Test
    void while_a_written_text_is_read_the_manager_sees_that() {
        List<Reply> shown = new ArrayList<>();
        ActionId write = new ActionId(KnowledgeCommand.NAME, "write", "new");

        Reply preview = command.act(
                new ActionCall(MANAGER, write, Map.of("title", "House rules", "text", "Be kind."), List.of()),
                shown::add);
        assertThat(shown).containsExactly(Reply.line("⏳ Reading the text…"));
        assertThat(buttons(preview)).extracting(Action::label).containsExactly("Use it", "Forget it");
    }

    private Reply list() {
        return command.run(new CommandCall(MANAGER, Optional.of("list"), Map.of(), Map.of(), Map.of()));
    }

    private static List<Action> buttons(Reply reply) {
        return reply.blocks().stream()
                .flatMap(block -> block instanceof Block.Actions row ? row.actions().stream() : Stream.empty())
                .toList();
    }

    private void there(String id, String server, String title, State state) {
        ServerDocument document = new ServerDocument(
                id,
                new Scope(Optional.of(server)),
                title,
                "text",
                0,
                1,
                "hash " + id,
                "m1",
                clock.instant(),
                state,
                clock.instant(),
                Optional.empty());
        store.add(new ServerDocument.Text(document, List.of(new ReadText.Section(0, List.of(), "Be kind."))));
    }
}
