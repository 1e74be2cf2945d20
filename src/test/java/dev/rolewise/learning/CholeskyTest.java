package dev.rolewise.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyTest {
    @Test
    void the_solution_gives_the_right_side_again() {
        Random random = new Random(2);
        int n = 41;
        double[][] root = new double[n][n];
        for (double[] row : root) {
            for (int i = 0; i < n; i++) {
                row[i] = random.nextGaussian();
            }
        }
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    matrix[i][j] += root[i][k] * root[j][k];
                }
                matrix[i][j] += i == j ? 1 : 0;
            }
        }
        double[] right = random.doubles(n).toArray();
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = java.util.Arrays.copyOf(matrix[i], i + 1);
        }

        double[] x = Cholesky.of(lower).solve(right);

        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += matrix[i][j] * x[j];
            }
            assertThat(sum).isCloseTo(right[i], within(1e-9));
        }
    }
}
