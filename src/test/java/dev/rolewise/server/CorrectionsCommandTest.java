package dev.rolewise.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.command.Action;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.Form;
import dev.rolewise.command.Reply;
import dev.rolewise.question.Question;
import dev.rolewise.question.RecentAnswers;
import dev.rolewise.testing.FakeTicker;
import dev.rolewise.testing.SetClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CorrectionsCommandTest {
    private static final Caller BOB = new Caller("bob", Optional.of("1"), "11", true);
    private static final Caller ELSEWHERE = new Caller("eve", Optional.of("2"), "21", true);
    private static final RecentAnswers RECENT = (id, server) -> id.equals("a1") && server.equals(Optional.of("1"))
            ? Optional.of(new RecentAnswers.Recent("What is pruning?", "Cutting. [1] [2]"))
            : Optional.empty();

    private final AtomicInteger id = new AtomicInteger();
    private final Corrections corrections = new Corrections(
            new KeptCorrections(),
            new ReuseGuard(0),
            question -> CorrectionsTest.ANALYZER.analyze(Question.of(question)),
            server -> {},
            () -> "c" + id.incrementAndGet(),
            work -> {},
            new FakeTicker(),
            new SetClock("2026-11-21T12:00:00Z"));
    private final CorrectionsCommand command =
            new CorrectionsCommand(corrections, RECENT, text -> text.replace("secret", "…"));

    @Test
    void correcting_an_answer_begins_with_what_it_said_without_its_markers() {
        Form form = command.form(press(BOB, "new", "a1")).orElseThrow();

        assertThat(form.fields())
                .extracting(field -> field.value().orElse(""))
                .containsExactly("What is pruning?", "Cutting.");
        assertThat(command.decline(press(BOB, "new", "a1"))).isEmpty();
    }

    @Test
    void an_answer_of_another_server_or_of_long_ago_cannot_be_corrected() {
        assertThat(text(command.decline(press(ELSEWHERE, "new", "a1")).orElseThrow()))
                .contains("no longer have");
        assertThat(command.form(press(ELSEWHERE, "new", "a1")).orElseThrow().fields())
                .allMatch(field -> field.value().isEmpty());
        assertThat(command.decline(press(BOB, "new", "a0"))).isPresent();
    }

    @Test
    void what_is_written_is_masked_listed_edited_withdrawn_and_undone() {
        Reply written = submit("new", "", "What is the secret of pruning?", "A secret cut.");
        assertThat(text(written)).contains("What is the … of pruning?", "A … cut.");
        assertThat(verbs(written)).containsExactly("edit", "withdraw", "undo");

        assertThat(text(submit("edit", "c1", "", "Two cuts."))).contains("Two cuts.");
        assertThat(text(command.run(call("list", Map.of())))).contains("What is the … of pruning?", "Two cuts.");
        assertThat(command.form(call("edit", Map.of("which", "c1")))
                        .orElseThrow()
                        .form()
                        .fields())
                .anyMatch(field -> field.value().equals(Optional.of("Two cuts.")));
        Reply withdrawn = command.run(call("withdraw", Map.of("which", "what is the … of PRUNING?")));
        assertThat(verbs(withdrawn)).containsExactly("edit", "undo");
        assertThat(text(command.run(call("list", Map.of())))).contains("(withdrawn) Two cuts.");
        assertThat(text(command.act(press(BOB, "undo", "c1")))).contains("Undone. I answer again:");
    }

    @Test
    void a_correction_needs_a_question_and_an_answer() {
        assertThat(text(submit("new", "", "ab", "answer"))).contains("needs a question and an answer");
        assertThat(text(submit("new", "", "A question?", "  "))).contains("needs a question and an answer");
        assertThat(corrections.of("1")).isEmpty();
    }

    @Test
    void another_server_sees_and_changes_nothing_of_it() {
        submit("new", "", "What is pruning?", "Cutting.");

        assertThat(command.complete(BOB, "which", "prun")).containsExactly("What is pruning? (c1)");
        assertThat(command.complete(ELSEWHERE, "which", "")).isEmpty();
        assertThat(command.form(press(ELSEWHERE, "edit", "c1"))).isEmpty();
        for (String verb : List.of("edit", "withdraw", "undo")) {
            assertThat(text(command.act(press(ELSEWHERE, verb, "c1")))).contains("not there any more");
        }
        assertThat(corrections.of("1")).singleElement().matches(Correction::live);
    }

    @Test
    void in_direct_messages_it_is_declined() {
        Caller direct = Caller.member("bob", Optional.empty(), "31");

        assertThat(command.decline(new CommandCall(direct, Map.of(), Map.of()))).isPresent();
        assertThat(command.decline(press(direct, "edit", "c1"))).isPresent();
        assertThat(command.complete(direct, "which", "")).isEmpty();
    }

    private Reply submit(String verb, String payload, String question, String answer) {
        return command.act(new ActionCall(
                BOB,
                new ActionId(CorrectionsCommand.NAME, verb, payload),
                Map.of("question", question, "answer", answer),
                List.of()));
    }

    private static CommandCall call(String subcommand, Map<String, String> texts) {
        return new CommandCall(BOB, Optional.of(subcommand), texts, Map.of(), Map.of());
    }

    private static ActionCall press(Caller caller, String verb, String payload) {
        return ActionCall.press(caller, new ActionId(CorrectionsCommand.NAME, verb, payload));
    }

    static String text(Reply reply) {
        return reply.blocks().toString();
    }

    static List<String> verbs(Reply reply) {
        return reply.blocks().stream()
                .filter(Block.Actions.class::isInstance)
                .flatMap(block -> ((Block.Actions) block).actions().stream())
                .map(Action::id)
                .map(ActionId::verb)
                .toList();
    }
}
