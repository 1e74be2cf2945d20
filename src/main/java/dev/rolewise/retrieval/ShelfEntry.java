package dev.rolewise.retrieval;

import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Source;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.FoundStatement;
import dev.rolewise.question.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
    static final String PASSAGE = "passage";
    private static final String TITLE = "title";
    private static final String HEADING = "heading";
    private static final String STATEMENT = "statement";

    /** Parts of a heading are kept with this between them; no text holds it. */
    private static final String BETWEEN = "\u001f";

    private ShelfEntry() {}

    /**
     * A statement below its heading, which is what its vector is made of: "He answers within five days" says what it is about
     * only there. On labelled questions about five guides the best statement is then the right one for 65% of them instead of
     * 57%, and among the best three for 86% instead of 74%.
     */
    static String inContext(Passage passage, Statement statement) {
        String above = passage.heading().stream().skip(1).collect(Collectors.joining(", "));
        return above.isEmpty() ? statement.text() : above + ": " + statement.text();
    }

    /** One for each statement; the vectors are by {@link #inContext}. */
    static List<Document> of(Source source, Map<String, Embedding> vectors) {
        return source.passages().stream()
                .flatMap(passage -> passage.statements().stream().map(each -> of(source, passage, each, vectors)))
                .toList();
    }

    private static Document of(Source source, Passage passage, Statement statement, Map<String, Embedding> vectors) {
        Embedding vector =
                Objects.requireNonNull(vectors.get(inContext(passage, statement)), "every statement has a vector");
        Document entry = new Document();
        entry.add(new StringField(SOURCE, source.id(), Field.Store.YES));
        entry.add(new StringField(KEY, statement.key(), Field.Store.YES));
        entry.add(new StoredField(TITLE, source.title()));
        entry.add(new StringField(PASSAGE, passage.id(), Field.Store.YES));
        entry.add(new StoredField(HEADING, String.join(BETWEEN, passage.heading())));
        entry.add(new StoredField(STATEMENT, statement.text()));
        entry.add(new TextField(WORDS, String.join(" ", passage.heading()) + "\n" + statement.text(), Field.Store.NO));
        entry.add(new KnnFloatVectorField(VECTOR, vector.values(), VectorSimilarityFunction.DOT_PRODUCT));
        return entry;
    }

    /** What an entry says. */
    static FoundStatement found(Scope scope, Document entry, double score, double cosine) {
        return new FoundStatement(
                scope,
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
