package dev.rolewise.fit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.command.ActionCall;
import dev.rolewise.command.ActionSeal;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Reply;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Quiz;
import dev.rolewise.testing.Packs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The quizzes that the bot comes with: every combination of answers is given. */
class ShippedQuizzesTest {
    /** Room in a Discord message for what escaping adds to a text. */
    private static final int MOST_CHARACTERS = 3_500;

    private static final Caller MEMBER = Caller.member("99999999999999999999", Optional.empty(), "here");

    private final Pack pack = Packs.shipped();
    private final QuizScorer scorer = new QuizScorer(pack);

    @Test
    void both_quizzes_are_there_and_fair() {
        assertThat(pack.quizzes()).extracting(Quiz::id).containsExactly("path", "hiring");
        QuizAudit audit = QuizAudit.of(pack);
        assertThat(audit.passes()).as(audit.table()).isTrue();
    }

    @Test
    void every_combination_leads_to_an_outcome_and_every_outcome_is_reached() {
        for (Quiz quiz : pack.quizzes()) {
            Set<String> reached = new HashSet<>();
            Quizzes.everyCombination(quiz, answers -> {
                QuizResult result = scorer.score(quiz, answers);
                reached.add(result.outcome().id());
                assertThat(result.shares().stream()
                                .mapToInt(QuizResult.Share::percent)
                                .sum())
                        .isEqualTo(100);
                assertThat(result.reasons())
                        .allSatisfy(r -> assertThat(r.citations()).isNotEmpty());
            });
            assertThat(reached)
                    .containsExactlyInAnyOrderElementsOf(
                            quiz.outcomes().stream().map(Quiz.Outcome::id).toList());
        }
    }

    @Test
    void no_answer_towards_a_role_lowers_its_share() {
        for (Quiz quiz : pack.quizzes()) {
            List<String> roles = pack.roles().stream().map(r -> r.id()).toList();
            Quizzes.everyCombination(quiz, answers -> {
                QuizScore before = QuizScore.of(quiz, roles, answers);
                for (int q = 0; q < answers.size(); q++) {
                    List<Integer> changed = new ArrayList<>(answers);
                    changed.set(
                            q,
                            (answers.get(q) + 1)
                                    % quiz.questions().get(q).options().size());
                    QuizScore after = QuizScore.of(quiz, roles, changed);
                    for (int r = 0; r < roles.size(); r++) {
                        int towards =
                                Integer.signum(QuizScore.points(quiz.questions().get(q), changed.get(q), roles.get(r))
                                        - QuizScore.points(quiz.questions().get(q), answers.get(q), roles.get(r)));
                        int moved = Integer.signum(
                                after.percent().get(r) - before.percent().get(r));
                        assertThat(towards * moved).isNotNegative();
                    }
                }
            });
        }
    }

    @Test
    void every_page_fits_into_a_message() {
        FitActions actions = new FitActions(new ActionSeal(new byte[32]));
        FitCommand command = new FitCommand(pack, new ActionSeal(new byte[32]), ResultPainter.NONE);
        for (Quiz quiz : pack.quizzes()) {
            Quizzes.everyCombination(quiz, answers -> {
                if (answers.hashCode() % 7 != 0) {
                    return;
                }
                QuizState state = new QuizState(
                        quiz.id(),
                        quiz.version(),
                        FitAnswers.letters(answers),
                        quiz.questions().size());
                for (String verb : List.of(FitActions.GO, FitActions.WHY, FitActions.SHARE)) {
                    Reply reply = command.act(ActionCall.press(MEMBER, actions.sealed(verb, MEMBER.memberId(), state)));
                    assertThat(reply.aside()).isFalse();
                    assertThat(Replies.text(reply)).hasSizeLessThan(MOST_CHARACTERS);
                }
                assertThat(ResultPicture.own(scorer.score(quiz, answers)).alt())
                        .hasSizeLessThan(ResultPicture.MAX_ALT)
                        .doesNotEndWith("…");
            });
        }
    }
}
