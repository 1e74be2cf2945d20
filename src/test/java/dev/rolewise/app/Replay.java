package dev.rolewise.app;

import dev.rolewise.answer.AskOptions;
import dev.rolewise.cascade.money.MonthSpend;
import dev.rolewise.knowledge.PackLoader;
import dev.rolewise.provider.Dialect;
import dev.rolewise.provider.LoopbackProvider;
import dev.rolewise.provider.Scripts;
import dev.rolewise.question.Question;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import dev.rolewise.replay.Draw;
import dev.rolewise.replay.Draw.Drawn;
import dev.rolewise.replay.ReplayTable;
import dev.rolewise.replay.Served;
import dev.rolewise.replay.TypicalModels;
import dev.rolewise.store.Database;
import dev.rolewise.store.DatabaseLedger;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Answers ten thousand questions with a cheap and a strong model on a loopback provider, and says what they cost beside
 * other ways to answer them: {@code mvn -q test-compile exec:java@replay -Dreplay.questions=F,G}. Prices are those of
 * {@code prices.yml}; nothing leaves the machine. Progress goes to standard error.
 */
public final class Replay {
    private static final String CHEAP = "gpt-4.1-mini";
    private static final String STRONG = "gpt-4.1";
    private static final Path PACK = Path.of("config/knowledge/ai-careers");
    private static final String ALWAYS_STRONG = "always strong, no cache";
    private static final int PROGRESS_EVERY = 500;

    private final LoopbackProvider provider;
    private final List<Drawn> questions;
    private final int threads;
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    /** What came of a run. */
    private record Run(List<Served> served, MonthSpend spend, Duration took) {}

    private Replay(LoopbackProvider provider, List<Drawn> questions, int threads) {
        this.provider = provider;
        this.questions = questions;
        this.threads = threads;
    }

    /** {@code args}: files with a comma between them, how many questions, seed, threads, the small budget in dollars. */
    public static void main(String[] args) throws Exception {
        if (args[0].isBlank()) {
            throw new IllegalArgumentException("name the files to draw from: -Dreplay.questions=FILE,FILE");
        }
        List<Path> files = Stream.of(args[0].split(",")).map(Path::of).toList();
        long seed = Long.parseLong(args[2]);
        List<Drawn> questions = Draw.of(Draw.read(files), Integer.parseInt(args[1]), seed, PackLoader.load(PACK));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (LoopbackProvider provider = LoopbackProvider.start()) {
            provider.always(Scripts.model(TypicalModels.of(STRONG)));
            new Replay(provider, questions, Integer.parseInt(args[3])).run(seed, args[4], out);
        }
    }

    private void run(long seed, String smallBudget, PrintStream out) throws Exception {
        Run ours = whole("ours", "1000", Map.of());
        Run exact = whole("exact level alone", "1000", Map.of("ROLEWISE_CACHE_ERROR_BOUND", "0"));
        List<Served> strong = each("always strong", Tier.STRONG);
        List<Served> cheap = each("always cheap", Tier.CHEAP);
        Run small = whole("small budget", smallBudget, Map.of());

        ReplayTable table = new ReplayTable(questions);
        table.add("ours", ours.served(), ours.took());
        table.add("ours, exact level of the cache alone", exact.served(), exact.took());
        table.add(ALWAYS_STRONG, strong);
        table.add("always cheap, no cache", cheap);
        table.add("random, our strong share, no cache", ReplayTable.byLot(ours.served(), strong, cheap, seed));
        table.add("always strong, our cache", ReplayTable.behindOurCache(ours.served(), strong));
        table.add("random, our shares and cache", ReplayTable.byLotBehindOurCache(ours.served(), strong, cheap, seed));
        table.add("ours, budget of $" + smallBudget, small.served(), small.took());
        long wordings = questions.stream().map(Drawn::text).distinct().count();
        out.println(String.format(
                Locale.ROOT,
                "%,d questions in %,d wordings, seed %d; cheap %s, strong %s, prices of prices.yml; of base: %s",
                questions.size(),
                wordings,
                seed,
                CHEAP,
                STRONG,
                ALWAYS_STRONG));
        table.lines(ALWAYS_STRONG).forEach(out::println);
        out.println(
                "What the coverage check turns away costs nothing in any row. A row without a time is put together from"
                        + " the runs.");
        table.reuses(ours.served(), exact.served()).forEach(out::println);
        out.println(String.format(
                Locale.ROOT,
                "The ledger of the last run: %s settled and %s reserved of %s; receipts say %s.",
                small.spend().settled(),
                small.spend().reserved(),
                small.spend().cap(),
                ReplayTable.cost(small.served())));
    }

