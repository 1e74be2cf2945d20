package dev.rolewise.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EmbeddingTest {
    @Test
    void it_is_scaled_to_length_one() {
        Embedding vector = Embedding.of(new float[] {3, 4});

        assertThat(vector.values()).containsExactly(0.6f, 0.8f);
        assertThat(vector.dimensions()).isEqualTo(2);
        assertThat(vector.at(1)).isEqualTo(0.8f);
    }

    @Test
    void zeros_stay_zeros() {
        assertThat(Embedding.of(new float[3]).values()).containsExactly(0, 0, 0);
        assertThat(Embedding.of(new float[3]).cosine(Embedding.of(new float[] {1, 0, 0})))
                .isZero();
    }

    @Test
    void cosine_is_that_of_the_angle() {
        Embedding east = Embedding.of(new float[] {2, 0});

        assertThat(east.cosine(Embedding.of(new float[] {5, 0}))).isCloseTo(1, within(1e-6));
        assertThat(east.cosine(Embedding.of(new float[] {0, 1}))).isZero();
        assertThat(east.cosine(Embedding.of(new float[] {-1, 0}))).isCloseTo(-1, within(1e-6));
        assertThat(east.cosine(Embedding.of(new float[] {1, 1}))).isCloseTo(Math.sqrt(0.5), within(1e-6));
    }

    @Test
    void nobody_can_change_it_from_outside() {
        float[] given = {1, 0};
        Embedding vector = Embedding.of(given);
        given[0] = 9;
        vector.values()[0] = 9;

        assertThat(vector.values()).containsExactly(1, 0);
    }

    @Test
    void vectors_of_one_direction_are_equal() {
        assertThat(Embedding.of(new float[] {2, 0}))
                .isEqualTo(Embedding.of(new float[] {8, 0}))
                .hasSameHashCodeAs(Embedding.of(new float[] {8, 0}))
                .isNotEqualTo(Embedding.of(new float[] {0, 8}));
    }
}
