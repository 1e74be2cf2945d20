package dev.rolewise.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.answer.AskOptions;
import dev.rolewise.cache.ReuseCalibration;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.cascade.ComplexityClassifier;
import dev.rolewise.fit.QuizAudit;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.retrieval.CorpusIndex;
import dev.rolewise.scorecard.CacheCard;
import dev.rolewise.scorecard.ComplexityScorecard;
import dev.rolewise.scorecard.GroundingScorecard;
import dev.rolewise.scorecard.IntentScorecard;
import dev.rolewise.scorecard.LabelledSet;
import dev.rolewise.scorecard.RetrievalResult;
import dev.rolewise.scorecard.RetrievalScores;
import dev.rolewise.scorecard.RoutingScorecard;
import dev.rolewise.scorecard.Scorecard;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code rolewise eval …}: measures answers against labelled files. */
@Command(name = "eval", description = "Measure the bot against labelled files of JSON lines.")
final class EvalCommand {
    private final Launch launch;
    private final RootCommand root;

    EvalCommand(Launch launch, RootCommand root) {
        this.launch = launch;
        this.root = root;
    }

    /** The options that all measurements share. */
    static final class Files {
        @Option(names = "--in", required = true, paramLabel = "FILE", description = "The labelled lines.")
        private @Nullable Path in;

        @Option(names = "--out", paramLabel = "FILE", description = "Where to write a line for each item.")
        private @Nullable Path out;

        @Option(names = "--json", description = "Print the figures as one JSON object on the last line as well.")
        private boolean json;
    }

    /** What to learn from before measuring. */
    static final class Training {
        @Option(names = "--train", paramLabel = "FILE", description = "Labelled lines to learn from.")
        private @Nullable Path train;

        private Optional<Path> file(Launch launch) {
            return Optional.ofNullable(train).map(launch.startedIn()::resolve);
        }
    }

    @Command(description = "Measure answers to single questions.")
    int answers(@Mixin Files files) throws Exception {
        return measure(LabelledSet.ANSWERS, files);
    }

    @Command(description = "Measure the last answers of conversations.")
    int followups(@Mixin Files files) throws Exception {
        return measure(LabelledSet.FOLLOWUPS, files);
    }

    @Command(description = "Measure how hostile inputs and their harmless look-alikes fare.")
    int attacks(@Mixin Files files) throws Exception {
        return measure(LabelledSet.ATTACKS, files);
    }

    @Command(
            description = {
                "Measure whether the answer kept for one question would be given to another.",
                "A line holds a, b and, where it is known, same_answer."
            })
    int cache(@Mixin Files files) throws Exception {
        Path in = launch.startedIn().resolve(Objects.requireNonNull(files.in, "picocli requires --in"));
        Optional<Path> out = Optional.ofNullable(files.out).map(launch.startedIn()::resolve);
        try (Setup setup = root.setup();
                Services services = launch.wiring().services(setup)) {
            CacheCard.Outcome outcome = new CacheCard(
                            services::profile, new ReuseGuard(ReuseCalibration.SHIPPED), launch.terminal()::note)
                    .run(in, out);
            launch.terminal().result(outcome.scores().table());
            if (files.json) {
                launch.terminal().result(outcome.scores().json());
            }
            return outcome.tally().broken() == 0 ? 0 : 1;
        }
    }

    @Command(
            description = {
                "Try every combination of answers to each quiz of the pack.",
                "Status 1 where an outcome cannot be reached or a role is favoured by more than 2 points."
            })
    int quiz(
            @Option(names = "--json", description = "Print the figures as one JSON object on the last line as well.")
                    boolean json)
            throws Exception {
        try (Setup setup = root.setup()) {
            Pack pack = launch.wiring().pack(setup);
            if (pack.quizzes().isEmpty()) {
                throw new OperatorException("the pack " + pack.id() + " has no quiz: it has no quizzes.yml");
            }
            QuizAudit audit = QuizAudit.of(pack);
            launch.terminal().result(audit.table());
            if (json) {
                launch.terminal().result(audit.json());
            }
            return audit.passes() ? 0 : 1;
        }
    }

    @Command(
            description = {
                "Measure the search over any collection of texts.",
                "Vectors of texts are kept in the data folder, so that the next run starts with them."
            })
    int retrieval(
            @Option(
                            names = "--corpus",
                            required = true,
                            paramLabel = "FILE",
                            description = "The texts: lines with id, title and text.")
                    Path corpus,
            @Option(
                            names = "--queries",
                            required = true,
                            paramLabel = "FILE",
                            description = "The queries: lines with id, text and the ids that are relevant.")
                    Path queries,
            @Option(
                            names = "--mode",
                            paramLabel = "MODE",
                            converter = SearchMode.class,
                            defaultValue = "hybrid",
                            description = "lexical (words), dense (meaning) or hybrid (both). Default: hybrid.")
                    CorpusIndex.Mode mode,
            @Option(
                            names = "--run",
                            paramLabel = "FILE",
                            description = "Where the rankings go, in the form that trec_eval reads.")
                    @Nullable
                    Path run,
            @Option(names = "--json", description = "Print the figures as one JSON object on the last line as well.")
                    boolean json)
            throws Exception {
        try (Setup setup = root.setup();
                ClosableEmbedder embedder = launch.wiring().embedder(setup)) {
            RetrievalResult result = new RetrievalScores(embedder, Ticker.systemTicker(), launch.terminal()::note)
                    .run(
                            launch.startedIn().resolve(corpus),
                            launch.startedIn().resolve(queries),
                            mode,
                            Optional.ofNullable(run).map(launch.startedIn()::resolve));
            launch.terminal().result(result.table());
            if (json) {
                launch.terminal().result(result.json());
            }
            return result.broken() == 0 ? 0 : 1;
        }
    }

