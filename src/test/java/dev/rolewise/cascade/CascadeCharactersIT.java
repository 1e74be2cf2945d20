package dev.rolewise.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.answer.AskOptions;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.ScriptedModels;
import dev.rolewise.provider.Scripts;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.question.Tier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that talk nonsense, or do not talk. */
class CascadeCharactersIT {
    private static final int QUESTIONS = 60;
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private LoopbackProvider cheap;
    private LoopbackProvider strong;
    private Rig rig;

    @BeforeEach
    void open(@TempDir Path folder) {
        cheap = LoopbackProvider.start();
        strong = LoopbackProvider.start();
        rig = new Rig(folder, Rig.PLENTY, DEADLINE, Map.of(Tier.CHEAP, cheap, Tier.STRONG, strong));
    }

    @AfterEach
    void close() {
        rig.close();
        cheap.close();
        strong.close();
    }

    private Answer local(String question) {
        return rig.answers.ask(Question.of(question), AskOptions.of(true, Optional.of(Tier.LOCAL)));
    }

    private int calls() {
        return cheap.calls() + strong.calls();
    }

    @Test
    void of_a_model_that_talks_garbage_nothing_is_shown() {
        cheap.always(Scripts.model(ScriptedModels.garbage()));
        strong.always(Scripts.model(ScriptedModels.garbage()));
        List<String> questions = Shipped.forModels(QUESTIONS);

        for (String question : questions) {
            Answer answer = rig.ask(question);

            assertThat(answer.lines()).isEqualTo(local(question).lines());
            assertThat(answer.receipt().servedBy()).isEqualTo(Tier.LOCAL);
            assertThat(answer.receipt().spending().kept()).isZero();
            assertThat(answer.receipt().spending().note())
                    .contains("too little of what the model said stands in the sources");
        }
        assertThat(calls()).isBetween(QUESTIONS, 2 * QUESTIONS);
    }

    @Test
    void where_a_model_refuses_what_the_sources_cover_they_are_quoted() {
        cheap.always(Scripts.model(ScriptedModels.refusal()));
        strong.always(Scripts.model(ScriptedModels.refusalInProse()));

        for (String question : Shipped.forModels(10)) {
            Answer answer = rig.ask(question);

            assertThat(answer.status()).isEqualTo(Answer.Status.ANSWERED);
            assertThat(answer.lines()).isEqualTo(local(question).lines());
            assertThat(answer.receipt().spending().note()).isPresent();
        }
    }

    @Test
    void a_tier_that_is_down_is_stood_in_for_by_the_other() {
        cheap.always(Scripts.model(Rig.FAITHFUL));
        strong.always(Scripts.model(Rig.FAITHFUL));
        List<String> questions = Shipped.forModels(6);
        Tier first = rig.ask(questions.get(0)).receipt().servedBy();
        (first == Tier.CHEAP ? cheap : strong).down();

        for (String question : questions.subList(1, 6)) {
            Answer answer = rig.ask(question);

            assertThat(answer.receipt().servedBy())
                    .isIn(Tier.CHEAP, Tier.STRONG)
                    .isNotEqualTo(first);
            assertThat(answer.receipt().spending().note()).isEmpty();
        }
    }
}
