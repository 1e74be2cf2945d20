package dev.rolewise.app;

import dev.rolewise.question.Embedder;

/** An embedder that keeps what it computed when it is closed. */
interface ClosableEmbedder extends Embedder, AutoCloseable {
    @Override
    void close();
}
