package dev.rolewise.cascade;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.RankedPassage;
import dev.rolewise.question.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says which tier is to answer, with no call of a model: local where a well covered question needs one fact, cheap where it
 * is simple, strong where much must be weighed. Thread-safe; takes one embedding where a message tells a story first.
 */
public final class Router {
    /** What makes a question harder than its wording tells, in units of log-odds. Set by hand. */
    private static final double FOR_PART = 0.7;

    private static final double FOR_DISAGREEMENT = 0.5;
    private static final double FOR_SOURCE = 0.2;

    private static final int MOST = 3;
    private static final int USUAL_SOURCES = 2;
    private static final int LEADING_PASSAGES = 5;
    private static final List<String> COUNTS = List.of("no", "one", "two", "three", "four", "five");

    private final ComplexityClassifier classifier;
    private final Embedder embedder;
    private final RouteThresholds thresholds;

    public Router(ComplexityClassifier classifier, Embedder embedder, RouteThresholds thresholds) {
        this.classifier = classifier;
        this.embedder = embedder;
        this.thresholds = thresholds;
    }

    /**
     * Routes that send the wished share of questions like the pack's own to the strong tier.
     *
     * @param strongShare 0 to 1
     */
    public static Router forShare(Pack pack, ComplexityClassifier classifier, Embedder embedder, double strongShare) {
        List<String> questions = Stream.concat(pack.questions().stream(), pack.coverage().covered().stream())
                .toList();
        List<Double> complexities = new ArrayList<>();
        var vectors = embedder.questions(questions.stream().map(Ask::of).toList());
        for (String question : questions) {
            Optional.ofNullable(vectors.get(Ask.of(question)))
                    .ifPresent(vector -> complexities.add(classifier.probability(question, vector)));
        }
        return new Router(classifier, embedder, RouteThresholds.forShare(complexities, strongShare));
    }

    /** The same with other thresholds. */
    public Router with(RouteThresholds others) {
        return new Router(classifier, embedder, others);
    }

    /** What is in force. */
    public RouteThresholds thresholds() {
        return thresholds;
    }

    /** Where a question goes. */
    public Route route(RouteFacts facts) {
        double complexity = complexity(facts);
        if (facts.coverageMargin() < 0) {
            return new Route(Tier.LOCAL, complexity, "the sources do not say");
        }
        boolean single = facts.profile().each().size() == 1;
        if (facts.settled() && single) {
            return new Route(Tier.LOCAL, complexity, "settled by the sources");
        }
        if (complexity >= thresholds.strongFrom()) {
            return new Route(Tier.STRONG, complexity, reason(facts, "much to weigh"));
        }
        boolean wellCovered = facts.coverageMargin() >= thresholds.wellCovered();
        if (single && wellCovered && facts.disagreements() == 0 && complexity < thresholds.localBelow()) {
            return new Route(Tier.LOCAL, complexity, "one fact, well covered");
        }
        return new Route(Tier.CHEAP, complexity, reason(facts, wellCovered ? "a little to weigh" : "thinly covered"));
    }

    /** How much must be weighed, 0 to 1. */
    public double complexity(RouteFacts facts) {
        QuestionProfile profile = facts.profile();
        double p = profile.each().stream().mapToDouble(this::wording).max().orElse(0);
        double bounded =
                Math.min(0.999, Math.max(0.001, profile.parts().isEmpty() ? p : Math.max(p, wording(profile))));
        double odds = Math.log(bounded / (1 - bounded))
                + FOR_PART * (Math.min(MOST, profile.each().size()) - 1)
                + FOR_DISAGREEMENT * Math.min(MOST, facts.disagreements())
                + FOR_SOURCE * (Math.min(MOST, sources(facts)) - USUAL_SOURCES);
        return 1 / (1 + Math.exp(-odds));
    }

    private double wording(QuestionProfile profile) {
        return Ask.of(profile.text()).equals(profile.text())
                ? classifier.probability(profile.text(), profile.embedding())
                : classifier.probability(profile.text(), embedder);
    }

    /** Over how many sources the best passages are spread. */
    private static int sources(RouteFacts facts) {
        return (int) facts.evidence().passages().stream()
                .limit(LEADING_PASSAGES)
                .map(RankedPassage::passage)
                .map(p -> p.sourceId())
                .distinct()
                .count();
    }

    private static String reason(RouteFacts facts, String otherwise) {
        List<String> reasons = new ArrayList<>();
        int parts = facts.profile().each().size();
        if (parts > 1) {
            reasons.add(count(parts) + " parts");
        }
        if (facts.profile().personal()) {
            reasons.add("personal situation");
        }
        if (facts.disagreements() > 0) {
            reasons.add("sources differ");
        }
        if (sources(facts) > 2) {
            reasons.add(count(sources(facts)) + " sources");
        }
        return reasons.isEmpty() ? otherwise : String.join(", ", reasons.subList(0, Math.min(2, reasons.size())));
    }

    private static String count(int number) {
        return number < COUNTS.size() ? COUNTS.get(number) : "many";
    }
}
