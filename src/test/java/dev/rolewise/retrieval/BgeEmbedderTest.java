package dev.rolewise.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.testing.RealModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BgeEmbedderTest {
    private final Embedder embedder = RealModel.embedder();

    @ParameterizedTest
    @ValueSource(strings = {"what does a tree surgeon do", "树艺师", "x", "🌳"})
    void a_vector_has_384_components_and_length_one(String text) {
        Embedding vector = embedder.question(text);

        assertThat(vector.dimensions()).isEqualTo(384);
        assertThat(vector.cosine(vector)).isCloseTo(1, within(1e-5));
    }

    @Test
    void what_is_stored_is_given_while_the_model_loads_and_the_rest_as_by_the_loaded_one() {
        Embedding known = RealModel.embedder().statement("Something else.");
        BgeEmbedder loading = BgeEmbedder.loading(StoredVectors.NONE.and(Map.of("Python is a language.", known)));

        assertThat(loading.statement("Python is a language.").cosine(known)).isGreaterThan(0.999);
        loading.await();
        assertThat(loading.question("What is Python?"))
                .isEqualTo(RealModel.embedder().question("What is Python?"));
    }

    @Test
    void it_knows_common_words_and_no_slips() {
        assertThat(List.of("climbing", "salary", "the")).allMatch(embedder::isWord);
        assertThat(List.of("climbign", "salery", "teh", "##ing", "")).noneMatch(embedder::isWord);
    }

    @Test
    void a_paraphrase_is_nearer_than_another_matter() {
        Embedding asked = embedder.question("how much does a tree surgeon earn");

        assertThat(asked.cosine(embedder.question("what is the pay of an arborist")))
                .isGreaterThan(asked.cosine(embedder.question("how do I bake bread")) + 0.1);
    }

    @Test
    void an_answering_statement_is_nearer_than_another_one() {
        Map<String, Embedding> statements = embedder.statements(
                List.of("Tree surgeons climb with ropes and a harness.", "Bread needs flour, water and salt."));
        Embedding asked = embedder.question("what do tree surgeons climb with");

        assertThat(asked.cosine(
                        Objects.requireNonNull(statements.get("Tree surgeons climb with ropes and a harness."))))
                .isGreaterThan(
                        asked.cosine(Objects.requireNonNull(statements.get("Bread needs flour, water and salt.")))
                                + 0.1);
    }

    @Test
    void the_same_text_has_the_same_vector_alone_and_among_others() {
        Embedding alone = embedder.question("pruning");

        assertThat(embedder.questions(List.of("pruning", "felling")).get("pruning"))
                .isEqualTo(alone);
    }

    @Test
    void a_text_that_is_longer_than_the_model_reads_has_a_vector_too() {
        Embedding vector = embedder.question("pruning oak and ash ".repeat(500));

        assertThat(vector.cosine(vector)).isCloseTo(1, within(1e-5));
    }
}
