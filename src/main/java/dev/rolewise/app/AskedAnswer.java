package dev.rolewise.app;

import dev.rolewise.answer.AnswerText;
import dev.rolewise.question.Answer;

/** An answer as text for a person: what it says, its sources, and what made it. */
final class AskedAnswer {
    private AskedAnswer() {}

    static String text(Answer answer) {
        String sources = String.join("\n", AnswerText.sources(answer.citations()));
        return answer.text() + "\n\n" + (sources.isEmpty() ? "" : sources + "\n")
                + AnswerText.receipt(answer.receipt());
    }
}
