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

    private boolean likely = true;
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
        public Optional<Near> nearCorrection(QuestionProfile asked, Scope scope) {
            looked.incrementAndGet();
            return Optional.of(new Near(
                    new Correction("c1", "When do we meet?", "Tuesdays 18:00 in #stage", "2026-11-21"), likely));
        }
    };

    @Test
    void it_is_looked_for_once_and_shown_below_its_question() {
        Answer answer = ask("At which bench is our gathering?");

        assertThat(answer.text()).contains("When do we meet?", "Tuesdays 18:00 in #stage");
        assertThat(looked).hasValue(1);
    }

    @Test
    void one_that_is_less_likely_is_shown_where_nothing_else_answers_and_is_no_answer() {
        likely = false;

        Answer none = ask("At which bench is our gathering?");
        Answer known = ask("Do landscape gardeners need a licence?");

        assertThat(none.text()).contains("To “When do we meet?” this server answers:\nTuesdays 18:00 in #stage");
        assertThat(none.status()).isEqualTo(Answer.Status.NOT_COVERED);
        assertThat(known.text()).doesNotContain("Tuesdays").contains("no licence");
    }

    private Answer ask(String question) {
        return Gardeners.quick().knowing(servers).ask(new Question(question, List.of(), SERVER), Gardeners.FRESH);
    }
}
