package dev.rolewise.learning;

/** Solves linear systems of a symmetric positive definite matrix, given by the rows of its lower half. */
final class Cholesky {
    /** Rows that are worked on together, so that each earlier row is fetched once for all of them. */
    private static final int BLOCK = 16;

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /** Overwrites the rows of {@code matrix}, of which row {@code i} has at least {@code i + 1} places; takes size³ / 6 steps. */
    static Cholesky of(double[][] matrix) {
        for (int from = 0; from < matrix.length; from += BLOCK) {
            int to = Math.min(matrix.length, from + BLOCK);
            for (int j = 0; j < to; j++) {
                double[] above = matrix[j];
                if (j >= from) {
                    above[j] = Math.sqrt(above[j] - dot(above, above, j));
                }
                for (int i = Math.max(from, j + 1); i < to; i++) {
                    matrix[i][j] = (matrix[i][j] - dot(matrix[i], above, j)) / above[j];
                }
            }
        }
        return new Cholesky(matrix);
    }

    /** The solution for a right side, which is kept; takes size² steps. */
    double[] solve(double[] right) {
        int n = right.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            x[i] = (x[i] - dot(lower[i], x, i)) / lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            for (int k = 0; k < i; k++) {
                x[k] -= lower[i][k] * x[i];
            }
        }
        return x;
    }

    /** Of the first {@code length} places; four sums, as one would wait for itself. */
    private static double dot(double[] a, double[] b, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < length; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + s2 + s3;
    }
}
