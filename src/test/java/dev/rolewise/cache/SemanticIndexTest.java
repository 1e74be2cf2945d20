package dev.rolewise.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rolewise.question.Embedding;
import dev.rolewise.question.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SemanticIndexTest {
    private static final int DIMENSIONS = 384;
    private static final Scope SERVER = new Scope(Optional.of("100"));

    private final SemanticIndex index = new SemanticIndex();
    private final Random random = new Random(7);

    @Test
    void the_nearest_come_first_and_the_far_ones_not_at_all() {
        Embedding asked = vector();
        ExactKey near = put("near", near(asked, 0.2));
        ExactKey same = put("same", asked);
        put("far", vector());

        assertThat(index.nearest(Scope.INSTALLATION, asked, 5, 0.5)).containsExactly(same, near);
        assertThat(index.nearest(Scope.INSTALLATION, asked, 1, 0.5)).containsExactly(same);
        assertThat(index.nearest(Scope.INSTALLATION, asked, 0, 0.5)).isEmpty();
    }

    @Test
    void no_scope_sees_another() {
        Embedding asked = vector();
        put("here", asked);

        assertThat(index.nearest(SERVER, asked, 5, -1)).isEmpty();
    }

    @Test
    void what_was_removed_is_not_found_and_what_was_replaced_has_moved() {
        Embedding asked = vector();
        ExactKey gone = put("gone", asked);
        put("moved", asked);
        ExactKey moved = put("moved", near(asked, 0.3));
        index.remove(gone);
        index.remove(gone);

        assertThat(index.nearest(Scope.INSTALLATION, asked, 5, 0.9)).containsExactly(moved);
        index.remove(moved);
        assertThat(index.nearest(Scope.INSTALLATION, asked, 5, -1)).isEmpty();
    }

    @Test
    void among_many_a_near_one_is_found_as_by_computing_every_cosine() {
        List<Embedding> centres = IntStream.range(0, 40).mapToObj(i -> vector()).toList();
        List<Embedding> all = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            Embedding vector = near(centres.get(i % centres.size()), 0.6);
            all.add(vector);
            put("q" + i, vector);
        }
        for (int i = 0; i < 5_000; i++) {
            index.remove(key("q" + i));
        }
        int found = 0;
        for (int i = 0; i < 100; i++) {
            int target = 5_000 + random.nextInt(15_000);
            Embedding asked = near(all.get(target), 0.25);
            int best = IntStream.range(5_000, 20_000)
                    .boxed()
                    .max(Comparator.comparingDouble(j -> all.get(j).cosine(asked)))
                    .orElseThrow();
            found += index.nearest(Scope.INSTALLATION, asked, 1, 0.5).equals(List.of(key("q" + best))) ? 1 : 0;
        }

        assertThat(found).isGreaterThanOrEqualTo(99);
    }

    @Test
    void another_number_of_dimensions_is_refused() {
        put("one", vector());

        assertThatIllegalArgumentException().isThrownBy(() -> put("two", Embedding.of(new float[] {1, 0})));
    }

    private ExactKey put(String text, Embedding embedding) {
        ExactKey key = key(text);
        index.put(key, embedding);
        return key;
    }

    private static ExactKey key(String text) {
        return new ExactKey(text, "-", Scope.INSTALLATION);
    }

    private Embedding vector() {
        float[] values = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            values[i] = (float) random.nextGaussian() + 0.5f;
        }
        return Embedding.of(values);
    }

    private Embedding near(Embedding to, double noise) {
        float[] values = to.values();
        for (int i = 0; i < DIMENSIONS; i++) {
            values[i] += (float) (random.nextGaussian() * noise / Math.sqrt(DIMENSIONS));
        }
        return Embedding.of(values);
    }
}
