package dev.rolewise.picture;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final List<String> COLUMNS = List.of("", "A");
    private static final List<String> ROW = List.of("Row", "Cell");

    @Test
    void a_table_has_bounds() {
        refused(
                () -> table("T", COLUMNS, Collections.nCopies(9, ROW)),
                "the number of rows in a picture is 1 to 8, not 9");
        refused(() -> table("T", COLUMNS, List.of()), "not 0");
        refused(() -> table("T", List.of("", "A", "B", "C", "D", "E"), List.of(ROW)), "the number of columns");
        refused(() -> table("T", COLUMNS, List.of(List.of("Row"))), "cells of a row");
        refused(() -> table("x".repeat(161), COLUMNS, List.of(ROW)), "a title of a picture has at most 160 characters");
        refused(() -> table("T", COLUMNS, List.of(List.of("Row", "x".repeat(321)))), "cell");
    }

    @Test
    void a_result_has_bounds() {
        refused(() -> new ScaleChart.Share("A", 101), "per cent");
        refused(() -> scale(Double.NaN, List.of()), "from 0 to 1, not NaN");
        refused(() -> scale(1.01, List.of()), "from 0 to 1");
        refused(() -> new ScaleChart.Point("A", -0.1), "from 0 to 1");
        refused(
                () -> scale(0, List.of(new ScaleChart.Point("A", 0), new ScaleChart.Point("A", 1))),
                "different roles on a scale");
        refused(() -> chart(6, 0), "the number of shares");
        refused(() -> chart(1, 11), "the number of scales");
    }

    private static TablePicture table(String title, List<String> columns, List<List<String>> rows) {
        return new TablePicture(title, "", columns, rows, "");
    }

    private static ScaleChart.Scale scale(double at, List<ScaleChart.Point> roles) {
        return new ScaleChart.Scale("S", "low", "high", at, roles);
    }

    private static ScaleChart chart(int shares, int scales) {
        return new ScaleChart(
                "T",
                "",
                Collections.nCopies(shares, new ScaleChart.Share("A", 1)),
                Collections.nCopies(scales, scale(0, List.of())),
                "");
    }

    private static void refused(ThrowingCallable call, String why) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(why);
    }
}
