package dev.rolewise.store;

import dev.rolewise.knowledge.reading.ReadText.Section;
import dev.rolewise.question.Scope;
import dev.rolewise.server.DocumentStore;
import dev.rolewise.server.ServerDocument;
import dev.rolewise.server.ServerDocument.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Documents with their text, in the tables {@code document} and {@code document_section}. Thread-safe. */
public final class DatabaseDocuments implements DocumentStore {
    private final Database database;

    public DatabaseDocuments(Database database) {
        this.database = database;
    }

    @Override
    public void add(ServerDocument.Text text) {
        database.write(handle -> {
            ServerDocument document = text.document();
            handle.createUpdate("""
                            INSERT INTO document (id, server_id, title, format, pages, passages, content_hash, added_by,
                                added_at, state, state_at, replaces)
                            VALUES (:id, :server, :title, :format, :pages, :passages, :hash, :by, :added, :state, :since,
                                :replaces)
                            """)
                    .bind("id", document.id())
                    .bind("server", server(document.scope()))
                    .bind("title", document.title())
                    .bind("format", document.format())
                    .bind("pages", document.pages())
                    .bind("passages", document.passages())
                    .bind("hash", document.hash())
                    .bind("by", document.addedBy())
                    .bind("added", document.addedAt().toEpochMilli())
                    .bind("state", document.state().name())
                    .bind("since", document.stateAt().toEpochMilli())
                    .bind("replaces", document.replaces().orElse(null))
                    .execute();
            sections(handle, document.id(), text.sections());
            return true;
        });
    }

    @Override
    public void update(List<ServerDocument> documents) {
        database.write(handle -> {
            documents.forEach(document -> handle.createUpdate(
                            "UPDATE document SET title = :title, state = :state, state_at = :since WHERE id = :id")
                    .bind("title", document.title())
                    .bind("state", document.state().name())
                    .bind("since", document.stateAt().toEpochMilli())
                    .bind("id", document.id())
                    .execute());
            return true;
        });
    }

    @Override
    public List<ServerDocument> of(Scope scope) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM document WHERE server_id = :server ORDER BY added_at DESC, id")
                .bind("server", server(scope))
                .map((row, context) -> document(row))
                .list());
    }

    @Override
    public Optional<ServerDocument.Text> text(String id) {
        return database.read(handle -> handle.createQuery("SELECT * FROM document WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> document(row))
                .findOne()
                .map(document -> new ServerDocument.Text(document, sections(handle, id))));
    }

    @Override
    public List<Scope> scopes() {
        return database.read(handle -> handle
                .createQuery("SELECT DISTINCT server_id FROM document WHERE state = :live")
                .bind("live", State.LIVE.name())
                .mapTo(String.class)
                .list()
                .stream()
                .map(DatabaseDocuments::scope)
                .toList());
    }

    @Override
    public void purge(State state, Instant before) {
        scrubIf(database.write(handle -> drop(
                handle,
                handle.createQuery("SELECT id FROM document WHERE state = :state AND state_at < :before")
                        .bind("state", state.name())
                        .bind("before", before.toEpochMilli())
                        .mapTo(String.class)
                        .list())));
    }

    @Override
    public void drop(String id) {
        scrubIf(database.write(handle -> drop(handle, List.of(id))));
    }

    @Override
    public void dropAll(Scope scope) {
        scrubIf(database.write(handle -> drop(
                handle,
                handle.createQuery("SELECT id FROM document WHERE server_id = :server")
                        .bind("server", server(scope))
                        .mapTo(String.class)
                        .list())));
    }

    private static int drop(Handle handle, List<String> ids) {
        int rows = 0;
        for (String id : ids) {
            rows += handle.execute("DELETE FROM document_section WHERE document_id = ?", id);
            rows += handle.execute("DELETE FROM document WHERE id = ?", id);
        }
        return rows;
    }

    /** What was forgotten is to be in no file of the database. */
    private void scrubIf(int rows) {
        if (rows > 0) {
            database.scrub();
        }
    }

    private static void sections(Handle handle, String id, List<Section> sections) {
        if (sections.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO document_section (document_id, position, page, heading, text)
                VALUES (:id, :position, :page, :heading, :text)
                """);
        for (int i = 0; i < sections.size(); i++) {
            batch.bind("id", id)
                    .bind("position", i)
                    .bind("page", sections.get(i).page())
                    .bind("heading", String.join("\n", sections.get(i).heading()))
                    .bind("text", sections.get(i).text())
                    .add();
        }
        batch.execute();
    }

    private static List<Section> sections(Handle handle, String id) {
        return handle.createQuery(
                        "SELECT page, heading, text FROM document_section WHERE document_id = :id ORDER BY position")
                .bind("id", id)
                .map((row, context) -> new Section(
                        row.getInt("page"),
                        row.getString("heading").isEmpty()
                                ? List.of()
                                : List.of(row.getString("heading").split("\n", -1)),
                        row.getString("text")))
                .list();
    }

    private static ServerDocument document(ResultSet row) throws SQLException {
        return new ServerDocument(
                row.getString("id"),
                scope(row.getString("server_id")),
                row.getString("title"),
                row.getString("format"),
                row.getInt("pages"),
                row.getInt("passages"),
                row.getString("content_hash"),
                row.getString("added_by"),
                Instant.ofEpochMilli(row.getLong("added_at")),
                State.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("state_at")),
                Optional.ofNullable(row.getString("replaces")));
    }

    private static String server(Scope scope) {
        return scope.serverId().orElse("");
    }

    private static Scope scope(String serverId) {
        return new Scope(Optional.of(serverId).filter(id -> !id.isEmpty()));
    }
}
