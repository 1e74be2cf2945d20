package dev.rolewise.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Answer.Status;
import dev.rolewise.question.Complexity;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.Polarity;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.server.PopularQuestions.Popular;
import dev.rolewise.testing.SetClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PopularQuestionsTest {
    private final KeptAsked log = new KeptAsked();
    private final SetClock clock = new SetClock("2026-11-21T12:00:00Z");
    private final PopularQuestions popular = new PopularQuestions(log, clock);

    @Test
    void what_several_ask_in_whatever_words_is_one_question_the_most_asked_first() {
        ask("mia", "Which rope?", 0, 1);
        ask("tom", "Which rope?", 0, 1);
        ask("mia", "Need I a saw?", 1, 0.1f);
        ask("tom", "Is a saw needed?", 1, 0);
        ask("ada", "Is a saw needed?", 1, 0);

        List<Popular> asked = popular.of("1");

        assertThat(asked).extracting(Popular::question).containsExactly("Is a saw needed?", "Which rope?");
        assertThat(asked).extracting(Popular::asked).containsExactly(3L, 2L);
        assertThat(asked).extracting(Popular::members).containsExactly(3L, 2L);
        assertThat(asked.get(0).wordings()).containsExactly("Is a saw needed?", "Need I a saw?");
    }

    @Test
    void what_one_member_alone_asks_is_shown_to_nobody_however_often_and_variously_they_ask() {
        for (int day = 0; day < 5; day++) {
            ask("mia", "Need I a saw?", 1, 0.1f);
            ask("mia", "Is a saw needed on day " + day + "?", 1, 0);
            clock.advance(Duration.ofDays(1));
        }
        assertThat(popular.of("1")).isEmpty();
        assertThat(popular.question("1", "a1")).isEmpty();

        ask("tom", "A saw?", 1, 0);
        assertThat(popular.of("1")).singleElement().satisfies(p -> {
            assertThat(p.asked()).as("once a day for a member").isEqualTo(6);
            assertThat(p.members()).isEqualTo(2);
        });
        assertThat(popular.question("1", "a1")).contains("Need I a saw?");
    }

    @Test
    void questions_a_hair_apart_of_other_roles_direction_denial_or_number_are_different_ones() {
        List<QuestionProfile> different = List.of(
                profile("q1", List.of("ts"), "", Polarity.POSITIVE, List.of(), 1),
                profile("q2", List.of("lg"), "", Polarity.POSITIVE, List.of(), 1),
                profile("q3", List.of("ts"), "lg>ts", Polarity.POSITIVE, List.of(), 1),
                profile("q3b", List.of("ts"), "ts>lg", Polarity.POSITIVE, List.of(), 1),
                profile("q4", List.of("ts"), "", Polarity.NEGATIVE, List.of(), 1),
                profile("q5", List.of("ts"), "", Polarity.POSITIVE, List.of("3"), 1));
        for (QuestionProfile question : different) {
            popular.given("mia", "1", question, Status.ANSWERED);
        }
        popular.given(
                "tom", "1", profile("q6", List.of("ts"), ">ts", Polarity.POSITIVE, List.of(), 1), Status.ANSWERED);

        assertThat(popular.of("1")).extracting(Popular::wordings).containsExactly(List.of("q1", "q6"));
    }

    @Test
    void only_what_is_on_topic_and_tells_nothing_of_the_asker_is_kept_and_cut() {
        for (Status status : Status.values()) {
            popular.given("mia", "1", plain(status.id()), status);
        }
        popular.given("mia", "1", personal("I have a bad knee"), Status.ANSWERED);
        popular.given("mia", "1", of(plain("both"), List.of(personal("I limp"))), Status.ANSWERED);
        popular.given("mia", "1", plain("why ".repeat(100)), Status.ANSWERED);

        assertThat(log.kept)
                .extracting(k -> k.asked().question())
                .containsExactly("answered", "not-covered", "why ".repeat(75));
    }

    @Test
    void the_share_of_thumbs_is_of_those_who_asked_each_once() {
        ask("mia", "Need I a saw?", 1, 0);
        ask("tom", "Need I a saw?", 1, 0);
        popular.rated("mia", "1", plain("Need I a saw?"), Optional.of(false));
        popular.rated("mia", "1", plain("Need I a saw?"), Optional.of(true));
        popular.rated("tom", "1", plain("Need I a saw?"), Optional.of(false));
        popular.rated("passer-by", "1", plain("Need I a saw?"), Optional.of(true));
        popular.rated("tom", "2", plain("Need I a saw?"), Optional.of(true));

        assertThat(popular.of("1")).singleElement().satisfies(p -> {
            assertThat(p.helpful()).isEqualTo(1);
            assertThat(p.rated()).isEqualTo(2);
        });

        popular.rated("mia", "1", plain("Need I a saw?"), Optional.empty());
        assertThat(popular.of("1")).singleElement().satisfies(p -> {
            assertThat(p.helpful()).as("taken back").isZero();
            assertThat(p.rated()).isEqualTo(1);
        });
    }

    @Test
    void it_is_that_servers_alone_and_of_the_last_thirty_days() {
        ask("mia", "Need I a saw?", 1, 0);
        ask("tom", "Need I a saw?", 1, 0);

        assertThat(popular.of("2")).isEmpty();
        assertThat(popular.question("2", "a1")).isEmpty();
        assertThat(popular.question("1", "a1")).isPresent();
        clock.advance(Duration.ofDays(30).plusSeconds(5));
        assertThat(popular.of("1")).isEmpty();
        assertThat(popular.question("1", "a1")).isEmpty();
    }

    /** A database may hold questions of before another language model, or of one who may write to the shared cache. */
    @Test
    void vectors_of_other_lengths_are_no_trouble() {
        ask("mia", "Need I a saw?", 1, 0);
        ask("tom", "Need I a rope?", 1, 0, 0);
        ask("tom", "Need I nothing?");
        ask("ada", "Is a saw needed?", 1, 0);

        assertThat(popular.of("1")).extracting(Popular::members).containsExactly(2L);
    }

    private void ask(String member, String question, float... meaning) {
        clock.advance(Duration.ofSeconds(1));
        popular.given(
                member, "1", profile(question, List.of(), "", Polarity.POSITIVE, List.of(), meaning), Status.ANSWERED);
    }

    private static QuestionProfile plain(String text) {
        return profile(text, List.of(), "", Polarity.POSITIVE, List.of());
    }

    private static QuestionProfile profile(
            String text,
            List<String> roles,
            String direction,
            Polarity polarity,
            List<String> quantities,
            float... meaning) {
        return profile(text, roles, direction, polarity, quantities, false, List.of(), meaning);
    }

    private static QuestionProfile personal(String text) {
        return profile(text, List.of(), "", Polarity.POSITIVE, List.of(), true, List.of());
    }

    private static QuestionProfile of(QuestionProfile whole, List<QuestionProfile> parts) {
        return profile(whole.text(), List.of(), "", Polarity.POSITIVE, List.of(), false, parts);
    }

    private static QuestionProfile profile(
            String text,
            List<String> roles,
            String direction,
            Polarity polarity,
            List<String> quantities,
            boolean personal,
            List<QuestionProfile> parts,
            float... meaning) {
        return new QuestionProfile(
                text,
                roles,
                end(direction, 0),
                end(direction, 1),
                Optional.empty(),
                "tools",
                0.9,
                polarity,
                Complexity.SIMPLE,
                personal,
                false,
                quantities,
                Set.of(),
                parts,
                Embedding.of(meaning));
    }

    private static Optional<String> end(String direction, int which) {
        return Optional.of(direction)
                .filter(d -> !d.isEmpty())
                .map(d -> d.split(">", 2)[which])
                .filter(end -> !end.isEmpty());
    }
}
