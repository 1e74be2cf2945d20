package dev.rolewise.cascade;

import static dev.rolewise.cascade.Routed.judged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.cascade.Calibration.Proposal;
import dev.rolewise.cascade.RouteLog.Judged;
import dev.rolewise.cascade.RouteLog.Routes;
import dev.rolewise.question.Choice;
import dev.rolewise.question.ModelNeed;
import dev.rolewise.question.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private static final Routing CURRENT = Routing.by(new RouteThresholds(0.5, 0.8, 0.1));

    /** A fifth of them is strong as things stand. */
    private static final List<RoutedAnswer> QUESTIONS = questions(0);

    private static List<RoutedAnswer> questions(double from) {
        return IntStream.range(0, 100)
                .mapToObj(i -> Routed.answer(
                        "q" + i,
                        "What is " + i + "?",
                        new Choice(Tier.CHEAP, ModelNeed.CERTAIN, from + (1 - from) * i / 100.0),
                        Tier.CHEAP))
                .toList();
    }

    private static Proposal propose(List<Judged> judged) {
        return Calibration.propose(new Routes(QUESTIONS, judged, 7), CURRENT, 0.2);
    }

    private static Proposal.Change change(Proposal proposal) {
        assertThat(proposal).isInstanceOf(Proposal.Change.class);
        return (Proposal.Change) proposal;
    }

    @Test
    void below_the_floor_it_declines_and_says_how_many_it_takes() {
        assertThat(propose(judged(49, 0.3, Tier.LOCAL, 1)))
                .isInstanceOfSatisfying(
                        Proposal.Declined.class,
                        d -> assertThat(d.why()).contains("49").contains("50"));
    }

    @Test
    void thresholds_that_fit_stay() {
        assertThat(propose(judged(60, 0.2, Tier.LOCAL, 1))).isInstanceOf(Proposal.Declined.class);
    }

    @Test
    void unhelpful_local_answers_near_the_limit_lower_it() {
        List<Judged> judged = new ArrayList<>(judged(40, 0.2, Tier.LOCAL, 0.95));
        judged.addAll(judged(20, 0.45, Tier.LOCAL, 0.3));
        judged.addAll(judged(20, 0.6, Tier.CHEAP, 0.9));

        Proposal.Change change = change(propose(judged));

        assertThat(change.routing().thresholds().localBelow()).isEqualTo(0.4);
        assertThat(change.routing().thresholds().strongFrom()).isEqualTo(0.8);
        assertThat(change.lines())
                .anySatisfy(line -> assertThat(line).contains("80 rated answers by 7 members", "100 routed questions"))
                .anySatisfy(line -> assertThat(line).contains("0.50 → 0.40", "30% of 20"))
                .anySatisfy(line -> assertThat(line).contains("0.80 → 0.80", "20% → 20%", "wished: 20%"));
    }

    @Test
    void what_the_models_were_good_for_is_shown() {
        List<RoutedAnswer> asked = new ArrayList<>(QUESTIONS);
        RoutedAnswer passedOn = Routed.answer("e", "?", new Choice(Tier.CHEAP, ModelNeed.CERTAIN, 0.6), Tier.STRONG);
        asked.add(new RoutedAnswer(
                "e",
                passedOn.vector(),
                passedOn.marks(),
                passedOn.choice(),
                passedOn.servedBy(),
                OptionalDouble.of(0.75),
                passedOn.at()));

        Proposal proposal = Calibration.propose(new Routes(asked, judged(60, 0.45, Tier.LOCAL, 0), 7), CURRENT, 0.2);

        assertThat(change(proposal).lines()).anySatisfy(line -> assertThat(line)
                .contains("75% of what they said", "of 101 questions", "1 went on"));
    }

    @Test
    void helpful_local_answers_beyond_the_limit_raise_it() {
        List<Judged> judged = new ArrayList<>(judged(40, 0.55, Tier.LOCAL, 0.95));
        judged.addAll(judged(20, 0.6, Tier.CHEAP, 0.8));

        assertThat(change(propose(judged)).routing().thresholds().localBelow()).isEqualTo(0.6);
    }

    @Test
    void local_answers_that_a_model_should_have_given_say_nothing_about_the_limit() {
        List<Judged> judged = new ArrayList<>(judged(40, 0.2, Tier.LOCAL, 0.95));
        for (int i = 0; i < 20; i++) {
            judged.add(judged(
                    Routed.answer("m" + i, "?", new Choice(Tier.CHEAP, ModelNeed.CERTAIN, 0.45), Tier.LOCAL), false));
        }

        assertThat(propose(judged)).isInstanceOf(Proposal.Declined.class);
    }

    @Test
    void an_answer_that_many_rated_is_one_example() {
        Judged loved = new Judged(Routed.answer("a", "What is it?", 0.45, Tier.LOCAL), 500, 0);

        assertThat(propose(List.of(loved))).isInstanceOf(Proposal.Declined.class);
    }

    @Test
    void the_strong_share_follows_what_is_asked_in_bounded_steps() {
        Routes harder = new Routes(questions(0.9), judged(60, 0.2, Tier.LOCAL, 1), 7);

        Proposal.Change change = change(Calibration.propose(harder, CURRENT, 0.2));

        assertThat(change.routing().thresholds().strongFrom()).isBetween(0.94, 0.951);
    }

    @Test
    void questions_that_the_strong_tier_helps_with_come_to_it() {
        Proposal.Change change = change(propose(Routed.byTopic()));

        LearnedGain gain = change.routing().learned().orElseThrow();
        assertThat(Routed.moved(gain, "Prove the theorem about prime rings 99")).isGreaterThan(0.5);
        assertThat(Routed.moved(gain, "Name the capital city of country 99")).isLessThan(0.5);
        assertThat(change.lines()).last().asString().contains("learned from", "0.50");
    }

    @Test
    void ratings_that_have_nothing_to_do_with_the_questions_teach_nothing_of_them() {
        List<Judged> judged = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            Tier tier = i % 3 == 0 ? Tier.STRONG : Tier.CHEAP;
            judged.add(judged(Routed.answer("n" + i, "What is thing " + i + "?", i / 150.0, tier), i % 7 < 5));
        }

        Proposal proposal = propose(judged);

        assertThat(proposal instanceof Proposal.Change change ? change.routing().learned() : Optional.empty())
                .isEmpty();
    }

    @Test
    void what_was_learned_before_goes_where_it_no_longer_holds() {
        Routing learned = change(propose(Routed.byTopic())).routing();

        Proposal.Change change =
                change(Calibration.propose(new Routes(QUESTIONS, judged(60, 0.2, Tier.LOCAL, 1), 7), learned, 0.2));

        assertThat(change.routing().learned()).isEmpty();
        assertThat(change.lines()).last().asString().contains("dropped");
    }
}