    /** Every question, in turn. */
    private Run whole(String name, String budget, Map<String, String> settings) throws Exception {
        return run(name, budget, questions, AskOptions.PLAIN, settings);
    }

    /** What every question costs that tier with no cache: the same words cost the same, so each is asked once. */
    private List<Served> each(String name, Tier tier) throws Exception {
        Map<String, Drawn> wordings = new LinkedHashMap<>();
        questions.forEach(question -> wordings.putIfAbsent(question.text(), question));
        List<Served> once = run(
                        name, "1000", List.copyOf(wordings.values()), AskOptions.of(true, Optional.of(tier)), Map.of())
                .served();
        Map<String, Served> byText = new HashMap<>();
        Iterator<Served> next = once.iterator();
        wordings.keySet().forEach(text -> byText.put(text, next.next()));
        return questions.stream()
                .map(q -> Objects.requireNonNull(byText.get(q.text())))
                .toList();
    }

    /** One run with a data folder of its own, which is gone afterwards. */
    private Run run(String name, String budget, List<Drawn> asked, AskOptions options, Map<String, String> settings)
            throws Exception {
        Path data = Files.createTempDirectory("rolewise-replay");
        try (Setup setup = setup(data, budget, settings);
                Installation installation = Installation.open(setup)) {
            long start = System.nanoTime();
            List<Served> served = answers(name, asked, installation, options);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            MonthSpend spend = spend(data, setup);
            Usd receipts = ReplayTable.cost(served);
            if (!spend.settled().equals(receipts) || spend.settled().compareTo(spend.cap()) > 0) {
                throw new IllegalStateException(name + ": the ledger says " + spend + ", the receipts " + receipts);
            }
            return new Run(served, spend, took);
        } finally {
            delete(data);
        }
    }

    private List<Served> answers(String name, List<Drawn> asked, Installation installation, AskOptions options)
            throws Exception {
        Served[] served = new Served[asked.size()];
        AtomicInteger next = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                workers.add(pool.submit(() -> {
                    for (int i = next.getAndIncrement(); i < served.length; i = next.getAndIncrement()) {
                        Question question = Question.of(asked.get(i).text());
                        served[i] = Served.of(
                                installation.ask(question, options),
                                asked.get(i).label());
                        if ((i + 1) % PROGRESS_EVERY == 0) {
                            err.println(name + ": " + (i + 1) + " of " + served.length + ", " + provider.calls()
                                    + " calls so far");
                        }
                    }
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } finally {
            pool.shutdownNow();
        }
        return List.of(served);
    }

    private static MonthSpend spend(Path data, Setup setup) {
        try (Database database = Database.open(data)) {
            return new DatabaseLedger(
                            database, ModelSettings.budget(setup.settings()), Clock.systemUTC(), () -> "look", a -> {})
                    .month();
        }
    }

    private Setup setup(Path data, String budget, Map<String, String> settings) throws Exception {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("ROLEWISE_DATA_DIR", data.toString());
        environment.put("ROLEWISE_LOG_LEVEL", "error");
        environment.put("ROLEWISE_ANSWER_DEADLINE", "5m");
        environment.put("ROLEWISE_BUDGET_INSTALLATION_MONTH_USD", budget);
        environment.put("ROLEWISE_BUDGET_INSTALLATION_MONTH_CALLS", "1000000");
        for (String[] tier : new String[][] {{"CHEAP", CHEAP}, {"STRONG", STRONG}}) {
            environment.put("ROLEWISE_TIERS_" + tier[0] + "_PROVIDER", "openai");
            environment.put("ROLEWISE_TIERS_" + tier[0] + "_MODEL", tier[1]);
            environment.put(
                    "ROLEWISE_TIERS_" + tier[0] + "_BASE_URL",
                    provider.address(Dialect.OPENAI).toString());
            environment.put("ROLEWISE_TIERS_" + tier[0] + "_API_KEY", "any-word");
        }
        return new Launch(
                        new Terminal(InputStream.nullInputStream(), nowhere, nowhere, OptionalInt::empty),
                        environment,
                        data,
                        Clock.systemUTC(),
                        new Composition(false))
                .setup(Optional.empty());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
