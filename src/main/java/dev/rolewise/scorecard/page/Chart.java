package dev.rolewise.scorecard.page;

import dev.rolewise.learning.Interval;
import dev.rolewise.scorecard.Figure;
import dev.rolewise.scorecard.Figure.Rival;
import dev.rolewise.scorecard.FigureTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A figure beside its rivals: a dot for each on one scale, with a bar for its interval, as an SVG that takes its colours from
 * the page. Names stand above their dots, so that it is readable on a narrow screen.
 */
final class Chart {
    private static final int WIDTH = 360;
    private static final int EDGE = 8;
    private static final int ROW = 36;
    private static final int DOT_BELOW_NAME = 12;
    private static final int TICKS = 4;

    /** One line of the chart. */
    private record Row(String name, double value, Optional<Interval> interval, String kind) {}

    private final Figure figure;
    private final List<Row> rows = new ArrayList<>();
    private final double low;
    private final double step;
    private final int steps;

    private Chart(Figure figure) {
        this.figure = figure;
        rows.add(new Row("Rolewise", figure.value(), figure.interval(), "ours"));
        for (Rival rival : figure.rivals()) {
            rows.add(new Row(
                    rival.name(), rival.value(), rival.interval(), rival.published() ? "published" : "baseline"));
        }
        rows.removeIf(row -> Double.isNaN(row.value()));
        double least = bounds().min().orElse(0);
        double most = bounds().max().orElse(1);
        this.step = step(Math.max(most - least, Math.abs(most) / 20 + 1e-9) / TICKS);
        this.low = Math.floor(least / step) * step;
        this.steps = (int) Math.max(1, Math.ceil((most - low) / step - 1e-9));
    }

    /** The chart as an SVG element; {@code id} is unique on the page. */
    static String svg(Figure figure, String id) {
        return new Chart(figure).draw(id);
    }

    private DoubleStream bounds() {
        return rows.stream().flatMapToDouble(row -> row.interval()
                .map(i -> DoubleStream.of(i.low(), i.high(), row.value()))
                .orElseGet(() -> DoubleStream.of(row.value())));
    }

    /** 1, 2 or 5 times a power of ten, not less than {@code least}. */
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        double times = least / power;
        return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    }

    private String draw(String id) {
        int bottom = rows.size() * ROW + EDGE;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">",
                WIDTH,
                bottom + 22,
                id,
                id));
        svg.append(String.format(
                Locale.ROOT,
                "<title id=\"%s-t\">%s</title><desc id=\"%s-d\">%s</desc>",
                id,
                Html.escape(figure.label()),
                id,
                Html.escape(inWords())));
        for (int i = 0; i <= steps; i++) {
            tick(svg, low + i * step, i, bottom);
        }
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), i * ROW + EDGE + 8);
        }
        return svg.append("</svg>").toString();
    }

    private void tick(StringBuilder svg, double value, int number, int bottom) {
        String anchor = number == 0 ? "start" : number == steps ? "end" : "middle";
        double x = x(value);
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"2\" y2=\"%d\"/>"
                        + "<text class=\"tick\" x=\"%.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>",
                x,
                x,
                bottom,
                x,
                bottom + 14,
                anchor,
                Html.escape(tickText(value))));
    }

    private String tickText(double value) {
        int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        return switch (figure.unit()) {
            case SHARE, MILLISECONDS, SECONDS -> String.format(Locale.ROOT, "%." + digits + "f", value);
            case BYTES, CHARACTERS, COUNT -> FigureTable.text(figure.unit(), value);
        };
    }

    private void row(StringBuilder svg, Row row, int y) {
        double dot = x(row.value());
        int line = y + DOT_BELOW_NAME;
        svg.append(String.format(Locale.ROOT, "<g class=\"%s\">", row.kind()));
        svg.append(String.format(
                Locale.ROOT,
                "<text class=\"name\" x=\"%d\" y=\"%d\">%s</text><text class=\"value\" x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
                EDGE,
                y + 2,
                Html.escape(row.name()),
                WIDTH - EDGE,
                y + 2,
                Html.escape(FigureTable.text(figure.unit(), row.value()))));
        row.interval()
                .ifPresent(i -> svg.append(String.format(
                        Locale.ROOT,
                        "<line class=\"interval\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>",
                        x(i.low()),
                        x(i.high()),
                        line,
                        line)));
        svg.append(shape(row.kind(), dot, line)).append("</g>");
    }

    /** Kinds differ in shape as well as in colour. */
    private static String shape(String kind, double x, int y) {
        return switch (kind) {
            case "ours" -> String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%d\" r=\"5.5\"/>", x, y);
            case "published" ->
                String.format(
                        Locale.ROOT,
                        "<rect x=\"%.1f\" y=\"%d\" width=\"9\" height=\"9\" transform=\"rotate(45 %.1f %d)\"/>",
                        x - 4.5,
                        y - 4,
                        x,
                        y);
            default ->
                String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%d\" width=\"9\" height=\"9\"/>", x - 4.5, y - 4);
        };
    }

    private double x(double value) {
        return EDGE + (value - low) / (steps * step) * (WIDTH - 2.0 * EDGE);
    }

    private String inWords() {
        return rows.stream()
                .map(row -> row.name() + " " + FigureTable.withInterval(figure.unit(), row.value(), row.interval()))
                .collect(Collectors.joining("; "));
    }
}
