package dev.rolewise.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNeighboursTest {
    private static final List<float[]> POINTS =
            List.of(new float[] {0, 0}, new float[] {0, 1}, new float[] {5, 5}, new float[] {5, 6});
    private static final NearestNeighbours MODEL = NearestNeighbours.train(POINTS, new double[] {1, 1, 3, 3}, 2);

    @Test
    void the_nearest_decide() {
        assertThat(MODEL.predict(new float[] {0, 0.5f})).isCloseTo(1, within(1e-9));
        assertThat(MODEL.predict(new float[] {50, 50})).isCloseTo(3, within(1e-9));
    }

    @Test
    void the_nearer_of_two_weighs_more() {
        NearestNeighbours model =
                NearestNeighbours.train(List.of(new float[] {0}, new float[] {1}), new double[] {0, 1}, 2);

        assertThat(model.predict(new float[] {0.1f})).isLessThan(0.1);
    }

    @Test
    void a_point_left_out_does_not_predict_itself() {
        NearestNeighbours model =
                NearestNeighbours.train(List.of(new float[] {0}, new float[] {1}), new double[] {0, 1}, 1);

        assertThat(model.predictLeftOut(0)).isEqualTo(1);
    }

    @Test
    void points_are_the_same_after_a_round_trip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        MODEL.write(new DataOutputStream(bytes));

        NearestNeighbours read =
                NearestNeighbours.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

        assertThat(read.predict(new float[] {4, 4})).isEqualTo(MODEL.predict(new float[] {4, 4}));
    }
}
