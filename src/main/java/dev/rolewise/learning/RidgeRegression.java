package dev.rolewise.learning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Linear regression with an L2 penalty on features scaled to mean 0 and deviation 1. Immutable once trained. */
public final class RidgeRegression {
    private static final int MAX_FEATURES = 10_000;
    private static final double CONSTANT = 1e-9;

    private final double[] means;
    private final double[] scales;
    private final double[] weights;
    private final double intercept;

    private RidgeRegression(double[] means, double[] scales, double[] weights, double intercept) {
        this.means = means;
        this.scales = scales;
        this.weights = weights;
        this.intercept = intercept;
    }

    /**
     * Solves the normal equations by Cholesky's method; takes time as rows × features² + features³.
     *
     * @param rows at least one, all of the same length
     * @param targets one for each row
     * @param penalty above 0; added to the diagonal, whose own terms are the number of rows
     */
    public static RidgeRegression train(List<double[]> rows, double[] targets, double penalty) {
        int size = rows.get(0).length;
        double[] means = new double[size];
        double[] scales = new double[size];
        for (double[] row : rows) {
            for (int i = 0; i < size; i++) {
                means[i] += row[i] / rows.size();
            }
        }
        for (double[] row : rows) {
            for (int i = 0; i < size; i++) {
                scales[i] += (row[i] - means[i]) * (row[i] - means[i]) / rows.size();
            }
        }
        for (int i = 0; i < size; i++) {
            scales[i] = scales[i] < CONSTANT ? 1 : Math.sqrt(scales[i]);
        }
        double intercept = Arrays.stream(targets).average().orElse(0);
        double[][] square = new double[size][size];
        double[] right = new double[size];
        for (int n = 0; n < targets.length; n++) {
            double[] x = scaled(rows.get(n), means, scales);
            for (int i = 0; i < size; i++) {
                right[i] += x[i] * (targets[n] - intercept);
                for (int j = 0; j <= i; j++) {
                    square[i][j] += x[i] * x[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            square[i][i] += penalty;
        }
        return new RidgeRegression(means, scales, Cholesky.of(square).solve(right), intercept);
    }

    /** The predicted target of a row as long as those trained on. */
    public double predict(double[] row) {
        double[] x = scaled(row, means, scales);
        double sum = intercept;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * x[i];
        }
        return sum;
    }

    /** A row in units of deviations from the mean of the rows trained on. */
    public double[] scaled(double[] row) {
        return scaled(row, means, scales);
    }

    /** How many features a row has. */
    public int size() {
        return weights.length;
    }

    /** Writes what was learned. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(weights.length);
        out.writeDouble(intercept);
        for (int i = 0; i < weights.length; i++) {
            out.writeDouble(means[i]);
            out.writeDouble(scales[i]);
            out.writeDouble(weights[i]);
        }
    }

    /** Reads what {@link #write} wrote. */
    public static RidgeRegression read(DataInput in) throws IOException {
        int size = in.readInt();
        if (size < 1 || size > MAX_FEATURES) {
            throw new IOException("not the weights of a regression");
        }
        double intercept = in.readDouble();
        double[] means = new double[size];
        double[] scales = new double[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            means[i] = in.readDouble();
            scales[i] = in.readDouble();
            weights[i] = in.readDouble();
        }
        return new RidgeRegression(means, scales, weights, intercept);
    }

    private static double[] scaled(double[] row, double[] means, double[] scales) {
        double[] x = new double[row.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (row[i] - means[i]) / scales[i];
        }
        return x;
    }
}
