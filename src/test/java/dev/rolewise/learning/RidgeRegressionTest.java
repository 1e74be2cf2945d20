package dev.rolewise.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RidgeRegressionTest {
    @Test
    void a_line_is_found_again() {
        List<double[]> rows = rows();
        RidgeRegression model = RidgeRegression.train(rows, targets(rows), 1e-6);

        assertThat(model.predict(new double[] {1, 2, 7})).isCloseTo(3 * 1 - 2 * 2 + 5, within(1e-3));
    }

    @Test
    void a_strong_penalty_leaves_the_mean() {
        List<double[]> rows = rows();
        double[] targets = targets(rows);

        RidgeRegression model = RidgeRegression.train(rows, targets, 1e9);

        assertThat(model.predict(new double[] {10, -10, 7}))
                .isCloseTo(java.util.Arrays.stream(targets).average().orElseThrow(), within(1e-3));
    }

    @Test
    void what_was_learned_is_the_same_after_a_round_trip() throws IOException {
        List<double[]> rows = rows();
        RidgeRegression model = RidgeRegression.train(rows, targets(rows), 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));

        RidgeRegression read = RidgeRegression.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(read.predict(rows.get(0))).isEqualTo(model.predict(rows.get(0)));
        assertThatThrownBy(() -> RidgeRegression.read(new DataInputStream(new ByteArrayInputStream(new byte[50]))))
                .isInstanceOf(IOException.class);
    }

    /** Two features that count, and one that is always the same. */
    private static List<double[]> rows() {
        Random random = new Random(3);
        return IntStream.range(0, 200)
                .mapToObj(i -> new double[] {random.nextGaussian(), 4 * random.nextGaussian() + 1, 7})
                .toList();
    }

    private static double[] targets(List<double[]> rows) {
        return rows.stream().mapToDouble(r -> 3 * r[0] - 2 * r[1] + 5).toArray();
    }
}
