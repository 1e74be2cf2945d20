package dev.rolewise.scorecard;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.rolewise.question.Embedder;
import dev.rolewise.scorecard.Figure.Rival;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The search over SciFact: claims to be found in the abstracts that speak of them. */
public final class RetrievalMeasurement implements Measurement {
    private static final Rival[] PUBLISHED = {
        Rival.published("BM25 (Anserini)", 0.679, "SciFact test, Anserini"),
        Rival.published("bge-small-en-v1.5", 0.713, "SciFact test, the model's MTEB results")
    };

    private final Embedder embedder;
    private final Ticker ticker;

    /** {@code ticker} gives nanoseconds. */
    public RetrievalMeasurement(Embedder embedder, Ticker ticker) {
        this.embedder = embedder;
        this.ticker = ticker;
    }

    @Override
    public String id() {
        return "retrieval";
    }

    @Override
    public String title() {
        return "Retrieval";
    }

    @Override
    public String about() {
        return "SciFact: scientific claims, for each of which the right abstracts have to be found among five thousand."
                + " Published figures are of the set's test queries; queries-train are other, easier ones.";
    }

    @Override
    public List<String> files() {
        return List.of("scifact/corpus.jsonl", "scifact/queries*.jsonl");
    }

    @Override
    public List<Figure> run(List<Path> files, Consumer<String> messages) throws IOException {
        List<RetrievalResult> modes =
                new RetrievalScores(embedder, ticker, messages).everyMode(files.get(0), files.get(1));
        RetrievalResult words = modes.get(0);
        RetrievalResult meaning = modes.get(1);
        RetrievalResult both = modes.get(2);
        Figure ndcg = both.ndcg()
                .beside(Rival.baseline("words alone", words.ndcg()), Rival.baseline("meaning alone", meaning.ndcg()))
                .beside(PUBLISHED);
        return Stream.concat(Stream.of(ndcg), both.figures().all().stream().skip(1))
                .toList();
    }
}
