package dev.rolewise.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Question;
import dev.rolewise.testing.Packs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleNamesTest {
    private static final RoleNames NAMES = RoleNames.of(Packs.shipped());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What does an MLE do?              | what does a machine learning engineer do
            ml engineers: which tools         | MLEs: which tools
            is an AIE paid well               | is an artificial intelligence engineer paid well
            machine-learning engineer salary  | ML engineer salary
            an MLE's day                      | a machine learning engineer's day
            """)
    void a_name_and_its_short_form_meet(String one, String other) {
        assertThat(key(one)).isEqualTo(key(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            what is ML                                | what is an ML engineer
            what is AI                                | what is an AI engineer
            will AI replace an AI engineer            | will an AI engineer replace an AI engineer
            what does an AI expert do                 | what does an AI engineer do
            who is our first ML hire                  | who is our first ML engineer
            is an applied AI engineer an AI engineer  | is an AI engineer an AI engineer
            is an LLM engineer an AI engineer         | is an AI engineer an AI engineer
            what does an MLE do                       | what does an AIE do
            what is ML engineering                    | what is an ML engineer
            one ML engineer                           | one ML engineers
            """)
    void other_words_stay_apart(String one, String other) {
        assertThat(key(one)).isNotEqualTo(key(other));
    }

    private static ExactKey key(String text) {
        return ExactKey.of(Question.of(text), NAMES);
    }
}
