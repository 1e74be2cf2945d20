package dev.rolewise.cascade;

import dev.rolewise.cascade.LearnedGain.Lesson;
import dev.rolewise.cascade.RouteLog.Judged;
import dev.rolewise.cascade.RouteLog.Routes;
import dev.rolewise.question.ModelNeed;
import dev.rolewise.question.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Refits routing to what members thought of the answers, and to the wished share of the strong tier. Changes nothing itself.
 * All methods are pure.
 *
 * <p>Nobody sees what the tier that was not asked would have said. In its place stands what that tier usually gets, so that
 * only what differs from the usual teaches anything.
 */
public final class Calibration {
    /** Rated answers below which chance would decide. */
    public static final int MIN_EXAMPLES = 50;

    /** Rated answers below which no single questions are learned from, and those of the strong tier among them. */
    static final int MIN_LESSONS = 100;

    static final int MIN_STRONG_LESSONS = 20;

    private static final int MIN_IN_BAND = 8;
    private static final double BAND = 0.1;

    /** How much less often than a model's a local answer may help: it costs nothing. */
    private static final double TOLERANCE = 0.05;

    /** Of answers where no model answered enough questions to compare with. */
    private static final double USUAL_HELPFUL = 0.75;

    /** What one refit may move a threshold by, so that one bad week does not turn everything around. */
    private static final double MAX_STEP = 0.15;

    private static final double LEAST_STEP = 0.005;

    /** What a refit comes to. */
    public sealed interface Proposal {
        /** Nothing is to change; {@code why} is for the operator. */
        record Declined(String why) implements Proposal {}

        /** Another routing, and lines for the operator that say what would change and on what ground. */
        record Change(Routing routing, List<String> lines) implements Proposal {
            public Change {
                lines = List.copyOf(lines);
            }
        }
    }

    private Calibration() {}

    /**
     * What the rated answers speak for.
     *
     * @param routes recent questions
     * @param strongShare the wished share of the strong tier, 0 to 1
     */
    public static Proposal propose(Routes routes, Routing current, double strongShare) {
        int rated = routes.judged().size();
        if (rated < MIN_EXAMPLES) {
            return new Proposal.Declined(String.format(
                    Locale.ROOT,
                    "%d of the answers that routing chose a tier for were rated with 👍 or 👎; at least %d are needed.",
                    rated,
                    MIN_EXAMPLES));
        }
        List<Lesson> lessons = lessons(routes.judged());
        Optional<LearnedGain.Trial> trial = trial(lessons, routes.judged());
        Optional<LearnedGain> learned = trial.flatMap(t -> LearnedGain.of(lessons, t));
        RouteThresholds thresholds = thresholds(routes, current.thresholds(), learned, strongShare);
        if (thresholds.equals(current.thresholds())
                && learned.isEmpty()
                && current.learned().isEmpty()) {
            return new Proposal.Declined(
                    String.format(Locale.ROOT, "the thresholds fit the %d answers that were rated.", rated));
        }
        Routing proposed = new Routing(thresholds, learned);
        return new Proposal.Change(proposed, lines(routes, current, proposed, trial, strongShare));
    }

    private static RouteThresholds thresholds(
            Routes routes, RouteThresholds current, Optional<LearnedGain> learned, double strongShare) {
        double local = step(current.localBelow(), localBelow(routes.judged(), current.localBelow(), learned));
        double strong = Math.max(local, current.strongFrom());
        RouteThresholds found = new RouteThresholds(local, strong, current.wellCovered());
        List<Weighed> asked = weighed(routes, learned);
        return asked.size() < MIN_EXAMPLES
                ? found
                : found.strongFrom(step(
                        current.strongFrom(), found.fitted(asked, strongShare).strongFrom()));
    }

    private static List<Weighed> weighed(Routes routes, Optional<LearnedGain> learned) {
        return routes.all().stream().map(answer -> answer.weighed(learned)).toList();
    }

    /** Raised or lowered band by band, as long as local answers there help as often as a model's, or not. */
    private static double localBelow(List<Judged> judged, double current, Optional<LearnedGain> learned) {
        List<Judged> models =
                judged.stream().filter(j -> j.answer().servedBy() != Tier.LOCAL).toList();
        double wanted = (models.size() < MIN_IN_BAND ? USUAL_HELPFUL : helpful(models)) - TOLERANCE;
        double limit = current;
        while (limit > BAND && fares(local(judged, limit - BAND, limit, learned), share -> share < wanted)) {
            limit -= BAND;
        }
        while (limit >= current
                && limit < 1 - BAND
                && fares(local(judged, limit, limit + BAND, learned), share -> share >= wanted)) {
            limit += BAND;
        }
        return Math.round(limit * 100) / 100.0;
    }

    private static boolean fares(List<Judged> band, Predicate<Double> so) {
        return band.size() >= MIN_IN_BAND && so.test(helpful(band));
    }

