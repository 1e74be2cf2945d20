package dev.rolewise.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PastedPassagesTest {
    private static final Pack PACK = Packs.gardeners();

    private final PastedPassages baseline;

    PastedPassagesTest(@TempDir Path folder) throws IOException {
        Path questions = Files.write(
                folder.resolve("questions.jsonl"),
                List.of(
                        "{\"id\":\"1\",\"question\":\"which chainsaw and ropes do tree surgeons use\"}",
                        "{\"id\":\"2\",\"question\":\"zzz qqq\",\"answerable\":false}"));
        this.baseline = PastedPassages.fitted(PACK, new HashedWords(), questions);
    }

    @Test
    void three_passages_are_pasted_and_cited_within_the_length_of_an_answer() {
        Answer answer = baseline.apply(Question.of("which chainsaw and ropes do tree surgeons use"));

        assertThat(answer.status()).isEqualTo(Answer.Status.ANSWERED);
        assertThat(answer.citations()).hasSize(3);
        assertThat(answer.text().length()).isLessThanOrEqualTo(Answer.MAX_TEXT);
        assertThat(PACK.passages()).anySatisfy(p -> assertThat(answer.text()).startsWith(p.text()));
    }

    @Test
    void what_is_too_far_is_refused() {
        assertThat(baseline.apply(Question.of("zzz qqq")).status()).isEqualTo(Answer.Status.NOT_COVERED);
    }
}
