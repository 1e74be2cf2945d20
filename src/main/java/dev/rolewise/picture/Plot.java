package dev.rolewise.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Arrays;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Lines and marks on one XChart plot that lies over a whole sheet. Across, 0 to 1 are the margins; down, it counts pixels of
 * the sheet, so that texts can stand beside what it shows. It draws no text.
 */
final class Plot {
    /** How far it reaches beyond 0 and 1, for marks that stand there. */
    private static final double OVERHANG = Sheet.MARGIN / (double) Sheet.INNER;

    private static final Color NONE = new Color(0, 0, 0, 0);

    private final XYChart chart;
    private final int height;
    private int series;

    /**
     * @param height of the sheet, in pixels
     * @param font in which XChart measures what it does not draw; a machine may have none of its own
     */
    Plot(int height, Font font) {
        this.height = height;
        chart = new XYChart(Sheet.WIDTH, height);
        bare(chart.getStyler(), font);
    }

    /** A level line, its ends cut off square at their values. */
    void line(double from, double to, double y, int thickness, Color color) {
        XYSeries line = add(new double[] {from, to}, y);
        line.setMarker(SeriesMarkers.NONE);
        line.setLineColor(color);
        line.setLineStyle(new BasicStroke(thickness, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    }

    /** A mark whose middle is at a value. */
    void mark(Mark mark, double at, double y, int size) {
        XYSeries point = add(new double[] {at}, y);
        point.setLineStyle(SeriesLines.NONE);
        point.setMarkerColor(mark.color());
        point.setMarker(new Marker() {
            @Override
            public void paint(Graphics2D g, double x, double markY, int ignored) {
                g.fill(mark.at(x, markY, size));
            }
        });
    }

    void paint(Graphics2D g) {
        Graphics2D own = (Graphics2D) g.create();
        try {
            chart.paint(own, Sheet.WIDTH, height);
        } finally {
            own.dispose();
        }
    }

    private XYSeries add(double[] at, double y) {
        double[] fromBottom = new double[at.length];
        Arrays.fill(fromBottom, height - y);
        series++;
        return chart.addSeries("series " + series, at, fromBottom);
    }

    private void bare(XYStyler styler, Font font) {
        styler.setBaseFont(font);
        styler.setChartTitleFont(font);
        styler.setLegendFont(font);
        styler.setAxisTitleFont(font);
        styler.setAxisTickLabelsFont(font);
        styler.setXAxisMin(-OVERHANG);
        styler.setXAxisMax(1 + OVERHANG);
        styler.setYAxisMin(0.0);
        styler.setYAxisMax((double) height);
        styler.setAxisTicksVisible(false);
        styler.setAxisTitlesVisible(false);
        styler.setPlotGridLinesVisible(false);
        styler.setPlotMargin(0);
        styler.setPlotContentSize(1);
        styler.setPlotBorderVisible(false);
        styler.setPlotBackgroundColor(NONE);
        styler.setChartBackgroundColor(NONE);
        styler.setChartPadding(0);
        styler.setChartTitleVisible(false);
        styler.setLegendVisible(false);
    }
}
