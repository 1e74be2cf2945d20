package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Scope;
import dev.rolewise.question.ServerKnowledge;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A server's answer to a question that may ask the same. */
class NearCorrectionTest {
    private static final Scope SERVER = new Scope(Optional.of("1"));

    private final AtomicInteger looked = new AtomicInteger();
    private final ServerKnowledge servers = new ServerKnowledge() {
        @Override
        public Scope scope(Optional<String> serverId) {
            return SERVER;
        }

        @Override
        public Mix mix(Scope scope) {
            return Mix.BOTH;
        }

        @Override
        public Optional<Correction> correction(QuestionProfile asked, Scope scope) {
            return Optional.empty();
        }

        @Override
        public Optional<Correction> nearCorrection(QuestionProfile asked, Scope scope) {
            looked.incrementAndGet();
            return Optional.of(new Correction("c1", "When do we meet?", "Tuesdays 18:00 in #stage", "2026-11-21"));
        }
    };

    @Test
    void it_is_looked_for_once_and_shown_below_its_question() {
        Answer answer = Gardeners.quick()
                .knowing(servers)
                .ask(new Question("At which bench is our gathering?", List.of(), SERVER), Gardeners.FRESH);

        assertThat(answer.text()).contains("When do we meet?", "Tuesdays 18:00 in #stage");
        assertThat(looked).hasValue(1);
    }
}
