package dev.rolewise.retrieval;

import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Source;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.FoundStatement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.VectorSimilarityFunction;

/** A statement of a document as the index of a {@link DocumentShelf} holds it. */
final class ShelfEntry {
    static final String SOURCE = "source";
    static final String KEY = "key";
    static final String WORDS = "words";
    static final String VECTOR = "vector";
    private static final String TITLE = "title";
    private static final String PASSAGE = "passage";
    private static final String HEADING = "heading";
    private static final String STATEMENT = "statement";

    /** Parts of a heading are kept with this between them; no text holds it. */
    private static final String BETWEEN = "\u001f";

    private ShelfEntry() {}

    /** One for each statement; the vectors are by the texts. */
    static List<Document> of(Source source, Map<String, Embedding> vectors) {
        return source.passages().stream()
                .flatMap(passage -> passage.statements().stream().map(each -> of(source, passage, each, vectors)))
                .toList();
    }

    private static Document of(Source source, Passage passage, Statement statement, Map<String, Embedding> vectors) {
        Embedding vector = Objects.requireNonNull(vectors.get(statement.text()), "every statement has a vector");
        Document entry = new Document();
        entry.add(new StringField(SOURCE, source.id(), Field.Store.YES));
        entry.add(new StringField(KEY, statement.key(), Field.Store.YES));
        entry.add(new StoredField(TITLE, source.title()));
        entry.add(new StoredField(PASSAGE, passage.id()));
        entry.add(new StoredField(HEADING, String.join(BETWEEN, passage.heading())));
        entry.add(new StoredField(STATEMENT, statement.text()));
        entry.add(new TextField(WORDS, String.join(" ", passage.heading()) + "\n" + statement.text(), Field.Store.NO));
        entry.add(new KnnFloatVectorField(VECTOR, vector.values(), VectorSimilarityFunction.DOT_PRODUCT));
        return entry;
    }

    /** What an entry says. */
    static FoundStatement found(Document entry, double score, double cosine) {
        return new FoundStatement(
                entry.get(SOURCE),
                entry.get(TITLE),
                List.of(entry.get(HEADING).split(BETWEEN, -1)),
                entry.get(PASSAGE),
                entry.get(KEY),
                entry.get(STATEMENT),
                score,
                cosine);
    }
}
