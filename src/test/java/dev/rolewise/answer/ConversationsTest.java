package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Caller;
import dev.rolewise.question.Answer;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Turn;
import dev.rolewise.testing.FakeTicker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConversationsTest {
    private static final Caller ANNA = Caller.member("anna", Optional.of("server"), "channel");
    private static final Turn TURN = new Turn("what is pruning", Optional.empty(), List.of("abc1234"));
    private static final Turn LATER = new Turn("what is felling", Optional.empty(), List.of("def5678"));

    private final FakeTicker ticker = new FakeTicker();
    private final Conversations conversations = new Conversations(ticker);

    @Test
    void the_last_turn_of_a_member_in_a_place_is_remembered() {
        conversations.remember(ANNA, "one", told(TURN));
        conversations.remember(ANNA, "two", told(LATER));

        assertThat(conversations.of(ANNA)).containsExactly(LATER);
    }

    @Test
    void the_turn_of_each_answer_is_remembered() {
        conversations.remember(ANNA, "one", told(TURN));
        conversations.remember(ANNA, "two", told(LATER));

        assertThat(conversations.of("one", ANNA.serverId())).containsExactly(TURN);
        assertThat(conversations.of("two", ANNA.serverId())).containsExactly(LATER);
        assertThat(conversations.of("three", ANNA.serverId())).isEmpty();
    }

    @Test
    void what_is_done_with_an_answer_is_done_where_it_was_given() {
        conversations.remember(ANNA, "one", told(TURN));

        assertThat(conversations.told("one", ANNA.serverId())).isPresent();
        assertThat(conversations.told("one", Optional.of("other server"))).isEmpty();
        assertThat(conversations.told("one", Optional.empty())).isEmpty();
        assertThat(conversations.of("one", Optional.of("other server"))).isEmpty();
    }

    @Test
    void what_a_member_asked_is_forgotten_in_every_place_and_below_every_answer() {
        conversations.remember(ANNA, "one", told(TURN));
        conversations.follow(ANNA, "thread");
        conversations.remember(Caller.member("ben", Optional.of("server"), "channel"), "two", told(LATER));
        assertThat(conversations.questionsOf("anna")).containsExactly("what is pruning");

        conversations.forget("anna", List.of());

        assertThat(conversations.of(ANNA)).isEmpty();
        assertThat(conversations.of(Caller.member("anna", Optional.of("server"), "thread")))
                .isEmpty();
        assertThat(conversations.told("one", Optional.of("server"))).isEmpty();
        assertThat(conversations.told("two", Optional.of("server"))).isPresent();
        assertThat(conversations.questionsOf("anna")).isEmpty();
    }

    @Test
    void other_members_and_other_places_have_conversations_of_their_own() {
        conversations.remember(ANNA, "one", told(TURN));

        assertThat(conversations.of(Caller.member("ben", Optional.of("server"), "channel")))
                .isEmpty();
        assertThat(conversations.of(Caller.member("anna", Optional.of("server"), "elsewhere")))
                .isEmpty();
    }

    @Test
    void a_members_conversation_ends_after_a_while_and_an_answers_later() {
        conversations.remember(ANNA, "one", told(TURN));

        ticker.advance(Duration.ofMinutes(9));
        assertThat(conversations.of(ANNA)).containsExactly(TURN);
        ticker.advance(Duration.ofMinutes(2));
        assertThat(conversations.of(ANNA)).isEmpty();
        assertThat(conversations.of("one", ANNA.serverId())).containsExactly(TURN);
        ticker.advance(Duration.ofHours(12));
        assertThat(conversations.of("one", ANNA.serverId())).isEmpty();
    }

    @Test
    void a_turn_that_rests_on_nothing_does_not_take_the_place_of_one_that_does() {
        conversations.remember(ANNA, "one", told(TURN));
        conversations.remember(ANNA, "two", told(new Turn("hello", Optional.empty(), List.of())));

        assertThat(conversations.of(ANNA)).containsExactly(TURN);
    }

    @Test
    void what_was_typed_is_not_remembered_where_nothing_was_understood() {
        Answer refused = new Answer(
                Answer.Status.BLOCKED,
                List.of(AnswerLine.of("No.")),
                List.of(),
                List.of(),
                Optional.empty(),
                Receipt.local(Spending.NONE));

        assertThat(Conversations.Told.of(ANNA, refused, "id", Set.of()).turn().question())
                .isEmpty();
    }

    private static Conversations.Told told(Turn turn) {
        return new Conversations.Told(ANNA.serverId(), turn, Receipt.local(Spending.NONE), "id", Set.of(), "");
    }
}
