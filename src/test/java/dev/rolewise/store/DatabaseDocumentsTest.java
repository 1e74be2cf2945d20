package dev.rolewise.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rolewise.knowledge.reading.ReadText.Section;
import dev.rolewise.question.Scope;
import dev.rolewise.server.ServerDocument;
import dev.rolewise.server.ServerDocument.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseDocumentsTest extends OnStore {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");

    private final Scope here = new Scope(Optional.of(id("s")));
    private final Scope there = new Scope(Optional.of(id("s")));
    private DatabaseDocuments documents;

    @BeforeEach
    void nothing_yet() {
        documents = new DatabaseDocuments(database);
        List.of(here, there, Scope.INSTALLATION).forEach(documents::dropAll);
    }

    @Test
    void a_document_comes_back_as_it_was_given() {
        List<Section> sections = new ArrayList<>();
        for (String text : AWKWARD) {
            sections.add(new Section(
                    sections.size(), List.of("Chapter", text.lines().findFirst().orElseThrow()), text));
        }
        sections.add(new Section(0, List.of(), "no heading"));
        ServerDocument document = new ServerDocument(
                id("d"),
                here,
                AWKWARD.get(1),
                "PDF",
                12,
                7,
                "hash",
                "m1",
                NOON,
                State.REMOVED,
                NOON.plusSeconds(1),
                Optional.of("d0"));
        documents.add(new ServerDocument.Text(document, sections));

        assertThat(documents.text(document.id())).contains(new ServerDocument.Text(document, sections));
        assertThat(documents.of(here)).containsExactly(document);
        assertThat(documents.text("no such")).isEmpty();
    }

    @Test
    void what_cannot_be_kept_is_replaced_and_not_refused() {
        ServerDocument document = document(here, UNKEEPABLE, State.LIVE, NOON);
        documents.add(new ServerDocument.Text(document, List.of(new Section(1, List.of(UNKEEPABLE), UNKEEPABLE))));

        ServerDocument.Text kept = documents.text(document.id()).orElseThrow();
        assertThat(kept.document().title()).isEqualTo(KEPT);
        assertThat(kept.sections()).containsExactly(new Section(1, List.of(KEPT), KEPT));
    }

    @Test
    void a_document_is_added_with_all_its_sections_or_not_at_all() {
        ServerDocument document = document(here, "t", State.LIVE, NOON);
        ServerDocument.Text text = new ServerDocument.Text(
                document, List.of(new Section(0, List.of(), "fine"), new Section(0, List.of(), "refused")));

        refusing("document_section", "text = 'refused'", () -> assertThatThrownBy(() -> documents.add(text))
                .isInstanceOf(DatabaseException.class));

        assertThat(documents.text(document.id())).isEmpty();
        assertThat(count("document_section", "document_id", document.id())).isZero();
    }

    @Test
    void documents_change_together_or_not_at_all() {
        ServerDocument old = add(here, State.LIVE, NOON);
        ServerDocument fresh = add(here, State.PENDING, NOON.plusSeconds(1));

        refusing("document", "id = '" + fresh.id() + "' AND state = 'LIVE'", () -> assertThatThrownBy(
                        () -> documents.update(List.of(in(old, State.REMOVED), in(fresh, State.LIVE))))
                .isInstanceOf(DatabaseException.class));
        assertThat(documents.of(here)).containsExactly(fresh, old);

        documents.update(List.of(in(old, State.REMOVED), in(fresh, State.LIVE)));
        assertThat(documents.of(here)).containsExactly(in(fresh, State.LIVE), in(old, State.REMOVED));
        assertThat(documents.text(old.id()).orElseThrow().sections()).hasSize(1);
    }

    @Test
    void those_given_last_come_first_and_each_server_has_its_own() {
        ServerDocument first = add(here, State.LIVE, NOON);
        ServerDocument last = add(here, State.PENDING, NOON.plusSeconds(2));
        ServerDocument between = add(here, State.REMOVED, NOON.plusSeconds(1));
        ServerDocument elsewhere = add(there, State.PENDING, NOON);
        ServerDocument everybodys = add(Scope.INSTALLATION, State.LIVE, NOON);

        assertThat(documents.of(here)).containsExactly(last, between, first);
        assertThat(documents.of(there)).containsExactly(elsewhere);
        assertThat(documents.of(Scope.INSTALLATION)).containsExactly(everybodys);
        assertThat(documents.scopes()).containsExactlyInAnyOrder(here, Scope.INSTALLATION);
    }

    @Test
    void what_is_purged_is_in_that_state_for_longer() {
        ServerDocument removed = add(here, State.REMOVED, NOON);
        ServerDocument later = add(here, State.REMOVED, NOON.plusMillis(1));
        ServerDocument live = add(here, State.LIVE, NOON);
        ServerDocument elsewhere = add(there, State.REMOVED, NOON);

        documents.purge(State.REMOVED, NOON.plusMillis(1));

        assertThat(documents.of(here)).containsExactly(later, live);
        assertThat(documents.of(there)).isEmpty();
        assertThat(count("document_section", "document_id", removed.id())).isZero();
        assertThat(count("document_section", "document_id", elsewhere.id())).isZero();
    }

    @Test
    void what_is_dropped_is_gone_with_its_text_and_other_servers_keep_theirs() {
        ServerDocument one = add(here, State.LIVE, NOON);
        ServerDocument two = add(here, State.PENDING, NOON);
        ServerDocument elsewhere = add(there, State.LIVE, NOON);
        ServerDocument everybodys = add(Scope.INSTALLATION, State.LIVE, NOON);

        documents.drop(one.id());
        documents.drop("no such");
        assertThat(documents.of(here)).containsExactly(two);
        documents.dropAll(here);

        assertThat(documents.of(here)).isEmpty();
        assertThat(documents.text(two.id())).isEmpty();
        assertThat(count("document_section", "document_id", one.id())).isZero();
        assertThat(count("document_section", "document_id", two.id())).isZero();
        assertThat(documents.text(elsewhere.id()).orElseThrow().sections()).hasSize(1);
        documents.dropAll(Scope.INSTALLATION);
        assertThat(documents.text(everybodys.id())).isEmpty();
        assertThat(documents.of(there)).hasSize(1);
    }

    @Test
    void many_that_write_at_once_lose_nothing() throws Exception {
        together(60, (opened, i) -> {
            DatabaseDocuments own = new DatabaseDocuments(opened);
            ServerDocument document = document(here, "t", State.PENDING, NOON);
            own.add(new ServerDocument.Text(document, List.of(new Section(1, List.of("h"), "text"))));
            own.update(List.of(in(document, i % 3 == 0 ? State.REMOVED : State.LIVE)));
        });

        assertThat(documents.of(here))
                .hasSize(60)
                .extracting(ServerDocument::state)
                .doesNotContain(State.PENDING);
        assertThat(documents.of(here)).allSatisfy(document -> assertThat(
                        documents.text(document.id()).orElseThrow().sections())
                .hasSize(1));
    }

    private ServerDocument add(Scope scope, State state, Instant at) {
        ServerDocument document = document(scope, "title", state, at);
        documents.add(new ServerDocument.Text(document, List.of(new Section(1, List.of("h"), "text"))));
        return document;
    }

    private static ServerDocument document(Scope scope, String title, State state, Instant at) {
        return new ServerDocument(id("d"), scope, title, "text", 0, 1, "hash", "m1", at, state, at, Optional.empty());
    }

    private static ServerDocument in(ServerDocument d, State state) {
        return new ServerDocument(
                d.id(),
                d.scope(),
                d.title(),
                d.format(),
                d.pages(),
                d.passages(),
                d.hash(),
                d.addedBy(),
                d.addedAt(),
                state,
                NOON.plusSeconds(60),
                d.replaces());
    }
}
