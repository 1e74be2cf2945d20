package dev.rolewise.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rolewise.command.Attachment;
import dev.rolewise.command.Block;
import dev.rolewise.compare.ComparisonPainter;
import dev.rolewise.fit.ResultPainter;
import dev.rolewise.fit.ResultPicture;
import dev.rolewise.picture.PictureMaker;
import dev.rolewise.picture.ScaleChart;
import dev.rolewise.picture.TablePicture;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What draws the pictures of the features. Thread-safe.
 *
 * @param comparisons draws parts of the table; the latest few are kept, as many people want the same
 * @param results draws results of quizzes
 */
record Pictures(ComparisonPainter comparisons, ResultPainter results) {
    /** Where nothing can be drawn, or nobody could see it. */
    static final Pictures NONE = new Pictures(ComparisonPainter.NONE, ResultPainter.NONE);

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);

    /** Each has some 100 KB. */
    private static final int KEPT_TABLES = 32;

    private static final String GAP = " · ";
    private static final String NO_BREAK = "\u00a0";

    /** Loads what drawing needs; {@link #NONE} where this machine cannot draw, which the log has been told. */
    static Pictures open() {
        return PictureMaker.open()
                .map(maker -> new Pictures(kept(maker), result -> drawn(() -> maker.scales(chart(result)))))
                .orElse(NONE);
    }

    /** Whether anything can be drawn. */
    boolean possible() {
        return comparisons != ComparisonPainter.NONE;
    }

    private interface Drawing {
        Attachment draw();
    }

    private static ComparisonPainter kept(PictureMaker maker) {
        Cache<TablePicture, Optional<Attachment>> cache =
                Caffeine.newBuilder().maximumSize(KEPT_TABLES).build();
        return (title, table, sources) -> {
            try {
                TablePicture picture = picture(title, table, sources);
                return cache.get(picture, p -> drawn(() -> maker.table(p)));
            } catch (IllegalArgumentException e) {
                LOG.warn("a table is shown as text: {}", e.getMessage());
                return Optional.empty();
            }
        };
    }

    private static Optional<Attachment> drawn(Drawing drawing) {
        try {
            return Optional.of(drawing.draw());
        } catch (IllegalArgumentException e) {
            LOG.warn("no picture is shown: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static TablePicture picture(String title, Block.Table table, List<String> sources) {
        String footer = String.join(GAP, sources);
        return new TablePicture(
                title,
                "",
                table.columns(),
                table.rows().stream().map(Pictures::unbroken).toList(),
                footer.length() <= TablePicture.MAX_CELL ? footer : "The text version names the sources.");
    }

    /** The numbers of its sources stay with the last word of a cell. */
    private static List<String> unbroken(List<String> row) {
        return row.stream().map(cell -> cell.replace(" [", NO_BREAK + "[")).toList();
    }

    private static ScaleChart chart(ResultPicture result) {
        return new ScaleChart(
                result.title(),
                result.subtitle(),
                result.who(),
                result.shares().stream()
                        .map(share -> new ScaleChart.Share(share.role().field(), share.percent()))
                        .toList(),
                result.rows().stream().map(row -> scale(result, row)).toList(),
                result.footer());
    }

    /** There are scales only between the first two roles. */
    private static ScaleChart.Scale scale(ResultPicture result, ResultPicture.Row row) {
        String low = result.shares().get(0).role().field();
        String high = result.shares().get(1).role().field();
        return new ScaleChart.Scale(
                row.label(),
                row.lowEnd(),
                row.highEnd(),
                row.member(),
                List.of(new ScaleChart.Point(low, row.lowRole()), new ScaleChart.Point(high, row.highRole())));
    }
}
