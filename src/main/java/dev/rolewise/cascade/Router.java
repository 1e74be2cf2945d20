package dev.rolewise.cascade;

import dev.rolewise.question.Choice;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.ModelNeed;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.RankedPassage;
import dev.rolewise.question.Tier;
import java.util.ArrayList;
import java.util.List;

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
    private final Routing routing;

    /** Goes by thresholds alone. */
    public Router(ComplexityClassifier classifier, Embedder embedder, RouteThresholds thresholds) {
        this(classifier, embedder, Routing.by(thresholds));
    }

    public Router(ComplexityClassifier classifier, Embedder embedder, Routing routing) {
        this.classifier = classifier;
        this.embedder = embedder;
        this.routing = routing;
    }

    /** What it goes by. */
    public Routing routing() {
        return routing;
    }

    /** Where a question goes. */
    public Route route(RouteFacts facts) {
        double complexity = complexity(facts);
        ModelNeed need = need(facts);
        Tier tier = routing.thresholds().tier(new Weighed(need, moved(complexity, facts.profile())));
        return new Route(new Choice(tier, need, complexity), reason(facts, tier));
    }

    /** The question as the thresholds see it. */
    public Weighed weigh(RouteFacts facts) {
        return new Weighed(need(facts), moved(complexity(facts), facts.profile()));
    }

    private double moved(double complexity, QuestionProfile profile) {
        return routing.learned()
                .map(gain -> gain.moved(complexity, PromptMarks.of(profile.text()), profile.embedding()))
                .orElse(complexity);
    }

    private ModelNeed need(RouteFacts facts) {
        boolean single = facts.profile().each().size() == 1;
        if (facts.coverageMargin() < 0 || (facts.settled() && single)) {
            return ModelNeed.NONE;
        }
        return single && wellCovered(facts) && facts.disagreements() == 0 ? ModelNeed.PERHAPS : ModelNeed.CERTAIN;
    }

    private boolean wellCovered(RouteFacts facts) {
        return facts.coverageMargin() >= routing.thresholds().wellCovered();
    }

    /** How much must be weighed, 0 to 1, before anything that ratings have taught. */
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

    private String reason(RouteFacts facts, Tier tier) {
        if (facts.coverageMargin() < 0) {
            return "the sources do not say";
        }
        return switch (tier) {
            case LOCAL -> need(facts) == ModelNeed.NONE ? "settled by the sources" : "one fact, well covered";
            case CHEAP -> reason(facts, wellCovered(facts) ? "a little to weigh" : "thinly covered");
            case STRONG -> reason(facts, "much to weigh");
        };
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
