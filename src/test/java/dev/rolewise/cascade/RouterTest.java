package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Evidence;
import dev.rolewise.question.ModelNeed;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.RankedPassage;
import dev.rolewise.question.Tier;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.Profiles;
import dev.rolewise.testing.RealModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RouterTest {
    private static final Pack PACK = Packs.gardeners();
    private static final ComplexityClassifier CLASSIFIER = ComplexityClassifier.train(PACK, RealModel.embedder());
    private static final Router ROUTER =
            new Router(CLASSIFIER, RealModel.embedder(), new RouteThresholds(0.5, 0.8, 0.1));

    private static final String SIMPLE = "What tools do landscape gardeners use?";
    private static final String WEIGHING = "I am 50 with a bad back: which of the two should I choose, and why?";

    @Test
    void one_well_covered_fact_stays_local() {
        Route route = ROUTER.route(facts(SIMPLE, 0.4));

        assertThat(route.tier()).isEqualTo(Tier.LOCAL);
        assertThat(route.reason()).isEqualTo("one fact, well covered");
        assertThat(route.complexity()).isBetween(0.0, 0.5);
    }

    @Test
    void one_thinly_covered_fact_goes_to_the_cheap_tier() {
        Route route = ROUTER.route(facts(SIMPLE, 0.05));

        assertThat(route.tier()).isEqualTo(Tier.CHEAP);
        assertThat(route.reason()).isEqualTo("thinly covered");
    }

    @Test
    void what_must_be_weighed_goes_to_the_strong_tier() {
        assertThat(ROUTER.route(facts(WEIGHING, 0.4)).tier()).isEqualTo(Tier.STRONG);
    }

    @Test
    void what_the_sources_do_not_say_no_model_is_asked_either() {
        assertThat(ROUTER.route(facts(WEIGHING, -0.01)).tier()).isEqualTo(Tier.LOCAL);
    }

    @Test
    void a_settled_answer_stays_local() {
        RouteFacts facts = facts(WEIGHING, 0.4);
        RouteFacts settled = new RouteFacts(facts.profile(), facts.evidence(), 0.4, 0, true);

        assertThat(ROUTER.route(settled).tier()).isEqualTo(Tier.LOCAL);
    }

    @Test
    void two_parts_are_more_than_one_fact() {
        QuestionProfile one = Profiles.of(SIMPLE, List.of(), Set.of(), RealModel.embedder());
        QuestionProfile both = withParts(one, List.of(one, one));

        Route route = ROUTER.route(new RouteFacts(both, evidence(1), 0.4, 0, false));

        assertThat(route.tier()).isEqualTo(Tier.CHEAP);
        assertThat(route.reason()).isEqualTo("two parts");
        assertThat(route.complexity())
                .isGreaterThan(ROUTER.route(facts(SIMPLE, 0.4)).complexity());
    }

    @Test
    void differing_sources_make_a_question_harder() {
        RouteFacts facts = facts(SIMPLE, 0.4);
        RouteFacts differing = new RouteFacts(facts.profile(), evidence(2), 0.4, 1, false);

        assertThat(ROUTER.complexity(differing)).isGreaterThan(ROUTER.complexity(facts));
        assertThat(ROUTER.route(differing).reason()).isEqualTo("sources differ");
    }

    @Test
    void the_wished_share_of_the_packs_questions_is_strong() {
        List<Weighed> questions = DoubleStream.iterate(0, d -> d < 1, d -> d + 0.01)
                .mapToObj(complexity -> new Weighed(ModelNeed.CERTAIN, complexity))
                .toList();

        for (double share : List.of(0.0, 0.05, 0.2, 0.5, 1.0)) {
            RouteThresholds thresholds = RouteThresholds.forShare(questions, share);
            assertThat(thresholds.strongShare(questions)).isCloseTo(share, within(0.011));
            assertThat(thresholds.localBelow()).isLessThanOrEqualTo(thresholds.strongFrom());
        }
    }

    @Test
    void questions_that_no_model_is_asked_are_no_part_of_the_share() {
        List<Weighed> questions = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            questions.add(new Weighed(ModelNeed.NONE, 0.9 + i / 1000.0));
            questions.add(new Weighed(ModelNeed.PERHAPS, i / 250.0));
            questions.add(new Weighed(ModelNeed.CERTAIN, i / 100.0));
        }

        RouteThresholds thresholds = RouteThresholds.forShare(questions, 0.2);

        assertThat(thresholds.strongFrom()).isEqualTo(0.8);
        assertThat(thresholds.strongShare(questions)).isEqualTo(0.2);
    }

    @Test
    void with_no_question_to_go_by_the_share_is_taken_of_the_scale() {
        assertThat(RouteThresholds.forShare(List.of(), 0.3).strongFrom()).isEqualTo(0.7);
    }

    @Test
    void a_survey_is_the_same_after_a_round_trip() throws IOException {
        RouteSurvey survey =
                RouteSurvey.of(PACK, 20, ROUTER, q -> q.endsWith("?") ? Optional.of(facts(q, 0.4)) : Optional.empty());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        survey.write(new DataOutputStream(bytes));

        assertThat(survey.questions()).isNotEmpty();
        assertThat(RouteSurvey.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))))
                .isEqualTo(survey);
    }

    private static RouteFacts facts(String question, double coverageMargin) {
        return new RouteFacts(
                Profiles.of(question, List.of(), Set.of(), RealModel.embedder()),
                evidence(1),
                coverageMargin,
                0,
                false);
    }

    /** Passages of so many sources. */
    private static Evidence evidence(int sources) {
        return new Evidence(PACK.sources().stream()
                .limit(sources)
                .map(s -> new RankedPassage(s.passages().get(0), 1, 0.8, 1))
                .toList());
    }

    private static QuestionProfile withParts(QuestionProfile p, List<QuestionProfile> parts) {
        return new QuestionProfile(
                p.text(),
                p.roles(),
                p.from(),
                p.to(),
                p.aspect(),
                p.intent(),
                p.intentConfidence(),
                p.polarity(),
                p.complexity(),
                p.personal(),
                p.presupposes(),
                p.quantities(),
                p.terms(),
                p.meaning(),
                parts,
                p.embedding());
    }
}
