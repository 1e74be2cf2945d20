package dev.rolewise.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Lays out a result: bars for the shares, a legend, and the scales below each other. */
final class ScaleLayout {
    private static final int MARK = 30;
    private static final int MARK_ROOM = 46;
    private static final int PIN = 50;
    private static final int BAR = 22;
    private static final int GAP = 36;

    /** From the bottom of a scale's name to its line: room for the pin above the marks. */
    private static final int TO_TRACK = 70;

    private static final double HALF = (Sheet.INNER - GAP) / 2.0;
    private static final double PERCENT = 120;

    private final Sheet sheet;
    private final ScaleChart chart;
    private final List<String> labels;
    private final List<Consumer<Plot>> plotted = new ArrayList<>();

    private ScaleLayout(Sheet sheet, ScaleChart chart) {
        this.sheet = sheet;
        this.chart = chart;
        labels = chart.labels();
    }

    /** Places everything, and returns the height of the card. */
    static int lay(Sheet sheet, ScaleChart chart) {
        return new ScaleLayout(sheet, chart).lay();
    }

    private int lay() {
        double y = CardFrame.head(sheet, chart.title(), chart.subtitle()) + 32;
        y = shares(y);
        if (!chart.scales().isEmpty()) {
            CardFrame.line(sheet, Sheet.MARGIN, y + 4, Sheet.INNER);
            y = legend(y + 32) + 12;
            for (ScaleChart.Scale scale : chart.scales()) {
                y = scale(scale, y + 28);
            }
        }
        int height = CardFrame.foot(sheet, chart.footer(), y + 4);
        Plot plot = new Plot(height, sheet.font(TextStyle.SMALL));
        plotted.forEach(item -> item.accept(plot));
        sheet.draw(plot::paint);
        return height;
    }

    private double shares(double top) {
        double y = top;
        for (ScaleChart.Share share : chart.shares()) {
            double below = named(mark(share.label()), share.label(), Sheet.MARGIN, y, Sheet.INNER - PERCENT);
            sheet.rightText(share.percent() + "%", TextStyle.NAME, Palette.INK, Sheet.MARGIN, y, Sheet.INNER);
            double middle = below + 10 + BAR / 2.0;
            line(0, 1, middle, BAR, Palette.FAINT);
            line(0, share.percent() / 100.0, middle, BAR, mark(share.label()).color());
            y = middle + BAR / 2.0 + 24;
        }
        return y;
    }

    private double legend(double top) {
        double x = Sheet.MARGIN;
        double y = top;
        double below = y;
        for (int i = 0; i <= labels.size(); i++) {
            String label = i < labels.size() ? labels.get(i) : chart.who();
            Mark mark = i < labels.size() ? mark(label) : Mark.PERSON;
            double width = MARK_ROOM + sheet.width(label, TextStyle.SMALL);
            if (x > Sheet.MARGIN && x + width > Sheet.MARGIN + Sheet.INNER) {
                x = Sheet.MARGIN;
                y = below;
            }
            sheet.fill(mark.at(x + MARK / 2.0, y + TextStyle.SMALL.lineHeight() / 2.0, size(mark)), mark.color());
            below = sheet.text(label, TextStyle.SMALL, Palette.INK, x + MARK_ROOM, y, Sheet.INNER - MARK_ROOM);
            x += width + GAP;
        }
        return below;
    }

    private double scale(ScaleChart.Scale scale, double top) {
        double below = sheet.text(scale.label(), TextStyle.NAME, Palette.INK, Sheet.MARGIN, top, Sheet.INNER);
        double track = below + TO_TRACK;
        line(0, 1, track, 4, Palette.TRACK);
        for (double end : List.of(0.0, 0.5, 1.0)) {
            line(end - 2.0 / Sheet.INNER, end + 2.0 / Sheet.INNER, track, 20, Palette.TRACK);
        }
        List<ScaleChart.Point> points = scale.roles().stream()
                .sorted(Comparator.comparingDouble(ScaleChart.Point::at).thenComparing(point -> mark(point.label())))
                .toList();
        double[] places =
                Spread.apart(points.stream().mapToDouble(ScaleChart.Point::at).toArray(), (MARK + 6.0) / Sheet.INNER);
        for (int i = 0; i < places.length; i++) {
            mark(mark(points.get(i).label()), places[i], track, MARK);
        }
        mark(Mark.PERSON, scale.member(), track - MARK / 2.0 - PIN / 2.0 - 3, PIN);
        return ends(scale, track + MARK / 2.0 + 8);
    }

    private double ends(ScaleChart.Scale scale, double top) {
        double low = sheet.text(scale.low(), TextStyle.SMALL, Palette.QUIET, Sheet.MARGIN, top, HALF);
        double high =
                sheet.rightText(scale.high(), TextStyle.SMALL, Palette.QUIET, Sheet.MARGIN + HALF + GAP, top, HALF);
        return Math.max(low, high) + 8;
    }

    private void line(double from, double to, double y, int thickness, Color color) {
        plotted.add(plot -> plot.line(from, to, y, thickness, color));
    }

    private void mark(Mark mark, double at, double y, int size) {
        plotted.add(plot -> plot.mark(mark, at, y, size));
    }

    private double named(Mark mark, String label, double x, double y, double width) {
        sheet.fill(mark.at(x + MARK / 2.0, y + TextStyle.NAME.lineHeight() / 2.0, MARK), mark.color());
        return sheet.text(label, TextStyle.NAME, Palette.INK, x + MARK_ROOM, y, width - MARK_ROOM);
    }

    private static double size(Mark mark) {
        return mark == Mark.PERSON ? TextStyle.SMALL.lineHeight() : MARK;
    }

    private Mark mark(String label) {
        return Mark.ROLES.get(labels.indexOf(label));
    }
}
