package dev.rolewise.answer;

import dev.rolewise.knowledge.AnswerForm;
import dev.rolewise.knowledge.Intent;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.question.Answer;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.QuestionProfile;
import java.util.Optional;

/**
 * Ends an answer with the way to the quiz that asks what the answer cannot know: the one that has the name of the
 * question's intent, or for a personal question the pack's first. Thread-safe.
 */
final class QuizPointer {
    private static final double LIKELY = 0.5;

    private final Pack pack;

    QuizPointer(Pack pack) {
        this.pack = pack;
    }

    /** The same answer, or the answer with one line more. */
    Answer pointedTo(Answer answer) {
        boolean onTopic = answer.status() == Answer.Status.ANSWERED || answer.status() == Answer.Status.NOT_COVERED;
        return answer.profile()
                .filter(profile -> onTopic)
                .flatMap(this::sentence)
                .map(sentence -> answer.with(AnswerLine.of(sentence)))
                .orElse(answer);
    }

    private Optional<String> sentence(QuestionProfile profile) {
        return pack.quiz(profile.intent())
                .filter(quiz -> profile.intentConfidence() >= LIKELY)
                .map(quiz -> Phrases.quiz("/fit quiz:" + quiz.id(), "it", quiz))
                .or(() -> pack.quizzes().stream()
                        .filter(quiz -> isPersonal(profile))
                        .findFirst()
                        .map(quiz -> Phrases.quiz("/fit", "which role fits you", quiz)));
    }

    /** It surely asks what fits, or it may and tells of the asker. */
    private boolean isPersonal(QuestionProfile profile) {
        boolean asked = pack.intent(profile.intent())
                .map(Intent::form)
                .filter(form -> form == AnswerForm.PERSONAL)
                .isPresent();
        return asked && (profile.personal() || profile.intentConfidence() >= LIKELY);
    }
}
