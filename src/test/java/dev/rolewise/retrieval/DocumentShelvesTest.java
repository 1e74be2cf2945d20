package dev.rolewise.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rolewise.knowledge.DocumentSource;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Source;
import dev.rolewise.knowledge.reading.ReadText;
import dev.rolewise.question.Embedder;
import dev.rolewise.question.FoundStatement;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Scope;
import dev.rolewise.testing.HashedWords;
import dev.rolewise.testing.Packs;
import dev.rolewise.testing.Profiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentShelvesTest {
    private static final Scope ONE = new Scope(Optional.of("1"));
    private static final Scope TWO = new Scope(Optional.of("2"));

    private final Path folder;
    private final PackAnalyzer analyzer = new PackAnalyzer(Packs.gardeners());
    private final Embedder embedder = new HashedWords();
    private DocumentShelves shelves;

    DocumentShelvesTest(@TempDir Path folder) {
        this.folder = folder;
        this.shelves = new DocumentShelves(folder, analyzer, embedder);
    }

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void a_statement_is_found_in_its_own_scope_and_nowhere_else() {
        put(ONE, document("d1", "Meetings take place in the greenhouse every Monday."));

        assertThat(found(ONE, "When do meetings take place?"))
                .containsExactly("Meetings take place in the greenhouse every Monday.");
        assertThat(found(TWO, "When do meetings take place?")).isEmpty();
        assertThat(found(Scope.INSTALLATION, "When do meetings take place?")).isEmpty();
    }

    @Test
    void documents_of_the_installation_count_in_every_server() {
        put(Scope.INSTALLATION, document("d1", "Meetings take place on Monday."));
        put(ONE, document("d2", "Snacks are free at all meetings."));

        assertThat(found(ONE, "meetings")).hasSize(2);
        assertThat(found(TWO, "meetings")).hasSize(1);
    }

    @Test
    void a_document_put_again_replaces_the_earlier_one() {
        put(ONE, document("d1", "Meetings take place on Monday."));
        put(ONE, document("d1", "Meetings take place on Friday."));

        assertThat(found(ONE, "meetings")).containsExactly("Meetings take place on Friday.");
    }

    @Test
    void of_a_removed_document_no_byte_is_left() throws IOException {
        put(ONE, document("d1", "The zanzibar password is on the door."));
        put(ONE, document("d2", "Meetings take place on Monday."));
        assertThat(bytes()).contains("zanzibar");

        shelves.remove(ONE, "d1");
        assertThat(found(ONE, "zanzibar password")).noneMatch(text -> text.contains("zanzibar"));
        shelves.erase(ONE);

        assertThat(bytes()).doesNotContain("zanzibar").contains("mondai");
        assertThat(shelves.ids(ONE)).containsExactly("d2");
    }

    @Test
    void a_dropped_scope_leaves_no_file_and_can_be_filled_again() throws IOException {
        put(ONE, document("d1", "The zanzibar password is on the door."));
        shelves.drop(ONE);

        assertThat(bytes()).isEmpty();
        assertThat(found(ONE, "zanzibar password")).isEmpty();
        put(ONE, document("d1", "Meetings take place on Monday."));
        assertThat(found(ONE, "meetings")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {".*[.]cfs", "segments_.*", ".*[.]si"})
    void an_index_that_is_damaged_begins_anew_and_the_others_stay(String damaged) throws IOException {
        put(ONE, document("d1", "Meetings take place on Monday."));
        put(TWO, document("d2", "Meetings take place on Friday."));
        shelves.close();
        try (Stream<Path> files = Files.list(folder.resolve("1"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().matches(damaged))
                    .toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        shelves = new DocumentShelves(folder, analyzer, embedder);

        assertThat(shelves.ids(ONE)).isEmpty();
        put(ONE, document("d1", "Meetings take place on Sunday."));
        assertThat(found(ONE, "meetings")).containsExactly("Meetings take place on Sunday.");
        assertThat(found(TWO, "meetings")).containsExactly("Meetings take place on Friday.");
    }

    @Test
    void a_folder_that_cannot_be_used_is_said_to_be_so() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        try (DocumentShelves nowhere = new DocumentShelves(file.resolve("below"), analyzer, embedder)) {
            assertThatThrownBy(() -> nowhere.put(ONE, document("d1", "Meetings take place on Monday."), () -> true))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("cannot be used");
        }
    }

    @Test
    void documents_are_there_after_a_restart_and_a_statement_is_found_by_its_key() {
        put(ONE, document("d1", "Meetings take place on Monday."));
        String key = search(ONE, "meetings").get(0).key();
        shelves.close();
        shelves = new DocumentShelves(folder, analyzer, embedder);

        FoundStatement statement = shelves.statement(ONE, key).orElseThrow();
        assertThat(statement.heading()).containsExactly("House rules", "Rules", "page 2");
        assertThat(shelves.statement(TWO, key)).isEmpty();
    }

    @Test
    void more_servers_than_can_be_open_are_served() {
        shelves.close();
        shelves = new DocumentShelves(folder, analyzer, embedder, 10);
        for (int i = 1; i <= 30; i++) {
            put(new Scope(Optional.of("9" + i)), document("d", "Meetings of server " + i + " take place."));
        }
        for (int i = 1; i <= 30; i++) {
            assertThat(found(new Scope(Optional.of("9" + i)), "meetings"))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("server " + i + " ");
        }
    }

    @Test
    void of_one_removed_from_many_no_byte_is_left_either() throws IOException {
        for (int i = 0; i < 30; i++) {
            put(ONE, document("d" + i, "Meetings of group " + i + " take place on Monday."));
        }
        put(ONE, document("secret", "The zanzibar password is on the door."));

        shelves.remove(ONE, "secret");
        shelves.erase(ONE);

        assertThat(bytes()).doesNotContain("zanzibar");
        assertThat(shelves.ids(ONE)).hasSize(30);
    }

    @Test
    void a_statement_found_by_its_words_alone_has_its_true_similarity() {
        Source guide = document(
                "far",
                "Zanzibar fencing quarters unlocked yesterday around midnight because someone forgot something.");
        put(ONE, guide);
        for (int i = 0; i < 60; i++) {
            put(ONE, document("near" + i, "Where is place number " + i + " and when?"));
        }

        String question = "Where is the place called Zanzibar and when?";
        FoundStatement far = search(ONE, question, 100).stream()
                .filter(found -> found.sourceId().equals("far"))
                .findFirst()
                .orElseThrow();
        Passage passage = guide.passages().get(0);
        String text = ShelfEntry.inContext(passage, passage.statements().get(0));
        assertThat(far.cosine())
                .isCloseTo(embedder.question(question).cosine(embedder.statement(text)), within(1e-5))
                .isPositive();
    }

    @Test
    void what_is_not_wanted_any_more_when_its_turn_comes_is_not_put_there() {
        shelves.put(ONE, document("d1", "Meetings take place on Monday."), () -> false);

        assertThat(found(ONE, "meetings")).isEmpty();
        assertThat(shelves.ids(ONE)).isEmpty();
    }

    @Test
    void two_programs_use_one_folder_and_each_sees_what_the_other_wrote() {
        put(ONE, document("d1", "Meetings take place on Monday."));
        assertThat(shelves.ids(ONE)).containsExactly("d1");
        try (DocumentShelves other = new DocumentShelves(folder, analyzer, embedder)) {
            assertThat(other.ids(ONE)).containsExactly("d1");
            other.put(ONE, document("d2", "Snacks are free at all meetings."), () -> true);
            other.remove(ONE, "d1");
        }

        assertThat(shelves.ids(ONE)).containsExactly("d2");
        assertThat(found(ONE, "meetings")).containsExactly("Snacks are free at all meetings.");
        assertThat(shelves.scopes()).containsExactly(ONE);
    }

    private void put(Scope scope, Source source) {
        shelves.put(scope, source, () -> true);
    }

    private List<String> found(Scope scope, String question) {
        return search(scope, question).stream().map(FoundStatement::text).toList();
    }

    private List<FoundStatement> search(Scope scope, String question) {
        return search(scope, question, 10);
    }

    private List<FoundStatement> search(Scope scope, String question, int limit) {
        QuestionProfile profile = Profiles.of(question, List.of(), Set.of(), embedder);
        return shelves.search(profile, scope, limit);
    }

    private static Source document(String id, String text) {
        ReadText read = new ReadText(
                "text", "", 2, List.of(new ReadText.Section(2, List.of("Rules"), text)), Map.of(), List.of());
        return DocumentSource.of(read, id, "House rules", "Mia", "2026-11-21", words -> Set.of());
    }

    private String bytes() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.endsWith("write.lock"))
                    .toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
