package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cascade.ModelTiers;
import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionId;
import dev.rolewise.command.ActionSeal;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.Progress;
import dev.rolewise.command.Reply;
import dev.rolewise.question.Keeping;
import dev.rolewise.testing.FakeTicker;
import dev.rolewise.testing.KeptReuses;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A member has all of theirs deleted between the moment when a question comes in and its answer. */
class DeletionDuringAnswerTest {
    private static final Caller ANNA = Caller.member("anna", Optional.of("server"), "channel");
    private static final Caller BEN = Caller.member("ben", Optional.of("server"), "channel");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T19:00:00Z"), ZoneOffset.UTC);
    private static final String TOOLS = "What tools does a tree surgeon use?";

    private final KeptRatings ratings = new KeptRatings();
    private final List<String> counted = new ArrayList<>();
    private final Deleting deleting = new Deleting();
    private final AnswerService service = Gardeners.quick().asking(ModelTiers.NONE);
    private final AskCommand ask = new AskCommand(
            Gardeners.PACK,
            service,
            new QuestionLimits(new LimitSettings(100, 100, 100, 100), CLOCK),
            ratings,
            new KeptReuses(),
            (caller, answer) -> counted.add(caller.memberId()),
            new ActionSeal(new byte[32]),
            member -> deleting.of(),
            new FakeTicker(),
            CLOCK);

    @Test
    void of_a_question_that_was_asked_before_a_deletion_nothing_is_kept() {
        Function<Progress, Reply> waiting = ask.taken(call(ANNA, TOOLS));
        deleting.now++;

        Reply reply = waiting.apply(Progress.NONE);

        assertThat(text(reply)).contains("climbing harness");
        assertThat(ask.remembered("anna")).isEmpty();
        assertThat(ask.members()).isEmpty();
        assertThat(service.keptQuestions("anna")).isEmpty();
        assertThat(counted).isEmpty();
        assertThat(text(ask.act(ActionCall.press(ANNA, button(reply, "details")))))
                .contains("no longer have");
    }

    @Test
    void a_press_from_before_a_deletion_is_no_rating() {
        ActionId down = button(ask(BEN, TOOLS), "down");
        Function<Progress, Reply> waiting = ask.taken(ActionCall.press(ANNA, down));
        deleting.now++;

        assertThat(text(waiting.apply(Progress.NONE))).contains("your rating of this answer is gone");

        assertThat(ratings.kept).isEmpty();
    }

    @Test
    void words_of_others_are_not_remembered_where_somebody_had_theirs_deleted_meanwhile() {
        ask(ANNA, TOOLS);
        Function<Progress, Reply> waiting = ask.taken(call(BEN, "Which tools does a tree surgeon use?"));
        deleting.others = true;

        Reply reply = waiting.apply(Progress.NONE);

        assertThat(text(reply)).contains("asked as “" + TOOLS);
        assertThat(ask.remembered("ben")).isEmpty();
        assertThat(counted).containsExactly("anna", "ben");
    }

    @Test
    void a_thread_is_not_followed_by_what_was_deleted() {
        ask(ANNA, TOOLS);
        ask.forget("anna");

        ask.threadStarted(ANNA, "thread");

        assertThat(ask.remembered("anna")).isEmpty();
    }

    /** A deletion is one more; whoever asked before leaves nothing. */
    private static final class Deleting {
        private int now;
        private boolean others;

        Keeping of() {
            int asked = now;
            return new Keeping() {
                @Override
                public boolean keep(Runnable work) {
                    if (asked == now) {
                        work.run();
                    }
                    return asked == now;
                }

                @Override
                public boolean undisturbed() {
                    return asked == now && !others;
                }
            };
        }
    }

    private Reply ask(Caller caller, String question) {
        return ask.run(call(caller, question));
    }

    private static CommandCall call(Caller caller, String question) {
        return new CommandCall(caller, Map.of("question", question), Map.of());
    }

    private static ActionId button(Reply reply, String verb) {
        return reply.blocks().stream()
                .filter(Block.Actions.class::isInstance)
                .flatMap(block -> ((Block.Actions) block).actions().stream())
                .map(action -> action.id())
                .filter(id -> id.verb().equals(verb))
                .findFirst()
                .orElseThrow();
    }

    private static String text(Reply reply) {
        return reply.blocks().toString();
    }
}
