package dev.rolewise.app;

import dev.rolewise.command.Attachment;
import dev.rolewise.fit.FitAnswers;
import dev.rolewise.fit.FitJson;
import dev.rolewise.fit.FitText;
import dev.rolewise.fit.QuizResult;
import dev.rolewise.fit.QuizScorer;
import dev.rolewise.fit.ResultPicture;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Quiz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rolewise fit}: a quiz in the terminal. */
@Command(
        name = "fit",
        description = {
            "Take a quiz: which role fits, and why.",
            "Asks one question at a time, or takes --answers: a letter for each question, such as abca."
        })
final class FitAtTerminal implements Callable<Integer> {
    private final Launch launch;
    private final RootCommand root;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--quiz", paramLabel = "ID", description = "Which quiz. Default: the pack's first.")
    private @Nullable String wanted;

    @Option(names = "--answers", paramLabel = "LETTERS", description = "The answers, a letter for each question.")
    private @Nullable String letters;

    @Option(names = "--json", description = "Print the result as one line of JSON.")
    private boolean json;

    @Option(names = "--png", paramLabel = "FILE", description = "Draw the result as a picture as well.")
    private @Nullable Path png;

    FitAtTerminal(Launch launch, RootCommand root) {
        this.launch = launch;
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        try (Setup setup = root.setup()) {
            Pack pack = launch.wiring().pack(setup);
            Quiz quiz = quiz(pack);
            Optional<ResultFile> file = file();
            QuizTalk.Outcome outcome = letters == null
                    ? new QuizTalk(quiz, launch.terminal()).run()
                    : new QuizTalk.Outcome.Answered(parsed(quiz, letters));
            if (outcome instanceof QuizTalk.Outcome.Cut cut) {
                throw new OperatorException("the input ended before question " + cut.question() + " of "
                        + quiz.questions().size() + " was answered; --answers takes all letters at once");
            }
            if (outcome instanceof QuizTalk.Outcome.Answered answered) {
                show(new QuizScorer(pack).score(quiz, answered.answers()), file);
            }
            return 0;
        }
    }

    private void show(QuizResult result, Optional<ResultFile> file) throws OperatorException {
        launch.terminal().result(json ? FitJson.line(result) : FitText.of(result));
        if (file.isPresent()) {
            Attachment picture = launch.wiring()
                    .pictures()
                    .results()
                    .paint(ResultPicture.own(result))
                    .orElseThrow(FitAtTerminal::undrawable);
            file.get().write(picture.bytes());
            launch.terminal().note("wrote " + file.get());
        }
    }

    /** Refuses before the first question what could not be done after the last. */
    private Optional<ResultFile> file() throws OperatorException {
        if (png == null) {
            return Optional.empty();
        }
        if (!launch.wiring().pictures().possible()) {
            throw undrawable();
        }
        return Optional.of(ResultFile.at(launch.startedIn().resolve(png)));
    }

    private static OperatorException undrawable() {
        return new OperatorException("the picture cannot be drawn here; leave out --png");
    }

    private Quiz quiz(Pack pack) throws OperatorException {
        if (pack.quizzes().isEmpty()) {
            throw new OperatorException("the pack " + pack.id() + " has no quiz: it has no quizzes.yml");
        }
        if (wanted == null) {
            return pack.quizzes().get(0);
        }
        return pack.quiz(wanted)
                .orElseThrow(() -> wrong("--quiz: there is no such quiz; there is "
                        + pack.quizzes().stream().map(Quiz::id).collect(Collectors.joining(", "))));
    }

    private List<Integer> parsed(Quiz quiz, String typed) throws IOException {
        FitAnswers.Outcome parsed = FitAnswers.parse(quiz, typed);
        if (parsed instanceof FitAnswers.Outcome.Given given) {
            return given.answers();
        }
        String why = ((FitAnswers.Outcome.Wrong) parsed).why();
        throw wrong("--answers: " + (why.endsWith(".") ? why.substring(0, why.length() - 1) : why));
    }

    private ParameterException wrong(String why) {
        return new ParameterException(
                Objects.requireNonNull(spec, "picocli sets it").commandLine(), why);
    }
}
