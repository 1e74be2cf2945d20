package dev.rolewise.learning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Predicts by the mean target of the nearest points, nearer ones weighing more: {@code exp(-5 d²)}. Immutable; a prediction
 * reads all points.
 */
public final class NearestNeighbours {
    private static final double SHARPNESS = 5;
    private static final int MAX_POINTS = 1_000_000;
    private static final int MAX_FEATURES = 10_000;

    private final float[][] points;
    private final double[] targets;
    private final int count;

    private NearestNeighbours(float[][] points, double[] targets, int count) {
        this.points = points;
        this.targets = targets;
        this.count = count;
    }

    /**
     * Keeps the points.
     *
     * @param points at least one, all of the same length
     * @param targets one for each point
     * @param count of neighbours that are asked
     */
    public static NearestNeighbours train(List<float[]> points, double[] targets, int count) {
        return new NearestNeighbours(points.toArray(float[][]::new), targets.clone(), Math.max(1, count));
    }

    /** The predicted target of a point as long as those kept. */
    public double predict(float[] point) {
        return predict(point, -1);
    }

    /** What the others predict for the kept point at that place. */
    public double predictLeftOut(int place) {
        return predict(points[place], place);
    }

    private double predict(float[] point, int without) {
        record Neighbour(double distance, double target) {}
        PriorityQueue<Neighbour> nearest = new PriorityQueue<>(
                Comparator.comparingDouble(Neighbour::distance).reversed());
        for (int i = 0; i < points.length; i++) {
            double distance = i == without ? Double.POSITIVE_INFINITY : distance(points[i], point);
            if (Double.isInfinite(distance)) {
                continue;
            }
            if (nearest.size() < count) {
                nearest.add(new Neighbour(distance, targets[i]));
            } else if (distance < nearest.element().distance()) {
                nearest.remove();
                nearest.add(new Neighbour(distance, targets[i]));
            }
        }
        double weights = 0;
        double sum = 0;
        double least = nearest.stream().mapToDouble(Neighbour::distance).min().orElse(0);
        for (Neighbour neighbour : nearest) {
            double weight = Math.exp(-SHARPNESS * (neighbour.distance() - least));
            weights += weight;
            sum += weight * neighbour.target();
        }
        return weights == 0 ? 0 : sum / weights;
    }

    /** Writes the points. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(points.length);
        out.writeInt(points[0].length);
        out.writeInt(count);
        for (int i = 0; i < points.length; i++) {
            out.writeDouble(targets[i]);
            for (float value : points[i]) {
                out.writeFloat(value);
            }
        }
    }

    /** Reads what {@link #write} wrote. */
    public static NearestNeighbours read(DataInput in) throws IOException {
        int size = in.readInt();
        int features = in.readInt();
        int count = in.readInt();
        if (size < 1 || size > MAX_POINTS || features < 1 || features > MAX_FEATURES || count < 1) {
            throw new IOException("not the points of a regression");
        }
        float[][] points = new float[size][features];
        double[] targets = new double[size];
        for (int i = 0; i < size; i++) {
            targets[i] = in.readDouble();
            for (int j = 0; j < features; j++) {
                points[i][j] = in.readFloat();
            }
        }
        return new NearestNeighbours(points, targets, count);
    }

    private static double distance(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            float d = a[i] - b[i];
            sum += d * d;
        }
        return sum;
    }
}
