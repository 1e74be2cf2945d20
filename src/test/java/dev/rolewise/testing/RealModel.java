package dev.rolewise.testing;

import dev.rolewise.question.Embedder;
import dev.rolewise.retrieval.BgeEmbedder;
import dev.rolewise.retrieval.StoredVectors;

/** The real embedding model, loaded once for all tests of a run, when the first one asks. */
public final class RealModel {
    private static final class Holder {
        static final BgeEmbedder MODEL = new BgeEmbedder(StoredVectors.NONE);
    }

    private RealModel() {}

    public static Embedder embedder() {
        return Holder.MODEL;
    }
}
