package dev.rolewise.retrieval;

import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * {@code bge-small-en-v1.5}, quantised, through LangChain4j and ONNX Runtime: 384 dimensions. Loading takes one to three
 * seconds and unpacks a native library into the temporary folder, which must be writable.
 */
public final class BgeEmbedder implements Embedder {
    /** The model, with its number format. */
    public static final String MODEL = "bge-small-en-v1.5-q";

    /** Number of components of its vectors. */
    public static final int DIMENSIONS = 384;

    /** The model's card asks for this in front of a question, and for nothing in front of a passage. */
    private static final String QUESTION_PREFIX = "Represent this sentence for searching relevant passages: ";

    /** The model reads 512 tokens; more would only take time. */
    private static final int MAX_CHARACTERS = 2000;

    private final Supplier<Model> model;
    private final StoredVectors stored;
    private final Map<String, Embedding> made = new ConcurrentHashMap<>();

    /**
     * Loads the model; {@code stored} saves computing what is known.
     *
     * @throws ModelNotLoadedException where its library cannot be unpacked or loaded
     */
    public BgeEmbedder(StoredVectors stored) {
        this(CompletableFuture.completedFuture(load())::join, stored);
    }

    private BgeEmbedder(Supplier<Model> model, StoredVectors stored) {
        this.model = model;
        this.stored = stored;
    }

    /** What is loaded: the model, and the words that it knows. */
    private record Model(BgeSmallEnV15QuantizedEmbeddingModel model, Vocabulary vocabulary) {}

    /**
     * One that gives the vectors that are stored at once, and loads the model meanwhile; {@link #await} says whether it could.
     */
    public static BgeEmbedder loading(StoredVectors stored) {
        CompletableFuture<Model> loading = new CompletableFuture<>();
        Thread thread = new Thread(() -> load(loading), "model");
        thread.setDaemon(true);
        thread.start();
        return new BgeEmbedder(() -> loaded(loading), stored);
    }

    private static void load(CompletableFuture<Model> loading) {
        try {
            loading.complete(load());
        } catch (RuntimeException | Error e) {
            loading.completeExceptionally(e);
        }
    }

    private static Model loaded(CompletableFuture<Model> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            throw new ModelNotLoadedException(e);
        }
    }

    /**
     * Returns when the model is loaded.
     *
     * @throws ModelNotLoadedException where its library cannot be unpacked or loaded
     */
    public void await() {
        Model unused = model.get();
    }

    /** One that shares the loaded model and knows no vectors, to measure what a text takes. */
    public BgeEmbedder unstored() {
        return new BgeEmbedder(model, StoredVectors.NONE);
    }

    /** The tokeniser's library would look for a cloud to report to, and for files to fetch: everything it needs is here. */
    private static Model load() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("DJL_CACHE_DIR", cacheFolder());
        try {
            return new Model(new BgeSmallEnV15QuantizedEmbeddingModel(), Vocabulary.read());
        } catch (RuntimeException | LinkageError e) {
            throw new ModelNotLoadedException(e);
        }
    }

    /** One for each user of the machine: the default is one for all, which the second user cannot write to. */
    private static String cacheFolder() {
        return Path.of(System.getProperty("java.io.tmpdir"), "rolewise-" + System.getProperty("user.name"))
                .toString();
    }

    @Override
    public Embedding question(String text) {
        return vector(QUESTION_PREFIX + text);
    }

    @Override
    public Map<String, Embedding> questions(Collection<String> texts) {
        return all(texts, text -> QUESTION_PREFIX + text);
    }

    @Override
    public Map<String, Embedding> statements(Collection<String> texts) {
        return all(texts, text -> text);
    }

    @Override
    public boolean isWord(String word) {
        return model.get().vocabulary().has(word);
    }

    @Override
    public Embedding statement(String text) {
        return vector(text);
    }

    /** The vectors that were computed for {@link #questions} and {@link #statements}, by their input to the model. */
    public Map<String, Embedding> made() {
        return Map.copyOf(made);
    }

    private Map<String, Embedding> all(Collection<String> texts, UnaryOperator<String> form) {
        Map<String, Embedding> vectors = new LinkedHashMap<>();
        for (String text : texts) {
            vectors.computeIfAbsent(text, t -> remembered(form.apply(t)));
        }
        return vectors;
    }

    /** Vectors of many texts belong to a pack and are worth keeping; those of single questions are not. */
    private Embedding remembered(String input) {
        return stored.get(input).orElseGet(() -> made.computeIfAbsent(input, this::compute));
    }

    private Embedding vector(String input) {
        return stored.get(input).orElseGet(() -> compute(input));
    }

    private Embedding compute(String input) {
        String bounded = input.substring(0, Math.min(input.length(), MAX_CHARACTERS));
        return Embedding.of(model.get().model().embed(bounded).content().vector());
    }
}
