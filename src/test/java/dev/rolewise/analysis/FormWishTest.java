package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Profiles;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormWishTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shorter pls                              | SHORTER
            too long, sum it up                      | SHORTER
            in one sentence                          | ONE_SENTENCE
            give me one sentence i can send him      | ONE_SENTENCE
            can you make that simpler                | SIMPLER
            eli5                                     | SIMPLER
            sorry, I don't understand                | SIMPLER
            tell me more                             | LONGER
            as bullet points please                  | LIST
            again                                    | AGAIN
            """)
    void a_wish_about_the_form_is_known(String message, FormWish wish) {
        assertThat(FormWish.isAll(message)).isTrue();
        assertThat(FormWish.of(
                        Profiles.of(Asides.wanting("What is a saw?", message), List.of(), Set.of(), new HashedWords())))
                .contains(wish);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "is there a shorter way into tree surgery",
                "which training is simpler",
                "in short, what does an arborist do?",
                "list the tools",
                "why?",
                ""
            })
    void a_question_that_only_holds_such_words_is_none(String message) {
        assertThat(FormWish.isAll(message)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'in one sentence, what is a saw?',ONE_SENTENCE",
        "what is a saw in one line please,ONE_SENTENCE",
        "'tl;dr arborist or gardener',SHORTER",
        "what does an arborist do in a nutshell,SHORTER",
        "eli5 crown reduction,SIMPLER",
        "explain felling like i'm five,SIMPLER",
        "what is felling in simple words,SIMPLER"
    })
    void a_wish_within_the_question_counts_too(String question, FormWish wish) {
        assertThat(FormWish.of(Profiles.of(question, List.of(), Set.of(), new HashedWords())))
                .contains(wish);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what is a saw?",
                "which is shorter",
                "is one line of work easier",
                "people like i met, what do they do"
            })
    void a_question_without_a_wish_has_none(String question) {
        assertThat(FormWish.of(Profiles.of(question, List.of(), Set.of(), new HashedWords())))
                .isEmpty();
    }
}
