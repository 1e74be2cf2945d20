package dev.rolewise.retrieval;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that the embedding model's tokeniser has as a whole: some 20,000 common English ones. Thread-safe. */
final class Vocabulary {
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";
    private static final Pattern WORD = Pattern.compile("[a-z]{3,}");

    private final Set<String> words;

    private Vocabulary(Set<String> words) {
        this.words = words;
    }

    /** Reads it from the model's own file, which takes some 50 ms. */
    static Vocabulary read() {
        try (InputStream file = BgeSmallEnV15QuantizedEmbeddingModel.class.getResourceAsStream(TOKENIZER)) {
            if (file == null) {
                throw new IllegalStateException(TOKENIZER + " is missing beside the embedding model");
            }
            try (JsonParser json = new JsonFactory().createParser(file)) {
                return new Vocabulary(words(json));
            }
        } catch (IOException e) {
            throw new ModelNotLoadedException(e);
        }
    }

    boolean has(String word) {
        return words.contains(word);
    }

    private static Set<String> words(JsonParser json) throws IOException {
        Set<String> words = new HashSet<>();
        boolean inside = false;
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token == JsonToken.FIELD_NAME && json.currentName().equals("vocab")) {
                inside = true;
            } else if (inside && token == JsonToken.END_OBJECT) {
                return words;
            } else if (inside
                    && token == JsonToken.FIELD_NAME
                    && WORD.matcher(json.currentName()).matches()) {
                words.add(json.currentName());
            }
        }
        return words;
    }
}
