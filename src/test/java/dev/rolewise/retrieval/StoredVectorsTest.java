package dev.rolewise.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.question.Embedding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredVectorsTest {
    private static final int HEADER = 12;
    private static final int EACH = 12 + BgeEmbedder.DIMENSIONS;

    private final Map<String, Embedding> vectors = random(40);

    @Test
    void vectors_come_back_with_cosines_almost_as_before() throws IOException {
        StoredVectors read = read(written(vectors));

        assertThat(read.size()).isEqualTo(vectors.size());
        vectors.forEach((a, va) -> {
            Embedding back = read.get(a).orElseThrow();
            assertThat(back.cosine(back)).isCloseTo(1, within(1e-5));
            vectors.forEach((b, vb) ->
                    assertThat(back.cosine(read.get(b).orElseThrow())).isCloseTo(va.cosine(vb), within(0.005)));
        });
    }

    @Test
    void what_was_not_stored_is_not_there() throws IOException {
        assertThat(read(written(vectors)).get("another text")).isEmpty();
        assertThat(StoredVectors.NONE.get("text 0")).isEmpty();
        assertThat(StoredVectors.NONE.size()).isZero();
    }

    @Test
    void the_file_takes_a_byte_for_each_component() throws IOException {
        assertThat(written(vectors)).hasSize(HEADER + vectors.size() * EACH);
    }

    @Test
    void what_is_read_can_be_written_again() throws IOException {
        StoredVectors once = read(written(vectors));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        once.write(out);
        StoredVectors twice = read(out.toByteArray());

        vectors.keySet().forEach(text -> assertThat(
                        twice.get(text).orElseThrow().cosine(once.get(text).orElseThrow()))
                .isCloseTo(1, within(1e-4)));
    }

    @Test
    void two_sets_together_hold_the_vectors_of_both() {
        Embedding one = vectors.get("text 0");
        StoredVectors left = StoredVectors.NONE.and(Map.of("left", one));
        StoredVectors right = StoredVectors.NONE.and(Map.of("right", one));

        assertThat(left.and(right).get("left")).contains(one);
        assertThat(left.and(right).get("right")).contains(one);
        assertThat(left.get("right")).isEmpty();
    }

    @Test
    void a_vector_of_zeros_comes_back_as_zeros() throws IOException {
        Embedding zeros = Embedding.of(new float[BgeEmbedder.DIMENSIONS]);

        assertThat(read(written(Map.of("nothing", zeros))).get("nothing")).contains(zeros);
    }

    @Test
    void foreign_files_are_refused() throws IOException {
        byte[] whole = written(vectors);

        assertThatThrownBy(() -> read("not vectors at all".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not a file of stored vectors");
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length - 1))).isInstanceOf(IOException.class);
    }

    @Test
    void a_file_that_claims_too_many_or_other_vectors_is_refused_before_it_is_read() throws IOException {
        assertThatThrownBy(() -> read(header(Integer.MAX_VALUE, BgeEmbedder.DIMENSIONS)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another kind");
        assertThatThrownBy(() -> read(header(-1, BgeEmbedder.DIMENSIONS))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(header(1, 17))).isInstanceOf(IOException.class);
    }

    private byte[] header(int count, int dimensions) throws IOException {
        byte[] whole = written(vectors);
        ByteBuffer.wrap(whole).putInt(4, count).putInt(8, dimensions);
        return whole;
    }

    private static byte[] written(Map<String, Embedding> vectors) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StoredVectors.NONE.and(vectors).write(out);
        return out.toByteArray();
    }

    private static StoredVectors read(byte[] bytes) throws IOException {
        return StoredVectors.read(new ByteArrayInputStream(bytes));
    }

    private static Map<String, Embedding> random(int count) {
        Random random = new Random(11);
        Map<String, Embedding> vectors = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            float[] values = new float[BgeEmbedder.DIMENSIONS];
            for (int j = 0; j < values.length; j++) {
                values[j] = (float) random.nextGaussian();
            }
            vectors.put("text " + i, Embedding.of(values));
        }
        return vectors;
    }
}
