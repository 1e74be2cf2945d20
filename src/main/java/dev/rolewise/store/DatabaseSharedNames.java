package dev.rolewise.store;

import dev.rolewise.cache.SharedNames;
import dev.rolewise.question.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Names of shared answers, in the table {@code shared_answer}, with codes instead of members' ids. Thread-safe. */
public final class DatabaseSharedNames implements SharedNames {
    private final Database database;
    private final MemberCodes codes;

    public DatabaseSharedNames(Database database) {
        this.database = database;
        this.codes = new MemberCodes(database);
    }

    @Override
    public void keep(String name, Optional<String> memberId, Scope scope, Instant at) {
        Optional<String> code = memberId.map(codes::of);
        database.write(handle -> handle.createUpdate("""
                        INSERT INTO shared_answer (name, asked_by, server_id, kept_at)
                        VALUES (:name, CAST(:member AS TEXT), :server, :at)
                        ON CONFLICT (name) DO UPDATE
                        SET asked_by = excluded.asked_by, server_id = excluded.server_id, kept_at = excluded.kept_at
                        """)
                .bind("name", name)
                .bind("member", code.orElse(null))
                .bind("server", scope.serverId().orElse(""))
                .bind("at", at.toEpochMilli())
                .execute());
    }

    @Override
    public List<String> ofMember(String memberId) {
        return names("asked_by", codes.of(memberId));
    }

    @Override
    public List<String> ofServer(String serverId) {
        return names("server_id", serverId);
    }

    @Override
    public void expire(Instant before) {
        database.write(handle -> handle.execute("DELETE FROM shared_answer WHERE kept_at < ?", before.toEpochMilli()));
    }

    private List<String> names(String column, String value) {
        return database.read(handle -> handle.createQuery(
                        "SELECT name FROM shared_answer WHERE " + column + " = :value ORDER BY name")
                .bind("value", value)
                .mapTo(String.class)
                .list());
    }
}
