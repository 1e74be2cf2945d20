package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Answer;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt;
import dev.rolewise.question.Spending;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.Profiles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuizPointerTest {
    private final Pack pack = Packs.shipped();
    private final QuizPointer quizzes = new QuizPointer(pack);
    private final String aRole = pack.roles().get(0).id();

    @Test
    void a_personal_question_gets_the_way_to_the_first_quiz() {
        assertThat(last(asked(Answer.Status.ANSWERED, "role-fit", List.of(aRole))))
                .isEqualTo("/fit asks what decides which role fits you, in "
                        + pack.quizzes().get(0).questions().size() + " short questions.");
        assertThat(last(asked(Answer.Status.NOT_COVERED, "role-fit", List.of())))
                .startsWith("/fit asks");
    }

    @Test
    void a_question_that_has_a_quiz_of_its_intent_gets_the_way_to_that() {
        assertThat(last(asked(Answer.Status.ANSWERED, "hiring", List.of())))
                .startsWith("/fit quiz:hiring asks what decides it, in ");
    }

    @Test
    void other_questions_get_none() {
        assertThat(last(asked(Answer.Status.ANSWERED, "tools", List.of()))).isEqualTo("So it is.");
        assertThat(last(asked(Answer.Status.OUT_OF_SCOPE, "role-fit", List.of())))
                .isEqualTo("So it is.");
    }

    @Test
    void a_pack_without_quizzes_points_nowhere() {
        Answer answer = asked(Answer.Status.ANSWERED, "role-fit", List.of());

        assertThat(new QuizPointer(Packs.withoutQuizzes(pack)).pointedTo(answer))
                .isEqualTo(answer);
    }

    private String last(Answer answer) {
        List<AnswerLine> lines = quizzes.pointedTo(answer).lines();
        return lines.get(lines.size() - 1).text();
    }

    private static Answer asked(Answer.Status status, String intent, List<String> roles) {
        QuestionProfile profile = Profiles.of("So?", roles, Optional.empty(), intent, Set.of(), new HashedWords());
        return new Answer(
                status,
                List.of(AnswerLine.of("So it is.")),
                List.of(),
                List.of(),
                Optional.of(profile),
                Receipt.local(Spending.NONE));
    }
}
