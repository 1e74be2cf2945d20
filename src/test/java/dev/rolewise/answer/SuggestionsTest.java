package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuggestionsTest {
    private final Gardeners parts = Gardeners.quick();
    private final Suggestions suggestions = new Suggestions(Gardeners.PACK, parts.embedder);

    @Test
    void what_to_ask_next_is_a_question_of_the_pack_and_not_the_one_just_asked() {
        String asked = "What tools does a tree surgeon use?";

        assertThat(suggestions.after(parts.profile(asked)))
                .isNotEmpty()
                .hasSizeLessThanOrEqualTo(2)
                .isSubsetOf(Gardeners.PACK.questions())
                .doesNotContain(asked);
    }

    @Test
    void near_questions_come_first() {
        assertThat(suggestions
                        .after(parts.profile("What tools does an arborist use?"))
                        .get(0))
                .contains("tools");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tools", "TOOLS", "use tools", " what  tools "})
    void a_question_that_holds_every_word_typed_completes_it(String typed) {
        assertThat(suggestions.completing(typed)).isNotEmpty().allSatisfy(q -> assertThat(q.toLowerCase(Locale.ROOT))
                .contains("tools"));
    }

    @Test
    void questions_that_begin_with_what_was_typed_come_first() {
        assertThat(suggestions.completing("how").get(0)).startsWith("How");
        assertThat(suggestions.completing("do").get(0)).startsWith("Do ");
    }

    @Test
    void nothing_typed_offers_all_up_to_what_can_be_shown() {
        assertThat(suggestions.completing("")).hasSizeBetween(1, 25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz", "tools zzz", ".*", "(["})
    void what_no_question_holds_completes_to_nothing(String typed) {
        assertThat(suggestions.completing(typed)).isEmpty();
    }
}
