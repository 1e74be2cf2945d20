package dev.rolewise.cascade;

import dev.rolewise.question.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Refits where tiers begin to what members thought of the answers, and to the wished share of the strong tier. Changes
 * nothing itself. All methods are pure.
 */
public final class Calibration {
    /** Judged answers below which chance would decide. */
    public static final int MIN_EXAMPLES = 50;

    private static final int MIN_IN_BAND = 8;
    private static final double BAND = 0.1;

    /** How much less often than a model's a local answer may help: it costs nothing. */
    private static final double TOLERANCE = 0.05;

    /** Of answers where no model answered enough questions to compare with. */
    private static final double USUAL_HELPFUL = 0.75;

    /** What one refit may move a threshold by, so that one bad week does not turn everything around. */
    private static final double MAX_STEP = 0.15;

    /** What a refit comes to. */
    public sealed interface Proposal {
        /** Nothing is to change; {@code why} is for the operator. */
        record Declined(String why) implements Proposal {}

        /** Other thresholds, and lines for the operator that say what would change and on what ground. */
        record Change(RouteThresholds thresholds, List<String> lines) implements Proposal {
            public Change {
                lines = List.copyOf(lines);
            }
        }
    }

    private Calibration() {}

    /**
     * What the judged answers speak for.
     *
     * @param complexities of all recent questions, judged or not
     * @param strongShare the wished share of the strong tier, 0 to 1
     */
    public static Proposal propose(
            List<CalibrationExample> judged, List<Double> complexities, RouteThresholds current, double strongShare) {
        if (judged.size() < MIN_EXAMPLES) {
            return new Proposal.Declined(String.format(
                    Locale.ROOT,
                    "Only %d answers were judged with 👍 or 👎; at least %d are needed. Nothing was changed.",
                    judged.size(),
                    MIN_EXAMPLES));
        }
        double strong = complexities.size() < MIN_EXAMPLES
                ? current.strongFrom()
                : step(current.strongFrom(), RouteThresholds.strongFrom(complexities, strongShare));
        double local = Math.min(strong, step(current.localBelow(), localBelow(judged, current.localBelow())));
        RouteThresholds proposed = new RouteThresholds(local, strong, current.wellCovered());
        return proposed.equals(current)
                ? new Proposal.Declined("The thresholds fit the answers that were judged. Nothing was changed.")
                : new Proposal.Change(proposed, lines(judged, complexities, current, proposed));
    }

    /** Raised or lowered band by band, as long as local answers there help as often as a model's, or not. */
    private static double localBelow(List<CalibrationExample> judged, double current) {
        List<CalibrationExample> models =
                judged.stream().filter(e -> e.tier() != Tier.LOCAL).toList();
        double wanted = (models.size() < MIN_IN_BAND ? USUAL_HELPFUL : helpful(models)) - TOLERANCE;
        double limit = current;
        while (limit > BAND && isWorse(judged, limit - BAND, limit, wanted)) {
            limit -= BAND;
        }
        while (limit == Math.max(limit, current) && limit < 1 - BAND && isAsGood(judged, limit, limit + BAND, wanted)) {
            limit += BAND;
        }
        return Math.round(limit * 100) / 100.0;
    }

    private static boolean isWorse(List<CalibrationExample> judged, double from, double to, double wanted) {
        List<CalibrationExample> band = local(judged, from, to);
        return band.size() >= MIN_IN_BAND && helpful(band) < wanted;
    }

    private static boolean isAsGood(List<CalibrationExample> judged, double from, double to, double wanted) {
        List<CalibrationExample> band = local(judged, from, to);
        return band.size() >= MIN_IN_BAND && helpful(band) >= wanted;
    }

    private static List<CalibrationExample> local(List<CalibrationExample> judged, double from, double to) {
        return judged.stream()
                .filter(e -> e.tier() == Tier.LOCAL && e.complexity() >= from && e.complexity() < to)
                .toList();
    }

    private static double helpful(List<CalibrationExample> examples) {
        return examples.stream().filter(CalibrationExample::helpful).count() / (double) Math.max(1, examples.size());
    }

    private static double step(double from, double to) {
        return Math.max(from - MAX_STEP, Math.min(from + MAX_STEP, to));
    }

    private static List<String> lines(
            List<CalibrationExample> judged,
            List<Double> complexities,
            RouteThresholds current,
            RouteThresholds proposed) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%d judged answers, %d recent questions.", judged.size(), complexities.size()));
        if (proposed.localBelow() != current.localBelow()) {
            List<CalibrationExample> between = local(
                    judged,
                    Math.min(proposed.localBelow(), current.localBelow()),
                    Math.max(proposed.localBelow(), current.localBelow()));
            lines.add(String.format(
                    Locale.ROOT,
                    "Answered locally: below complexity %.2f → %.2f (%d of %d local answers in between were helpful).",
                    current.localBelow(),
                    proposed.localBelow(),
                    between.stream().filter(CalibrationExample::helpful).count(),
                    between.size()));
        }
        if (proposed.strongFrom() != current.strongFrom()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Sent to the strong tier: from complexity %.2f → %.2f (%.0f%% → %.0f%% of the recent questions).",
                    current.strongFrom(),
                    proposed.strongFrom(),
                    100 * shareFrom(complexities, current.strongFrom()),
                    100 * shareFrom(complexities, proposed.strongFrom())));
        }
        return lines;
    }

    private static double shareFrom(List<Double> complexities, double from) {
        return complexities.stream().filter(c -> c >= from).count() / (double) Math.max(1, complexities.size());
    }
}
