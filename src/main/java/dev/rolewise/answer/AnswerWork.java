package dev.rolewise.answer;

import dev.rolewise.analysis.QuestionAnalyzer;
import dev.rolewise.cache.Computation;
import dev.rolewise.cascade.Deadline;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.question.QuestionProfile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answer to one question, and what is understood of it, once. For one thread. */
final class AnswerWork implements Computation {
    private final Question question;
    private final boolean standsAlone;
    private final AskOptions options;
    private final Deadline end;
    private final QuestionAnalyzer analyzer;
    private final Answerer answerer;
    private @Nullable QuestionProfile profile;

    AnswerWork(
            Question question,
            boolean standsAlone,
            AskOptions options,
            Deadline end,
            QuestionAnalyzer analyzer,
            Answerer answerer) {
        this.question = question;
        this.standsAlone = standsAlone;
        this.options = options;
        this.end = end;
        this.analyzer = analyzer;
        this.answerer = answerer;
    }

    @Override
    public boolean standsAlone() {
        return standsAlone;
    }

    @Override
    public Optional<String> asker() {
        return options.memberId();
    }

    @Override
    public boolean keep(Runnable work) {
        return options.keeping().keep(work);
    }

    @Override
    public QuestionProfile understood() {
        QuestionProfile found = profile == null ? analyzer.analyze(question) : profile;
        profile = found;
        return found;
    }

    @Override
    public Answer answer() {
        return answerer.answer(question, understood(), options, end);
    }
}
