package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.Caller;
import dev.rolewise.question.Turn;
import dev.rolewise.testing.FakeTicker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationsTest {
    private static final Caller ANNA = Caller.member("anna", Optional.of("server"), "channel");
    private static final Turn TURN = new Turn("what is pruning", Optional.empty(), List.of("abc1234"));
    private static final Turn LATER = new Turn("what is felling", Optional.empty(), List.of());

    private final FakeTicker ticker = new FakeTicker();
    private final Conversations conversations = new Conversations(ticker);

    @Test
    void the_last_turn_of_a_member_in_a_place_is_remembered() {
        conversations.remember(ANNA, "one", TURN);
        conversations.remember(ANNA, "two", LATER);

        assertThat(conversations.of(ANNA)).containsExactly(LATER);
    }

    @Test
    void the_turn_of_each_answer_is_remembered() {
        conversations.remember(ANNA, "one", TURN);
        conversations.remember(ANNA, "two", LATER);

        assertThat(conversations.of("one")).containsExactly(TURN);
        assertThat(conversations.of("two")).containsExactly(LATER);
        assertThat(conversations.of("three")).isEmpty();
    }

    @Test
    void other_members_and_other_places_have_conversations_of_their_own() {
        conversations.remember(ANNA, "one", TURN);

        assertThat(conversations.of(Caller.member("ben", Optional.of("server"), "channel")))
                .isEmpty();
        assertThat(conversations.of(Caller.member("anna", Optional.of("server"), "elsewhere")))
                .isEmpty();
    }

    @Test
    void a_members_conversation_ends_after_a_while_and_an_answers_later() {
        conversations.remember(ANNA, "one", TURN);

        ticker.advance(Duration.ofMinutes(9));
        assertThat(conversations.of(ANNA)).containsExactly(TURN);
        ticker.advance(Duration.ofMinutes(2));
        assertThat(conversations.of(ANNA)).isEmpty();
        assertThat(conversations.of("one")).containsExactly(TURN);
        ticker.advance(Duration.ofHours(12));
        assertThat(conversations.of("one")).isEmpty();
    }
}
