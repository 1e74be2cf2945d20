package dev.rolewise.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.learning.KernelRidge.Example;
import dev.rolewise.question.Embedding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class KernelRidgeTest {
    @Test
    void likeness_counts_meaning_words_and_letters() {
        ComparedText one = text("grow big trees", 1, 0);

        assertThat(one.likeness(one, 4)).isCloseTo(3, within(1e-6));
        assertThat(one.likeness(text("GROW, big trees!", 1, 0), 4)).isCloseTo(3, within(1e-6));
        assertThat(one.likeness(text("xyz", 1, 0), 4)).isCloseTo(1, within(1e-6));
        assertThat(one.likeness(text("grow", 1, 0), 4)).isBetween(1.5, 2.9);
        assertThat(one.likeness(text("xyz", 0, 1), 4)).isCloseTo(Math.exp(-4), within(1e-6));
        assertThat(text("", 1, 0).likeness(one, 4)).isCloseTo(1, within(1e-6));
    }

    @Test
    void the_index_finds_the_same_likenesses() {
        ComparedText[] texts = corners(30).stream().map(Example::text).toArray(ComparedText[]::new);
        ComparedText asked = text("go north east 7", 0.6f, 0.6f);

        double[] likenesses = new Likenesses(texts, 4).of(asked);

        for (int i = 0; i < texts.length; i++) {
            assertThat(likenesses[i]).isCloseTo(asked.likeness(texts[i], 4), within(1e-9));
        }
    }

    @Test
    void texts_get_the_label_of_what_is_like_them() {
        KernelRidge<String> model = KernelRidge.train(corners(40));

        Map<String, Double> scores = model.scores(text("east", 0.95f, 0.1f));

        assertThat(Collections.max(scores.entrySet(), Map.Entry.comparingByValue())
                        .getKey())
                .isEqualTo("east");
        assertThat(scores.getOrDefault("east", 0.0)).isBetween(0.7, 1.1);
        assertThat(scores.getOrDefault("north", 0.0)).isBetween(-0.2, 0.3);
    }

    @Test
    void what_is_like_nothing_has_no_label() {
        assertThat(KernelRidge.train(corners(40))
                        .scores(text("elsewhere", -1, -1))
                        .values())
                .allSatisfy(score -> assertThat(Math.abs(score)).isLessThan(0.1));
    }

    /** Two examples that are alike to the degree k, each like itself to the degree 3: (3 + 0.15) a + k b = 1, k a + (3 + 0.15) b = 0. */
    @Test
    void scores_solve_the_regression() {
        ComparedText a = text("aaaa", 1, 0);
        ComparedText b = text("bbbb", 0.8f, 0.6f);
        double k = a.likeness(b, 2);
        double determinant = 3.15 * 3.15 - k * k;

        Map<String, Double> scores = KernelRidge.train(List.of(new Example<>(a, "A"), new Example<>(b, "B")))
                .scores(a);

        assertThat(scores.getOrDefault("A", 0.0)).isCloseTo((3 * 3.15 - k * k) / determinant, within(1e-5));
        assertThat(scores.getOrDefault("B", 0.0)).isCloseTo((3.15 * k - 3 * k) / determinant, within(1e-5));
    }

    @Test
    void of_many_examples_only_the_nearest_are_asked_with_the_same_result() {
        ComparedText asked = text("east", 0.95f, 0.1f);

        Map<String, Double> many = KernelRidge.train(corners(4100)).scores(asked);

        assertThat(many.getOrDefault("east", 0.0)).isBetween(0.8, 1.1);
        assertThat(many.getOrDefault("north", 0.0)).isBetween(-0.1, 0.1);
    }

    @Test
    void it_reads_what_it_wrote_and_nothing_else() throws IOException {
        for (int size : List.of(40, 4100)) {
            KernelRidge<String> model = KernelRidge.train(corners(size));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            model.write(new DataOutputStream(bytes), Function.identity());
            KernelRidge<String> again = KernelRidge.read(
                    new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), Function.identity());
            ComparedText asked = text("north east", 0.7f, 0.7f);
            Map<String, Double> scores = model.scores(asked);

            assertThat(again.scores(asked)).allSatisfy((label, score) -> assertThat(score)
                    .isCloseTo(scores.getOrDefault(label, 9.0), within(1e-5)));
        }
        assertThatThrownBy(() -> KernelRidge.read(
                        new DataInputStream(new ByteArrayInputStream(new byte[64])), Function.identity()))
                .isInstanceOf(IOException.class);
    }

    private static List<Example<String>> corners(int size) {
        Random random = new Random(3);
        List<Example<String>> examples = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            float off = random.nextFloat() * 0.3f;
            examples.add(
                    i % 2 == 0
                            ? new Example<>(text("go east " + i, 1, off), "east")
                            : new Example<>(text("go north " + i, off, 1), "north"));
        }
        return examples;
    }

    private static ComparedText text(String text, float... vector) {
        return ComparedText.of(text, Embedding.of(vector));
    }
}
