package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Disagreement;
import dev.rolewise.knowledge.Premise;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatterTest {
    private final Gardeners parts = Gardeners.real();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "why do landscape gardeners need a licence",
                "Why does a landscaper need a licence?",
                "where do I apply for my landscaper licence"
            })
    void a_wrong_premise_is_recognised(String question) {
        assertThat(parts.matter.premise(parts.profile(question)))
                .map(Premise::id)
                .contains("landscaper-licence");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "do landscape gardeners need a licence",
                "which certificates do tree surgeons need",
                "what tools does a landscape gardener use",
                "why do tree surgeons need a licence"
            })
    void an_open_question_and_one_about_the_other_role_have_none(String question) {
        assertThat(parts.matter.premise(parts.profile(question)).map(Premise::id))
                .isNotEqualTo(Optional.of("landscaper-licence"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"who earns more, an arborist or a landscaper", "Which of the two jobs pays better?"})
    void a_disagreement_is_recognised(String question) {
        assertThat(disagreement(question)).map(Disagreement::id).contains("who-earns-more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"what tools do arborists use", "who trains landscapers", "what is the capital of Peru"})
    void other_questions_fall_under_no_disagreement(String question) {
        assertThat(disagreement(question)).isEmpty();
    }

    @Test
    void statements_are_found_by_key_and_unknown_keys_left_out() {
        String key = parts.row("spades").statement().key();

        assertThat(parts.matter.rows(List.of("nothing", key)))
                .extracting(r -> r.statement().key())
                .containsExactly(key);
    }

    private Optional<Disagreement> disagreement(String question) {
        CoverageCheck.Searched searched = parts.search(question);
        return parts.matter.disagreement(
                searched.profile(), parts.selector.rank(searched.profile(), searched.evidence()));
    }
}
