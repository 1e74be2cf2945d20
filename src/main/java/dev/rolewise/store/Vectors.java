package dev.rolewise.store;

import dev.rolewise.question.Embedding;
import java.nio.ByteBuffer;

/** Embeddings as they stand in columns: their components as float32, the most significant byte first. */
final class Vectors {
    private Vectors() {}

    static byte[] bytes(Embedding embedding) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * embedding.dimensions());
        for (float value : embedding.values()) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }

    static Embedding embedding(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return Embedding.of(values);
    }
}
