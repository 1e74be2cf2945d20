package dev.rolewise.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.learning.LogisticRegression.Example;
import dev.rolewise.question.Embedding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    private static final List<Example<String>> SEPARABLE = List.of(
            example("tree", "oak", "climb"),
            example("tree", "ash", "climb", "rope"),
            example("tree", "oak", "rope"),
            example("garden", "patio", "stone"),
            example("garden", "wall", "stone"),
            example("garden", "patio", "wall", "fence"),
            example("sea", "boat"),
            example("sea", "boat", "wave"));

    @Test
    void a_separable_set_is_learnt() {
        LogisticRegression<String> model = LogisticRegression.train(SEPARABLE, 1e-4, 150);

        assertThat(SEPARABLE)
                .allSatisfy(e -> assertThat(best(model, e.vector())).isEqualTo(e.label()));
        assertThat(best(model, words("rope", "oak", "climb"))).isEqualTo("tree");
        assertThat(best(model, words("fence"))).isEqualTo("garden");
    }

    @Test
    void probabilities_sum_to_one_and_name_every_label_in_order() {
        LogisticRegression<String> model = LogisticRegression.train(SEPARABLE, 1e-4, 150);

        Stream.of(words("oak"), words("never seen"), words(), words("oak", "patio", "boat"))
                .forEach(x -> {
                    Map<String, Double> p = model.probabilities(x);
                    assertThat(p.keySet()).containsExactly("tree", "garden", "sea");
                    assertThat(p.values().stream().mapToDouble(d -> d).sum()).isCloseTo(1, within(1e-9));
                    assertThat(p.values()).allSatisfy(d -> assertThat(d).isBetween(0.0, 1.0));
                });
    }

    @Test
    void the_same_data_give_the_same_weights() {
        LogisticRegression<String> one = LogisticRegression.train(SEPARABLE, 1e-4, 50);
        LogisticRegression<String> other = LogisticRegression.train(SEPARABLE, 1e-4, 50);

        assertThat(one.probabilities(words("oak", "stone"))).isEqualTo(other.probabilities(words("oak", "stone")));
    }

    @Test
    void what_was_never_seen_goes_by_how_often_a_label_was() {
        List<Example<String>> uneven =
                List.of(example("often", "a"), example("often", "b"), example("often", "c"), example("seldom", "d"));
        LogisticRegression<String> model = LogisticRegression.train(uneven, 1e-2, 150);

        assertThat(best(model, words("zzz"))).isEqualTo("often");
    }

    @Test
    void more_decay_makes_it_less_sure() {
        double lightly = LogisticRegression.train(SEPARABLE, 1e-5, 150)
                .probabilities(words("oak"))
                .getOrDefault("tree", 0.0);
        double strongly = LogisticRegression.train(SEPARABLE, 1e-1, 150)
                .probabilities(words("oak"))
                .getOrDefault("tree", 0.0);

        assertThat(strongly).isLessThan(lightly);
    }

    @Test
    void a_feature_beyond_those_of_the_training_is_left_out() {
        LogisticRegression<String> model =
                LogisticRegression.train(List.of(number("low", -1), number("high", 1)), 1e-4, 100);
        FeatureVector longer = FeatureVector.of(Embedding.of(new float[0]), 1, List.of(), 0, 1, 100, -100);

        assertThat(best(model, longer)).isEqualTo("high");
    }

    @Test
    void what_was_learned_survives_writing_and_reading() throws IOException {
        LogisticRegression<String> model = LogisticRegression.train(SEPARABLE, 1e-4, 50);

        LogisticRegression<String> read = LogisticRegression.read(in(written(model)), label -> label);

        assertThat(read.probabilities(words("oak", "stone"))).isEqualTo(model.probabilities(words("oak", "stone")));
    }

    @Test
    void foreign_and_cut_off_bytes_are_refused() throws IOException {
        byte[] whole = written(LogisticRegression.train(SEPARABLE, 1e-4, 5));

        assertThatThrownBy(() -> LogisticRegression.read(in(new byte[] {0, 1, 0, 0, 0, 0, 0, 9}), l -> l))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not the weights");
        assertThatThrownBy(() -> LogisticRegression.read(in(new byte[] {0, 0, 0, 1, 127, 0, 0, 0}), l -> l))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not the weights");
        assertThatThrownBy(() -> LogisticRegression.read(in(Arrays.copyOf(whole, whole.length - 1)), l -> l))
                .isInstanceOf(IOException.class);
    }

    private static byte[] written(LogisticRegression<String> model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes), label -> label);
        return bytes.toByteArray();
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }

    private static Example<String> example(String label, String... words) {
        return new Example<>(words(words), label);
    }

    private static Example<String> number(String label, double value) {
        return new Example<>(FeatureVector.of(Embedding.of(new float[0]), 1, List.of(), 0, value), label);
    }

    private static FeatureVector words(String... words) {
        return FeatureVector.of(Embedding.of(new float[0]), 1, List.of(words), 4096);
    }

    private static String best(LogisticRegression<String> model, FeatureVector x) {
        return Collections.max(model.probabilities(x).entrySet(), Map.Entry.comparingByValue())
                .getKey();
    }
}
