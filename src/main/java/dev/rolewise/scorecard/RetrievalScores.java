package dev.rolewise.scorecard;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.question.Embedder;
import dev.rolewise.retrieval.CorpusIndex;
import dev.rolewise.retrieval.CorpusIndex.Found;
import dev.rolewise.retrieval.CorpusIndex.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Measures the search over any collection: indexes it as the bot indexes its passages, asks every labelled query, and writes
 * the rankings as a run file where one is wanted. Not thread-safe.
 */
public final class RetrievalScores {
    /** Documents of a ranking that are kept. */
    private static final int DEPTH = 100;

    /** Queries that are asked once before the clock counts, since the first ones wait for the compiler. */
    private static final int WARM_UP = 20;

    private final Embedder embedder;
    private final Ticker ticker;
    private final Consumer<String> messages;
    private final JsonLines lines;

    /**
     * @param embedder makes vectors of documents and queries
     * @param ticker nanoseconds
     * @param messages takes progress and reports of broken lines, one line each
     */
    public RetrievalScores(Embedder embedder, Ticker ticker, Consumer<String> messages) {
        this.embedder = embedder;
        this.ticker = ticker;
        this.messages = messages;
        this.lines = new JsonLines(messages);
    }

    /**
     * Measures one mode.
     *
     * @param run where the rankings go, in the form that {@code trec_eval} reads
     * @throws UnusableFileException where a file cannot be used
     */
    public RetrievalResult run(Path corpus, Path queries, Mode mode, Optional<Path> run) throws IOException {
        if (run.isEmpty()) {
            return measure(corpus, queries, mode, List.of(mode), Optional.empty())
                    .get(0);
        }
        try (OutputFile file = OutputFile.open(run.get(), queries)) {
            RetrievalResult result = measure(corpus, queries, mode, List.of(mode), Optional.of(new RunFile(file)))
                    .get(0);
            file.finish();
            return result;
        }
    }

    /** Measures all modes over one index, in the order of {@link Mode}. */
    List<RetrievalResult> everyMode(Path corpus, Path queries) throws IOException {
        return measure(corpus, queries, Mode.HYBRID, List.of(Mode.values()), Optional.empty());
    }

    private List<RetrievalResult> measure(
            Path corpus, Path queries, Mode indexed, List<Mode> modes, Optional<RunFile> run) throws IOException {
        List<LabelledQuery> asked = lines.read(queries, LabelledQuery.form());
        List<CorpusIndex.Document> documents = lines.read(corpus, LabelledQuery.documentForm());
        if (asked.isEmpty() || documents.isEmpty()) {
            throw new UnusableFileException((asked.isEmpty() ? queries : corpus) + " has no usable line");
        }
        long start = ticker.read();
        IndexProgress progress = new IndexProgress(documents.size(), ticker, messages);
        try (CorpusIndex index = CorpusIndex.of(documents, indexed, embedder, progress::reached)) {
            double seconds = (double) (ticker.read() - start) / TimeUnit.SECONDS.toNanos(1);
            progress.finished();
            List<RetrievalResult> results = new ArrayList<>();
            for (Mode mode : modes) {
                List<List<Found>> rankings = new ArrayList<>();
                Milliseconds times = ask(index, mode, asked, rankings);
                if (run.isPresent()) {
                    run.get().write(asked, rankings);
                }
                results.add(RetrievalResult.of(
                        mode, asked, rankings, times, seconds, index.bytes(), documents.size(), lines.broken()));
            }
            return results;
        }
    }

    private Milliseconds ask(CorpusIndex index, Mode mode, List<LabelledQuery> asked, List<List<Found>> rankings) {
        asked.stream().limit(WARM_UP).forEach(query -> index.search(query.text(), mode, DEPTH));
        List<Double> times = new ArrayList<>();
        for (LabelledQuery query : asked) {
            long before = ticker.read();
            rankings.add(index.search(query.text(), mode, DEPTH));
            times.add((ticker.read() - before) / (double) TimeUnit.MILLISECONDS.toNanos(1));
        }
        messages.accept(String.format(
                Locale.ROOT, "%d queries asked, %s", times.size(), mode.name().toLowerCase(Locale.ROOT)));
        return new Milliseconds(times);
    }
}
