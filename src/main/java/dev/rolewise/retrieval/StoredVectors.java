package dev.rolewise.retrieval;

import dev.rolewise.question.Embedding;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Vectors that were made before, by a hash of model and text. Immutable.
 *
 * <p>The file: a magic number, the number of vectors and of components, then for each vector its key (8 bytes) and its
 * components as signed bytes with one scale (4 bytes). One byte a component changes a cosine by less than 0.005.
 */
public final class StoredVectors {
    /** No vector is known. */
    public static final StoredVectors NONE = new StoredVectors(Map.of());

    private static final int MAGIC = 0x52575631;
    private static final int MAX_VECTORS = 1_000_000;

    private final Map<Long, Embedding> vectors;

    private StoredVectors(Map<Long, Embedding> vectors) {
        this.vectors = vectors;
    }

    /** The vector of that input to the model, if it is known. */
    public Optional<Embedding> get(String input) {
        return Optional.ofNullable(vectors.get(key(input)));
    }

    /** These vectors and those of {@code more}. */
    public StoredVectors and(StoredVectors more) {
        Map<Long, Embedding> both = new LinkedHashMap<>(vectors);
        both.putAll(more.vectors);
        return new StoredVectors(both);
    }

    /** These vectors and those, by their input to the model. */
    public StoredVectors and(Map<String, Embedding> more) {
        Map<Long, Embedding> both = new LinkedHashMap<>(vectors);
        more.forEach((input, vector) -> both.put(key(input), vector));
        return new StoredVectors(both);
    }

    /** Number of vectors. */
    public int size() {
        return vectors.size();
    }

    /** Reads what {@link #write} wrote; throws {@link IOException} for anything else. */
    public static StoredVectors read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(in);
        if (data.readInt() != MAGIC) {
            throw new IOException("not a file of stored vectors");
        }
        int count = data.readInt();
        int dimensions = data.readInt();
        if (count < 0 || count > MAX_VECTORS || dimensions != BgeEmbedder.DIMENSIONS) {
            throw new IOException("a file of stored vectors of another kind");
        }
        Map<Long, Embedding> vectors = new LinkedHashMap<>(count * 2);
        byte[] components = new byte[dimensions];
        for (int i = 0; i < count; i++) {
            long key = data.readLong();
            float scale = data.readFloat();
            data.readFully(components);
            vectors.put(key, decode(components, scale));
        }
        return new StoredVectors(vectors);
    }

    /** Writes all vectors. */
    public void write(OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.writeInt(vectors.size());
        data.writeInt(BgeEmbedder.DIMENSIONS);
        for (Map.Entry<Long, Embedding> e : vectors.entrySet()) {
            data.writeLong(e.getKey());
            writeVector(e.getValue(), data);
        }
        data.flush();
    }

    private static void writeVector(Embedding vector, DataOutputStream data) throws IOException {
        float largest = 0;
        for (int i = 0; i < vector.dimensions(); i++) {
            largest = Math.max(largest, Math.abs(vector.at(i)));
        }
        float scale = largest == 0 ? 1 : largest / Byte.MAX_VALUE;
        data.writeFloat(scale);
        for (int i = 0; i < vector.dimensions(); i++) {
            data.writeByte(Math.round(vector.at(i) / scale));
        }
    }

    private static Embedding decode(byte[] components, float scale) {
        float[] values = new float[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = components[i] * scale;
        }
        return Embedding.of(values);
    }

    private static long key(String input) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((BgeEmbedder.MODEL + "\n" + input).getBytes(StandardCharsets.UTF_8));
            return java.nio.ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
