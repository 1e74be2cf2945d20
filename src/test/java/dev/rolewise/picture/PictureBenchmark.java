package dev.rolewise.picture;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Times the drawing, warm: {@code mvn -q test-compile exec:java@picture-benchmark}. */
public final class PictureBenchmark {
    private static final int WARM_UP = 40;
    private static final int RUNS = 101;

    private PictureBenchmark() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PictureMaker maker = PictureMaker.open().orElseThrow();
        TablePicture table = Samples.table(2, 8);
        TablePicture longest = Samples.longest(3);
        ScaleChart chart = Samples.chart(10);
        out.println(line("table, 2 roles, 8 rows", () -> maker.table(table).bytes().length));
        out.println(line(
                "table, 3 roles, 8 rows, every cell full",
                () -> maker.table(longest).bytes().length));
        out.println(line("result, 10 scales", () -> maker.scales(chart).bytes().length));
    }

    /** Draws and says how many bytes it gave. */
    private interface Drawing {
        int draw();
    }

    private static String line(String name, Drawing drawing) {
        int bytes = 0;
        long[] nanos = new long[RUNS];
        for (int run = -WARM_UP; run < RUNS; run++) {
            long start = System.nanoTime();
            bytes = drawing.draw();
            nanos[Math.max(run, 0)] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%s: median %.0f ms, 95%% within %.0f ms, %d KB",
                name,
                nanos[RUNS / 2] / 1e6,
                nanos[RUNS * 95 / 100] / 1e6,
                bytes / 1000);
    }
}
