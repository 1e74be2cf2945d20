package dev.rolewise.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Answer.Status;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Spending;
import dev.rolewise.question.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerJsonTest {
    @Test
    void an_answer_is_written_as_promised() {
        Answer answer = Samples.withProfile(
                Samples.answered("Python [1].", "engine-vs-car"), Samples.profile("tools mle?", List.of()));

        assertThat(AnswerJson.line(TextNode.valueOf("P001"), "tools mle?", answer))
                .isEqualTo(
                        "{\"id\":\"P001\",\"question\":\"tools mle?\",\"status\":\"answered\",\"text\":\"Python [1].\","
                                + "\"citations\":[{\"marker\":1,\"source\":\"engine-vs-car\",\"title\":\"Title of engine-vs-car\","
                                + "\"heading\":[\"ML engineer\",\"Tools\"],\"quote\":\"A quote.\",\"note\":true}],"
                                + "\"profile\":{\"roles\":[\"ml-engineer\"],\"from\":null,\"to\":null,\"aspect\":\"tools\","
                                + "\"intent\":\"tools\",\"polarity\":\"positive\",\"complexity\":\"simple\",\"parts\":1},"
                                + "\"receipt\":{\"served_by\":\"local\",\"cached\":null,\"age_s\":0,\"model\":null,\"model_calls\":0,"
                                + "\"tokens_in\":0,\"tokens_out\":0,\"cost_usd\":0.0,\"latency_ms\":41.3}}");
    }

    @Test
    void a_question_without_an_id_and_an_answer_without_a_profile_leave_them_out() {
        String line = AnswerJson.line("hm", Samples.answer(Status.NOT_COVERED, "Not in my sources."));

        assertThat(line)
                .startsWith("{\"question\":\"hm\",\"status\":\"not-covered\"")
                .contains("\"profile\":null");
    }

    @Test
    void a_cached_answer_says_how_and_how_old_it_is() {
        Receipt cached = new Receipt(
                Tier.LOCAL,
                Optional.of(CacheHit.EXACT),
                Duration.ofMillis(61_900),
                Duration.ofNanos(49_999),
                Spending.NONE);

        assertThat(AnswerJson.line("q", Samples.answered("a").with(cached)))
                .contains("\"cached\":\"exact\",\"age_s\":61,")
                .contains("\"latency_ms\":0.0}");
    }

    @Test
    void an_answer_to_other_words_is_called_semantic() {
        Answer made = Samples.answered("a");
        Receipt reused = made.receipt()
                .fromCache(Optional.of(new Receipt.Reused("q?", 0.9)), Duration.ofSeconds(5), Duration.ZERO);

        assertThat(AnswerJson.line("q", made.with(reused))).contains("\"cached\":\"semantic\",\"age_s\":5,");
    }

    @Test
    void two_questions_in_one_are_two_parts() {
        Answer answer = Samples.withProfile(
                Samples.answered("a"),
                Samples.profile("a? b?", List.of(Samples.profile("a?", List.of()), Samples.profile("b?", List.of()))));

        assertThat(AnswerJson.line("a? b?", answer)).contains("\"parts\":2}");
    }

    @Test
    void a_number_as_id_comes_back_as_a_number() {
        assertThat(AnswerJson.line(IntNode.valueOf(7), "q", Samples.answered("a")))
                .startsWith("{\"id\":7,");
    }

    @Test
    void line_breaks_stay_inside_the_line() {
        assertThat(AnswerJson.line("two\nlines\u2028", Samples.answered("x\ny")))
                .doesNotContain("\n")
                .contains("two\\nlines");
    }
}
