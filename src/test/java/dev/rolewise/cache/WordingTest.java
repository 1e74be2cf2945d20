package dev.rolewise.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "When do we meet? | hey, does anyone know when we get together? thanks!",
                "When do we meet? | what's our meeting time",
                "Who runs the book club? | who's the leader of the book club",
                "How do I join the Rust group? | wanna join the rust group, how",
                "Can I bring my dog to the picnic? | dogs at the picnic ok?",
                "Do I need a ticket for the concert? | Is a ticket required for the concert?",
                "How long does a ban last? | What is the duration of a ban?",
                "How are mentors matched? | How do you match mentors?",
                "Is there a channel for visa questions? | do we have a visa questions chanel",
                "Where is the practice? | practice location?"
            })
    void everyday_ways_to_ask_one_thing_are_one(String kept, String asked) {
        assertThat(Wording.of(kept).answers(Wording.of(asked))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "When do we meet? | Where do we meet?",
                "What time do we meet? | What day do we meet?",
                "When is the charity run? | When is the charity meeting?",
                "Who coaches me? | Who do I coach?",
                "How do I ban a member? | How do members ban me?",
                "How do I sign up as a mentor? | How do I sign up for a mentor?",
                "Who do mentors report to? | Who do mentors report?",
                "What does my mentor do? | What do I do with my mentor?",
                "How do I join as a guest? | How do I join with a guest?",
                "Who is the mentor of Anna? | Who is Anna the mentor of?",
                "How do I become a mentor? | How do I get a mentor?",
                "Can a guest invite a member? | Can a member invite a guest?",
                "How do I trade gold for gems? | How do I trade gems for gold?",
                "How do I get from the B team to the A team? | How do I get from the A team to the B team?",
                "How do I transfer to Berlin? | How do I transfer from Berlin?",
                "Can juniors play on the senior ladder? | Can seniors play on the junior ladder?",
                "Can I edit it before the deadline? | Can I edit it after the deadline?",
                "Which posts are allowed? | Which posts are not allowed?",
                "Is the workshop free? | Do I have to pay for the workshop?",
                "Do I have to register for the talk? | Do I have to attend the talk?",
                "What books have we read? | What books do we read?",
                "Where are the notes? | Where are the rules?",
                "How do I vote? | How do I see the votes?",
                "Can I use a phone? | Can I bring a phone?"
            })
    void what_asks_something_else_is_not(String kept, String asked) {
        assertThat(Wording.of(kept).answers(Wording.of(asked))).isFalse();
        assertThat(Wording.of(asked).answers(Wording.of(kept))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "When do we meet? | Where do we meet?",
                "When do we meet on Tuesdays? | When do we meet on Thursdays?",
                "How do I join a group? | How can I get out of a group?",
                "Who conducts the youth choir? | Who conducts the women choir?"
            })
    void what_certainly_asks_something_else_is_not_offered(String kept, String asked) {
        assertThat(Wording.of(kept).mayAsk(Wording.of(asked))).isFalse();
    }

    @Test
    void what_is_in_other_words_may_ask_the_same() {
        assertThat(Wording.of("Who conducts the choir?").mayAsk(Wording.of("who waves the baton for our choir")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?!", "hello there", "😀", "#", "please"})
    void nothing_is_said_by_what_asks_nothing(String text) {
        assertThat(Wording.of(text).answers(Wording.of(text))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "is it ok ", "what do i ", "when is the ", "'", "#", "who is the ", "ok, ", "a, how "})
    void a_hostile_text_is_read_at_once(String part) {
        for (int length : new int[] {390, 4_000}) {
            String text = part.repeat(length / part.length() + 1).substring(0, length);
            assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Wording.of(text));
        }
    }
}
