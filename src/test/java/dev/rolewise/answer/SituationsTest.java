package dev.rolewise.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Asks for a role for a project, of a pack about gardens, with the real model. */
class SituationsTest {
    private static final Gardeners GARDENERS = Gardeners.real();

    @Test
    void a_project_gets_the_role_that_it_needs_with_what_says_so() {
        assertThat(answer("A storm has split the big ash behind our house. Whom should we hire?"))
                .startsWith("Going by what you describe: ")
                .contains("ree surgeon");
        assertThat(answer("We want a pond, two walls and a terrace. Arborist or landscape gardener?"))
                .startsWith("Going by what you describe: A landscape gardener shapes whole gardens");
    }

    @Test
    void what_is_told_beside_the_matter_decides_nothing() {
        assertThat(answer("We have moved to Leeds and there are five of us. Which of the two do we need?"))
                .startsWith("What you describe does not decide it yet. This would:");
    }

    @Test
    void who_needs_somebody_else_altogether_is_not_told_what_would_decide_between_the_roles() {
        assertThat(answer("we need a plumber or an electrician, our sink leaks, who should we hire?"))
                .doesNotContainIgnoringCase("what you describe");
        assertThat(answer("My boss is ill and our cook has quit, who do we need?"))
                .doesNotContainIgnoringCase("what you describe");
    }

    @Test
    void a_question_about_one_role_is_answered_as_ever() {
        assertThat(answer("We have an old oak. Do landscape gardeners need a licence?"))
                .doesNotContain("what you describe");
    }

    private static String answer(String question) {
        Answer answer = GARDENERS.service.ask(Question.of(question), AskOptions.of(true, Optional.empty()));
        return answer.text();
    }
}
