package dev.rolewise.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.retrieval.CorpusIndex.Document;
import dev.rolewise.retrieval.CorpusIndex.Found;
import dev.rolewise.retrieval.CorpusIndex.Mode;
import dev.rolewise.testing.HashedWords;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CorpusIndexTest {
    private static final List<Document> DOCUMENTS = List.of(
            new Document("d1", "Apple trees", "They are pruned in winter."),
            new Document("d2", "", "Lawns are mown weekly, apple trees are not."),
            new Document("d3", "Proteins", "TGF-beta1 signals through Smad2/3 in 24h-old cells."));

    /** Knows only whether a text is about laboratories. */
    private static final Embedder MEANING = new Embedder() {
        @Override
        public Embedding question(String text) {
            boolean laboratory = text.contains("laboratory") || text.contains("cells");
            return Embedding.of(laboratory ? new float[] {1, 0.1f} : new float[] {0.1f, 1});
        }

        @Override
        public Map<String, Embedding> questions(Collection<String> texts) {
            return texts.stream().distinct().collect(Collectors.toMap(t -> t, this::question));
        }

        @Override
        public Map<String, Embedding> statements(Collection<String> texts) {
            return questions(texts);
        }
    };

    @Test
    void words_find_words_and_meaning_finds_meaning_and_both_find_both() {
        try (CorpusIndex index = CorpusIndex.of(DOCUMENTS, Mode.HYBRID, MEANING, done -> {})) {
            assertThat(ids(index.search("laboratory apple", Mode.LEXICAL, 10))).containsExactly("d1", "d2");
            assertThat(ids(index.search("laboratory apple", Mode.DENSE, 1))).containsExactly("d3");
            assertThat(ids(index.search("laboratory apple", Mode.HYBRID, 10)))
                    .startsWith("d3")
                    .containsExactlyInAnyOrder("d1", "d2", "d3");
        }
    }

    @Test
    void a_word_in_the_title_counts_more() {
        List<Document> documents = List.of(
                new Document("text", "Winter", "Apple trees are pruned."),
                new Document("title", "Apple trees", "Winter, are pruned."));
        try (CorpusIndex index = CorpusIndex.of(documents, Mode.LEXICAL, MEANING, done -> {})) {
            assertThat(ids(index.search("apple", Mode.LEXICAL, 10))).containsExactly("title", "text");
        }
    }

    @Test
    void words_made_of_several_are_found_by_each() {
        try (CorpusIndex index = CorpusIndex.of(DOCUMENTS, Mode.LEXICAL, MEANING, done -> {})) {
            assertThat(ids(index.search("TGF beta 1", Mode.LEXICAL, 10))).containsExactly("d3");
            assertThat(ids(index.search("smad3", Mode.LEXICAL, 10))).containsExactly("d3");
        }
    }

    @Test
    void a_search_for_words_alone_needs_no_vectors() {
        try (CorpusIndex index = CorpusIndex.of(DOCUMENTS, Mode.LEXICAL, MEANING, done -> {
            throw new AssertionError("no vector is made");
        })) {
            assertThat(index.search("???", Mode.LEXICAL, 10)).isEmpty();
            assertThat(index.bytes()).isPositive();
        }
    }

    @Test
    void many_documents_keep_their_ids_and_progress_is_told() {
        List<Document> many = IntStream.range(0, 1200)
                .mapToObj(i -> new Document("id" + i, "", "word" + Integer.toString(i * 7919, 36)))
                .toList();
        java.util.ArrayList<Integer> progress = new java.util.ArrayList<>();
        try (CorpusIndex index = CorpusIndex.of(many, Mode.HYBRID, new HashedWords(), progress::add)) {
            for (int i = 0; i < many.size(); i += 97) {
                assertThat(ids(index.search(many.get(i).text(), Mode.LEXICAL, 1)))
                        .containsExactly("id" + i);
            }
        }
        assertThat(progress).startsWith(50, 100).endsWith(1200).isSorted();
    }

    private static List<String> ids(List<Found> found) {
        return found.stream().map(Found::id).toList();
    }
}
