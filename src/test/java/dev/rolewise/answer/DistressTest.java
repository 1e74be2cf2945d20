package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "should I kill myself because no firm takes me",
                "I don't want to live any more",
                "Thinking about SUICIDE since the layoff"
            })
    void a_person_who_speaks_of_self_harm_is_heard(String text) {
        assertThat(Distress.isIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"does this job kill my evenings", "how do I kill a hanging process", "is the trade dying"})
    void hard_words_about_work_are_not_distress(String text) {
        assertThat(Distress.isIn(text)).isFalse();
    }
}
