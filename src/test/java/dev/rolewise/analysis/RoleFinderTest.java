package dev.rolewise.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.testing.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleFinderTest {
    private static final String TREES = "tree-surgeon";
    private static final String GARDENS = "landscape-gardener";

    private final RoleFinder gardeners = new RoleFinder(Packs.gardeners());
    private final RoleFinder shipped = new RoleFinder(Packs.shipped());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what is a tree surgeon",
                "Tree Surgeons?",
                "a tree-surgeon's day",
                "about arborists",
                "is an ARBORIST busy",
                "tree surgery as a job",
                "what do tree  climbers do"
            })
    void names_plurals_fields_and_aliases_point_to_their_role(String text) {
        assertThat(gardeners.roles(text)).containsExactly(TREES);
    }

    @Test
    void roles_come_in_the_order_in_which_they_are_named() {
        assertThat(gardeners.roles("landscaper or arborist?")).containsExactly(GARDENS, TREES);
        assertThat(gardeners.roles("arborist or landscaper?")).containsExactly(TREES, GARDENS);
    }

    @Test
    void a_role_named_twice_counts_once() {
        assertThat(gardeners.roles("arborists, tree surgeons and an arborist")).containsExactly(TREES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"what do both earn", "does either need a licence", "which of the two pays", "neither?"})
    void both_and_its_like_mean_all_roles_where_none_is_named(String text) {
        assertThat(gardeners.roles(text)).containsExactly(TREES, GARDENS);
    }

    @Test
    void a_hint_counts_where_no_name_stands() {
        assertThat(gardeners.roles("I love patios")).containsExactly(GARDENS);
        assertThat(gardeners.roles("would an arborist build patios")).containsExactly(TREES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"what is the pay", "", "streets and surgeons", "arboristic", "a gardenia"})
    void other_words_and_parts_of_words_name_no_role(String text) {
        assertThat(gardeners.roles(text)).isEmpty();
    }

    @Test
    void mentions_say_where_each_name_stands_and_never_overlap() {
        String text = "Is a garden landscaper an Arborist?";

        assertThat(gardeners.mentions(text))
                .extracting(m -> text.substring(m.start(), m.end()))
                .containsExactly("garden landscaper", "Arborist");
    }

    @ParameterizedTest
    @CsvSource({
        "AI/ML engineers",
        "ML or AI engineer",
        "AI and ML engineering",
        "ml vs ai engineers",
        "an ML engineer or AI",
        "AI engineering vs ML",
        "MLE vs AIE",
        "machine learning engineer / LLM dev"
    })
    void two_roles_that_share_a_word_are_both_found(String text) {
        assertThat(shipped.roles(text)).containsExactlyInAnyOrder("ml-engineer", "ai-engineer");
    }

    @Test
    void a_name_and_a_hint_in_it_are_one_mention() {
        assertThat(shipped.mentions("AI engineers or ML engineers")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"ML enginer,ml-engineer", "ai enginer,ai-engineer", "ml engr,ml-engineer", "A.I. engineer,ai-engineer"})
    void listed_typos_are_names_too(String text, String role) {
        assertThat(shipped.roles("what does an " + text + " do")).containsExactly(role);
    }

    @Test
    void a_hint_of_another_role_does_not_count_beside_a_name() {
        assertThat(shipped.roles("does an ML engineer use LangChain")).containsExactly("ml-engineer");
    }
}
