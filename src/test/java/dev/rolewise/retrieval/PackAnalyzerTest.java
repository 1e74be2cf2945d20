package dev.rolewise.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.testing.Packs;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackAnalyzerTest {
    private final PackAnalyzer gardeners = new PackAnalyzer(Packs.gardeners());
    private final PackAnalyzer shipped = new PackAnalyzer(Packs.shipped());

    @Test
    void words_of_one_group_of_synonyms_become_one_word() {
        assertThat(gardeners.terms("pay"))
                .hasSize(1)
                .isEqualTo(gardeners.terms("wage"))
                .isEqualTo(gardeners.terms("Salary"))
                .isEqualTo(gardeners.terms("earnings"))
                .isEqualTo(gardeners.terms("salaries"));
        assertThat(gardeners.terms("power saw")).hasSize(1).isEqualTo(gardeners.terms("chainsaws"));
    }

    @Test
    void words_of_different_groups_stay_apart() {
        assertThat(gardeners.terms("pay")).isNotEqualTo(gardeners.terms("gear"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tree surgeon",
                "Tree Surgeons",
                "tree surgery",
                "arborists",
                "a landscaper's",
                "landscape gardening"
            })
    void names_of_roles_vanish(String name) {
        assertThat(gardeners.terms("oak " + name + " rope")).containsExactly("oak", "rope");
    }

    @Test
    void the_words_of_a_name_stay_where_they_stand_alone() {
        assertThat(gardeners.terms("a tree")).containsExactly("tree");
    }

    @Test
    void words_are_reduced_to_their_stems() {
        assertThat(gardeners.terms("climbing"))
                .isEqualTo(gardeners.terms("climbs"))
                .isEqualTo(gardeners.terms("CLIMB"))
                .containsExactly("climb");
    }

    @Test
    void stop_words_vanish_and_order_and_repetitions_stay() {
        assertThat(gardeners.terms("What is the oak, and the rope, and an oak?"))
                .containsExactly("oak", "rope", "oak");
        assertThat(gardeners.terms("what is it for")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ci/cd", "precision@k", "node.js", "c++", "c#", "$100,000", "90%"})
    void words_with_signs_in_them_stay_whole(String word) {
        assertThat(gardeners.terms("oak " + word + " rope"))
                .hasSize(3)
                .containsSequence("oak")
                .endsWith("rope");
    }

    @Test
    void the_shipped_pack_keeps_its_own_words_whole() {
        assertThat(shipped.terms("precision@k")).hasSize(1);
        assertThat(shipped.terms("CI/CD")).hasSize(1);
        assertThat(shipped.terms("k8s")).isEqualTo(shipped.terms("Kubernetes"));
    }

    @Test
    void accents_do_not_matter() {
        assertThat(gardeners.terms("résumé")).isEqualTo(gardeners.terms("resume"));
    }

    @Test
    void a_text_without_words_has_none() {
        assertThat(gardeners.terms("")).isEmpty();
        assertThat(gardeners.terms("?! … 🌳")).isEmpty();
    }

    @Test
    void many_threads_may_use_it() {
        List<String> expected = gardeners.terms("climbing gear of an arborist");

        assertThat(IntStream.range(0, 500).parallel().mapToObj(i -> gardeners.terms("climbing gear of an arborist")))
                .allMatch(expected::equals);
    }
}
