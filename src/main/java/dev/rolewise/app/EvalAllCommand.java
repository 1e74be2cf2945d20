package dev.rolewise.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.answer.AskOptions;
import dev.rolewise.cache.ReuseCalibration;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Question;
import dev.rolewise.retrieval.BgeEmbedder;
import dev.rolewise.scorecard.AnswerMeasurement;
import dev.rolewise.scorecard.CacheMeasurement;
import dev.rolewise.scorecard.Measurement;
import dev.rolewise.scorecard.PartMeasurements;
import dev.rolewise.scorecard.RetrievalMeasurement;
import dev.rolewise.scorecard.WholeScorecard;
import dev.rolewise.scorecard.page.Edition;
import dev.rolewise.scorecard.page.MarkdownTable;
import dev.rolewise.scorecard.page.ScorecardPage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code rolewise eval all}: every measurement for which there is data, as a page and as a table. */
@Command(
        name = "all",
        description = {
            "Measure everything that there is data for.",
            "Prints a table in Markdown, and writes one page with charts, which needs nothing else."
        })
final class EvalAllCommand implements Callable<Integer> {
    private final Launch launch;
    private final RootCommand root;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "A folder with labelled files; they are known by their names, wherever they lie in it.")
    private @Nullable Path data;

    @Option(names = "--html", paramLabel = "FILE", description = "Where the page goes.")
    private @Nullable Path html;

    @Option(names = "--json", description = "Print the figures as one JSON object on the last line as well.")
    private boolean json;

    EvalAllCommand(Launch launch, RootCommand root) {
        this.launch = launch;
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        Path from = launch.startedIn().resolve(Objects.requireNonNull(data, "picocli requires --data"));
        Optional<ResultFile> page = html == null
                ? Optional.empty()
                : Optional.of(ResultFile.at(launch.startedIn().resolve(html)));
        try (Setup setup = root.setup();
                Services services = launch.wiring().services(setup);
                ClosableEmbedder embedder = launch.wiring().embedder(setup)) {
            Parts parts = launch.wiring().parts(setup);
            WholeScorecard scorecard =
                    WholeScorecard.run(measurements(services, parts, embedder), from, launch.terminal()::note);
            Edition edition = new Edition(
                    LocalDate.ofInstant(setup.clock().instant(), ZoneOffset.UTC),
                    RootCommand.Version.text(),
                    Runtime.version().toString(),
                    BgeEmbedder.MODEL,
                    Runtime.getRuntime().availableProcessors());
            launch.terminal().result(MarkdownTable.of(scorecard, edition));
            if (page.isPresent()) {
                page.get().write(ScorecardPage.of(scorecard, edition).getBytes(StandardCharsets.UTF_8));
                launch.terminal().note("the page is in " + page.get());
            }
            if (json) {
                launch.terminal().result(scorecard.json());
            }
            return scorecard.hasFailures() ? 1 : 0;
        }
    }

    /** The parts of the scorecard, in the order in which they are shown. */
    private static List<Measurement> measurements(Services services, Parts parts, ClosableEmbedder embedder) {
        Function<Question, Answer> answerer = question -> services.ask(question, AskOptions.of(true, Optional.empty()));
        ReuseGuard guard = new ReuseGuard(ReuseCalibration.SHIPPED);
        return List.of(
                AnswerMeasurement.answers(answerer, services.pack(), embedder),
                AnswerMeasurement.followUps(answerer),
                AnswerMeasurement.attacks(answerer),
                PartMeasurements.intents(parts.pack(), embedder, parts.unstored(), System::nanoTime),
                PartMeasurements.clinc(embedder, parts.unstored(), System::nanoTime),
                PartMeasurements.complexity(parts.pack(), parts.complexity(), embedder),
                CacheMeasurement.pairs(services::profile, guard),
                CacheMeasurement.mixed(services::profile, guard),
                new RetrievalMeasurement(embedder, Ticker.systemTicker()),
                PartMeasurements.grounding(parts.verifier(), System::nanoTime),
                PartMeasurements.mmlu(embedder),
                PartMeasurements.gsm8k(embedder));
    }
}
