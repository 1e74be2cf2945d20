package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.testing.Packs;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Was macht ein Baumpfleger und was verdient er?",
                "¿Cuál es la diferencia entre los dos?",
                "Quelle est la différence entre les deux ?",
                "Что делает арборист?",
                "树艺师做什么工作?",
                "ماذا يفعل البستاني"
            })
    void questions_in_other_languages_are_not_english(String text) {
        assertThat(Language.isEnglish(text)).isFalse();
    }

    static Stream<String> english() {
        return Stream.of(
                        Packs.gardeners().questions().stream(),
                        Packs.shipped().questions().stream(),
                        Packs.shipped().coverage().covered().stream(),
                        Stream.of(
                                "",
                                "MLE vs AIE",
                                "tools?",
                                "Is it the de facto standard in LA, and per year?",
                                "naïve résumé",
                                "does садовник mean gardener",
                                "Los Angeles arborists?"))
                .flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("english")
    void english_questions_and_a_few_words_without_any_sign_pass(String text) {
        assertThat(Language.isEnglish(text)).isTrue();
    }
}