    /** Local answers to questions that the threshold alone keeps from a model. */
    private static List<Judged> local(List<Judged> judged, double from, double to, Optional<LearnedGain> learned) {
        return judged.stream()
                .filter(j -> j.answer().servedBy() == Tier.LOCAL
                        && j.answer().choice().need() == ModelNeed.PERHAPS)
                .filter(j -> {
                    double complexity = j.answer().weighed(learned).complexity();
                    return complexity >= from && complexity < to;
                })
                .toList();
    }

    private static double helpful(List<Judged> answers) {
        return answers.stream().mapToDouble(Judged::share).average().orElse(USUAL_HELPFUL);
    }

    private static double step(double from, double to) {
        if (Math.abs(to - from) < LEAST_STEP) {
            return from;
        }
        return Math.max(from - MAX_STEP, Math.min(from + MAX_STEP, to));
    }

    private static List<Lesson> lessons(List<Judged> judged) {
        double weak = helpful(judged.stream()
                .filter(j -> j.answer().servedBy() != Tier.STRONG)
                .toList());
        double strong = helpful(judged.stream()
                .filter(j -> j.answer().servedBy() == Tier.STRONG)
                .toList());
        List<Lesson> lessons = new ArrayList<>();
        for (Judged j : judged) {
            RoutedAnswer answer = j.answer();
            boolean byStrong = answer.servedBy() == Tier.STRONG;
            double weakGot = byStrong ? answer.escalated() ? 0 : weak : j.share();
            double strongGot = byStrong ? j.share() : strong;
            if (answer.usableMarks().isPresent()) {
                lessons.add(new Lesson(
                        answer.vector(), answer.marks(), answer.choice().complexity(), weakGot, strongGot));
            }
        }
        return lessons;
    }

    private static Optional<LearnedGain.Trial> trial(List<Lesson> lessons, List<Judged> judged) {
        long byStrong = judged.stream()
                .filter(j -> j.answer().servedBy() == Tier.STRONG)
                .count();
        return lessons.size() < MIN_LESSONS || byStrong < MIN_STRONG_LESSONS
                ? Optional.empty()
                : Optional.of(LearnedGain.tryOut(lessons));
    }

    private static List<String> lines(
            Routes routes, Routing current, Routing proposed, Optional<LearnedGain.Trial> trial, double strongShare) {
        List<String> lines = new ArrayList<>();
        lines.add(text(
                "%d rated answers by %d members; %d routed questions.",
                routes.judged().size(), routes.members(), routes.all().size()));
        lines.add(models(routes.all()));
        lines.add(local(routes.judged(), current, proposed));
        lines.add(text(
                "strong tier: from complexity %.2f → %.2f, so %.0f%% → %.0f%% of the questions that a model is asked"
                        + " (wished: %.0f%%).",
                current.thresholds().strongFrom(),
                proposed.thresholds().strongFrom(),
                100 * current.thresholds().strongShare(weighed(routes, current.learned())),
                100 * proposed.thresholds().strongShare(weighed(routes, proposed.learned())),
                100 * strongShare));
        lines.add(learnedLine(current, proposed, trial));
        return lines;
    }

    private static String models(List<RoutedAnswer> all) {
        List<RoutedAnswer> cheap =
                all.stream().filter(a -> a.choice().tier() == Tier.CHEAP).toList();
        return text(
                "models: %.0f%% of what they said was carried by the sources; of %d questions for the cheap one %d went on"
                        + " to the strong one.",
                100
                        * all.stream()
                                .flatMapToDouble(a -> a.keptShare().stream())
                                .average()
                                .orElse(0),
                cheap.size(),
                cheap.stream().filter(RoutedAnswer::escalated).count());
    }

    private static String local(List<Judged> judged, Routing current, Routing proposed) {
        double before = current.thresholds().localBelow();
        double after = proposed.thresholds().localBelow();
        if (before == after) {
            return text("this machine alone: below complexity %.2f, as before.", before);
        }
        List<Judged> between = local(judged, Math.min(before, after), Math.max(before, after), proposed.learned());
        return text(
                "this machine alone: below complexity %.2f → %.2f (%.0f%% of %d rated local answers in between helped).",
                before, after, 100 * helpful(between), between.size());
    }

    private static String learnedLine(Routing current, Routing proposed, Optional<LearnedGain.Trial> trial) {
        if (trial.isEmpty()) {
            return text(
                    "single questions: nothing is learned from fewer than %d rated answers, or fewer than %d of the"
                            + " strong tier's%s.",
                    MIN_LESSONS,
                    MIN_STRONG_LESSONS,
                    current.learned().isPresent() ? "; what was learned before is dropped" : "");
        }
        String figures = text(
                "tried on ratings that it had not seen, it closes %.2f of the gap between the tiers on average instead"
                        + " of %.2f (chance: 0.50)",
                trial.get().after(), trial.get().before());
        return proposed.learned().isPresent()
                ? text("single questions: learned from; %s.", figures)
                : text("single questions: nothing worth learning; %s.", figures);
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
