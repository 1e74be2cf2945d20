package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Polarity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CuesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "what do they not need",
                "do I never need maths",
                "can I work without a licence",
                "why don't they climb",
                "why don’t they climb",
                "DOESN'T it pay",
                "what should I avoid"
            })
    void negations_ask_for_the_absence(String text) {
        assertThat(Cues.polarity(text)).isEqualTo(Polarity.NEGATIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"what do they need", "note the notice", "who knows knots", "nothing", ""})
    void words_that_only_look_like_negations_do_not(String text) {
        assertThat(Cues.polarity(text)).isEqualTo(Polarity.POSITIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I have four years of React, what now",
                "I'm 40, is it too late",
                "im afraid of heights",
                "Should I switch?",
                "my background is in law",
                "as a law student, what first",
                "which fits me",
                "5 years in sales, and now?"
            })
    void who_tells_of_themselves_is_personal(String text) {
        assertThat(Cues.personal(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"what does a tree surgeon do", "which role pays more", "is it a safe job", ""})
    void plain_questions_are_not_personal(String text) {
        assertThat(Cues.personal(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "why do they need a licence",
                "Since they are idle in winter, what do they live on",
                "they need a degree, right?",
                "I heard that it is dying",
                "how come nobody climbs",
                "so why does it pay so little"
            })
    void what_takes_something_for_granted_presupposes(String text) {
        assertThat(Cues.presupposes(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"what tools do they use", "do they need a licence", "how long is the apprenticeship", ""})
    void open_questions_presuppose_nothing(String text) {
        assertThat(Cues.presupposes(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since arborists never climb, who does",
                "why do they need a licence",
                "everyone knows it pays badly"
            })
    void what_is_taken_for_granted_is_noticed(String text) {
        assertThat(Cues.presupposes(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"I have pruned since 3 years, what next", "working since two years as gardener", "do they climb"
            })
    void a_time_is_not_taken_for_granted(String text) {
        assertThat(Cues.presupposes(text)).isFalse();
    }
}
