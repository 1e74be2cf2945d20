package dev.rolewise.app;

import dev.rolewise.question.Embedding;
import dev.rolewise.retrieval.BgeEmbedder;
import dev.rolewise.retrieval.StoredVectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The language model for texts that belong to no pack. It is loaded when it is first needed. What it computes for many texts
 * is kept, now and then and at the end, so that a measurement that was cut off goes on where it was, and the next one starts
 * with what is known. Thread-safe.
 */
final class MeasuredEmbedder implements ClosableEmbedder {
    /** Texts between two times that the file is written, unless it holds so many that writing it would take long. */
    private static final int KEPT_EVERY = 1000;

    private final KeptVectors kept;
    private @Nullable Loaded loaded;
    private int since;

    private record Loaded(StoredVectors known, BgeEmbedder model) {}

    MeasuredEmbedder(KeptVectors kept) {
        this.kept = kept;
    }

    @Override
    public Embedding question(String text) {
        return model().question(text);
    }

    @Override
    public Map<String, Embedding> questions(Collection<String> texts) {
        return counted(texts.size(), () -> model().questions(texts));
    }

    @Override
    public Map<String, Embedding> statements(Collection<String> texts) {
        return counted(texts.size(), () -> model().statements(texts));
    }

    @Override
    public synchronized void close() {
        if (loaded != null) {
            kept.write(loaded.known(), loaded.model().made());
        }
    }

    private Map<String, Embedding> counted(int texts, Supplier<Map<String, Embedding>> work) {
        Map<String, Embedding> vectors = work.get();
        keepNowAndThen(texts);
        return vectors;
    }

    private synchronized void keepNowAndThen(int texts) {
        since += texts;
        if (loaded != null && since >= Math.max(KEPT_EVERY, loaded.known().size() / 2)) {
            since = 0;
            kept.write(loaded.known(), loaded.model().made());
        }
    }

    private synchronized BgeEmbedder model() {
        if (loaded == null) {
            StoredVectors known = kept.read();
            loaded = new Loaded(known, new BgeEmbedder(packed().and(known)));
        }
        return loaded.model();
    }

    /** Those of the packed pack's texts, which baselines are measured with. */
    private static StoredVectors packed() {
        try {
            return Prepared.packedVectors();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
