package dev.rolewise.learning;

/** The Cholesky factor of a symmetric positive definite matrix, for solving equations with it. Immutable. */
final class Cholesky {
    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /** Takes time as the third power of the size; the lower half of {@code a} is given and overwritten. */
    static Cholesky of(double[][] a) {
        int n = a.length;
        for (int i = 0; i < n; i++) {
            double[] row = a[i];
            for (int j = 0; j <= i; j++) {
                double[] other = a[j];
                double sum = row[j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * other[k];
                }
                row[j] = i == j ? Math.sqrt(sum) : sum / other[j];
            }
        }
        return new Cholesky(a);
    }

    /** The solution for one right side. */
    double[] solve(double[] right) {
        int n = right.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            double[] row = lower[i];
            for (int k = 0; k < i; k++) {
                x[i] -= row[k] * x[k];
            }
            x[i] /= row[i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double[] row = lower[i];
            x[i] /= row[i];
            for (int k = 0; k < i; k++) {
                x[k] -= row[k] * x[i];
            }
        }
        return x;
    }
}
