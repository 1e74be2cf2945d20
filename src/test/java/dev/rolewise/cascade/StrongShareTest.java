package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.answer.AnswerService;
import dev.rolewise.question.Tier;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What routing does with the questions of the shipped pack. */
class StrongShareTest {
    private static final AnswerService SERVICE = Shipped.service(ModelTiers.NONE, Duration.ofMinutes(1));

    /** Every third: the rest would only take time. */
    private static final List<RouteFacts> ASKED = asked();

    private static List<RouteFacts> asked() {
        List<String> all = Stream.concat(Shipped.PACK.questions().stream(), Shipped.PACK.coverage().covered().stream())
                .toList();
        return IntStream.range(0, all.size())
                .filter(i -> i % 3 == 0)
                .mapToObj(all::get)
                .flatMap(q -> SERVICE.routeFacts(q).stream())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.2, 0.4})
    void of_the_questions_that_a_model_is_asked_the_wished_share_goes_to_the_strong_one(double share) {
        Router router = Shipped.router(share);
        List<Weighed> weighed = ASKED.stream().map(router::weigh).toList();

        assertThat(router.routing().thresholds().strongShare(weighed)).isCloseTo(share, within(0.08));
    }

    @Test
    void most_questions_are_asked_of_no_model() {
        assertThat(ASKED).hasSizeGreaterThan(100);
        assertThat(ASKED.stream().map(Shipped.ROUTER::route).filter(r -> r.tier() == Tier.LOCAL))
                .hasSizeGreaterThan(ASKED.size() / 2);
    }
}
