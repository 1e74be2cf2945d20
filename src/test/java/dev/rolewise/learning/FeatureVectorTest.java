package dev.rolewise.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.question.Embedding;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureVectorTest {
    private static final int BUCKETS = 64;
    private static final Embedding TWO = Embedding.of(new float[] {3, 4});

    @Test
    void embedding_words_and_numbers_have_places_of_their_own() {
        FeatureVector vector = FeatureVector.of(TWO, 2, List.of("oak"), BUCKETS, 7, 9);

        assertThat(vector.size()).isEqualTo(5);
        assertThat(vector.value(0)).isCloseTo(1.2f, within(1e-6f));
        assertThat(vector.value(1)).isCloseTo(1.6f, within(1e-6f));
        assertThat(vector.index(2)).isBetween(2, 1 + BUCKETS);
        assertThat(vector.index(3)).isEqualTo(2 + BUCKETS);
        assertThat(vector.value(3)).isEqualTo(7);
        assertThat(vector.index(4)).isEqualTo(3 + BUCKETS).isEqualTo(vector.highestIndex());
    }

    @Test
    void words_together_have_length_one_however_many_they_are() {
        FeatureVector vector = FeatureVector.of(TWO, 0, List.of("oak", "ash", "elm", "oak", "oak"), BUCKETS);
        double squares = 0;
        for (int i = 2; i < vector.size(); i++) {
            squares += vector.value(i) * vector.value(i);
        }

        assertThat(vector.size()).isEqualTo(5);
        assertThat(squares).isCloseTo(1, within(1e-6));
    }

    @Test
    void the_same_word_always_has_the_same_place() {
        assertThat(FeatureVector.of(TWO, 1, List.of("oak"), BUCKETS).index(2))
                .isEqualTo(
                        FeatureVector.of(TWO, 1, List.of("ash", "oak"), BUCKETS).index(3));
    }

    @Test
    void a_question_without_words_is_a_vector_too() {
        assertThat(FeatureVector.of(TWO, 1, List.of(), BUCKETS).size()).isEqualTo(2);
    }
}
