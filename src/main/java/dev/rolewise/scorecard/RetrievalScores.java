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

    /**
     * @param embedder makes vectors of documents and queries
     * @param ticker nanoseconds
     * @param messages takes progress and reports of broken lines, one line each
     */
    public RetrievalScores(Embedder embedder, Ticker ticker, Consumer<String> messages) {
        this.embedder = embedder;
        this.ticker = ticker;
        this.messages = messages;
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
        LabelledRows<LabelledQuery> asked =
                LabelledRows.of(queries, LabelledQuery.FORM, LabelledQuery.reader(), messages);
        LabelledRows<CorpusIndex.Document> documents =
                LabelledRows.of(corpus, LabelledQuery.DOCUMENT_FORM, LabelledQuery.documentReader(), messages);
        int broken = asked.broken() + documents.broken();
        long start = ticker.read();
        IndexProgress progress = new IndexProgress(documents.rows().size(), ticker, messages);
        try (CorpusIndex index = CorpusIndex.of(documents.rows(), indexed, embedder, progress::reached)) {
            double seconds = (double) (ticker.read() - start) / TimeUnit.SECONDS.toNanos(1);
            progress.finished();
            List<RetrievalResult> results = new ArrayList<>();
            for (Mode mode : modes) {
                List<List<Found>> rankings = new ArrayList<>();
                Timings times = ask(index, mode, asked.rows(), rankings);
                if (run.isPresent()) {
                    run.get().write(asked.rows(), rankings);
                }
                results.add(RetrievalResult.of(
                        mode, asked.rows(), rankings, times, seconds, index.bytes(), documents.rows().size(), broken));
            }
            return results;
        }
    }

    private Timings ask(CorpusIndex index, Mode mode, List<LabelledQuery> asked, List<List<Found>> rankings) {
        asked.stream().limit(WARM_UP).forEach(query -> index.search(query.text(), mode, DEPTH));
        Timings times = new Timings(ticker::read);
        for (LabelledQuery query : asked) {
            rankings.add(times.take(() -> index.search(query.text(), mode, DEPTH)));
        }
        messages.accept(
                String.format(Locale.ROOT, "%d queries asked, %s", asked.size(), mode.name().toLowerCase(Locale.ROOT)));
        return times;
    }
}