    /** The names of the modes, in small letters. */
    static final class SearchMode implements ITypeConverter<CorpusIndex.Mode> {
        @Override
        public CorpusIndex.Mode convert(String name) {
            return Arrays.stream(CorpusIndex.Mode.values())
                    .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "there is no mode " + name + ": it is lexical, dense or hybrid"));
        }
    }

    @Command(
            description = {
                "Measure how intents are told apart: those of a file, or the pack's own by cross-validation.",
                "The label oos is for texts that have none of them."
            })
    int intents(@Mixin Files files, @Mixin Training training) throws Exception {
        return measure(files, (parts, in, out) -> {
            IntentScorecard scorecard =
                    new IntentScorecard(parts.embedder(), parts.unstored(), System::nanoTime, launch.terminal()::note);
            IntentScorecard.Result found = training.file(launch).isPresent()
                    ? scorecard.run(training.file(launch).get(), in, out)
                    : scorecard.crossValidate(parts.pack(), in, out);
            return new Found(found.table(), found.json(), found.broken());
        });
    }

    @Command(description = "Measure how simple questions are told from complex ones.")
    int complexity(@Mixin Files files) throws Exception {
        return measure(files, (parts, in, out) -> {
            ComplexityScorecard.Result found = new ComplexityScorecard(
                            ComplexityClassifier.examples(parts.pack()),
                            parts.complexity(),
                            parts.embedder(),
                            launch.terminal()::note)
                    .run(in, out);
            return new Found(found.table(), found.json(), found.broken());
        });
    }

    @Command(
            description = {
                "Measure how prompts that deserve the strong model are told from others, by recorded outcomes.",
                "Without --train by cross-validation."
            })
    int routing(@Mixin Files files, @Mixin Training training) throws Exception {
        return measure(files, (parts, in, out) -> {
            RoutingScorecard scorecard = new RoutingScorecard(parts.embedder(), launch.terminal()::note);
            RoutingScorecard.Result found = training.file(launch).isPresent()
                    ? scorecard.run(training.file(launch).get(), in, out)
                    : scorecard.crossValidate(in, out);
            return new Found(found.table(), found.json(), found.broken());
        });
    }

    @Command(description = "Measure how claims that their evidence carries are told from others.")
    int grounding(@Mixin Files files) throws Exception {
        return measure(files, (parts, in, out) -> {
            GroundingScorecard.Result found =
                    new GroundingScorecard(parts.verifier(), System::nanoTime, launch.terminal()::note).run(in, out);
            return new Found(found.table(), found.json(), found.broken());
        });
    }

    /** What a measurement printed, and how many lines it could not use. */
    private record Found(String table, String json, int broken) {}

    private interface Measurement {
        Found of(Parts parts, Path in, Optional<Path> out) throws Exception;
    }

    private int measure(Files files, Measurement measurement) throws Exception {
        Path in = launch.startedIn().resolve(Objects.requireNonNull(files.in, "picocli requires --in"));
        Optional<Path> out = Optional.ofNullable(files.out).map(launch.startedIn()::resolve);
        try (Setup setup = root.setup()) {
            Found found = measurement.of(launch.wiring().parts(setup), in, out);
            launch.terminal().result(found.table());
            if (files.json) {
                launch.terminal().result(found.json());
            }
            return found.broken() == 0 ? 0 : 1;
        }
    }

    private int measure(LabelledSet set, Files files) throws Exception {
        Path in = launch.startedIn().resolve(Objects.requireNonNull(files.in, "picocli requires --in"));
        Optional<Path> out = Optional.ofNullable(files.out).map(launch.startedIn()::resolve);
        try (Setup setup = root.setup();
                Services services = launch.wiring().services(setup)) {
            Scorecard.Outcome outcome = new Scorecard(
                            question -> services.ask(question, AskOptions.of(true, Optional.empty())),
                            launch.terminal()::note)
                    .run(set, in, out);
            launch.terminal().result(outcome.scores().table());
            if (files.json) {
                launch.terminal().result(outcome.scores().json());
            }
            return outcome.tally().broken() == 0 ? 0 : 1;
        }
    }
}
