package dev.rolewise.store;

import dev.rolewise.server.AskedLog;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** What members ask, in the table {@code asked_question}. Thread-safe. */
public final class DatabaseAskedLog implements AskedLog {
    /** Each takes about 2 KB. */
    private static final int MOST_OF_SERVER = 2_000;

    private static final int MOST_OF_MEMBER = 100;
    private static final long DAY_MILLIS = ChronoUnit.DAYS.getDuration().toMillis();
    private static final int ID_BYTES = 10;

    private static final RowMapper<Kept> ROW = (row, context) -> {
        boolean helpful = row.getInt("helpful") == 1;
        Optional<Boolean> rated = row.wasNull() ? Optional.empty() : Optional.of(helpful);
        return new Kept(
                row.getString("id"),
                new Asked(
                        row.getString("server_id"),
                        row.getString("question"),
                        row.getString("matter"),
                        Vectors.embedding(row.getBytes("vector")),
                        Instant.ofEpochMilli(row.getLong("asked_at"))),
                row.getString("asked_by"),
                rated);
    };

    private final Database database;
    private final MemberCodes codes;
    private final int mostOfServer;
    private final int mostOfMember;

    public DatabaseAskedLog(Database database) {
        this(database, MOST_OF_SERVER, MOST_OF_MEMBER);
    }

    /** {@code mostOfMember} is what a member has in one server. */
    DatabaseAskedLog(Database database, int mostOfServer, int mostOfMember) {
        this.database = database;
        this.codes = new MemberCodes(database);
        this.mostOfServer = mostOfServer;
        this.mostOfMember = mostOfMember;
    }

    @Override
    public void add(Asked asked, String memberId) {
        String code = codes.of(memberId);
        database.write(handle -> {
            int rows = handle.createUpdate("""
                            INSERT INTO asked_question (id, server_id, asked_by, question, matter, vector, asked_at)
                            VALUES (:id, :server, :member, :question, :matter, :vector, :at)
                            ON CONFLICT (id) DO NOTHING
                            """)
                    .bind("id", id(asked, code))
                    .bind("server", asked.serverId())
                    .bind("member", code)
                    .bind("question", asked.question())
                    .bind("matter", asked.matter())
                    .bind("vector", Vectors.bytes(asked.meaning()))
                    .bind("at", asked.at().toEpochMilli())
                    .execute();
            return rows + makeRoom(handle, asked.serverId(), code);
        });
    }

    /** A member makes room among their own first, so that one who asks a lot pushes out nobody else's. */
    private int makeRoom(Handle handle, String serverId, String code) {
        return handle.execute("""
                        DELETE FROM asked_question WHERE id IN (SELECT id FROM asked_question
                        WHERE asked_by = ? AND server_id = ? ORDER BY asked_at DESC, id LIMIT 100 OFFSET ?)
                        """, code, serverId, mostOfMember) + handle.execute("""
                        DELETE FROM asked_question WHERE id IN (SELECT id FROM asked_question
                        WHERE server_id = ? ORDER BY asked_at DESC, id LIMIT 100 OFFSET ?)
                        """, serverId, mostOfServer);
    }

    @Override
    public void rate(String serverId, String memberId, String question, Optional<Boolean> helpful) {
        String code = codes.of(memberId);
        database.write(handle -> handle.createUpdate("""
                        UPDATE asked_question SET helpful = :helpful WHERE id = (SELECT id FROM asked_question
                        WHERE asked_by = :member AND server_id = :server AND question = :question
                        ORDER BY asked_at DESC LIMIT 1)
                        """)
                .bindByType("helpful", helpful.map(h -> h ? 1 : 0).orElse(null), Integer.class)
                .bind("member", code)
                .bind("server", serverId)
                .bind("question", question)
                .execute());
    }

    @Override
    public List<Kept> of(String serverId, Instant since) {
        return database.read(handle -> handle.createQuery("""
                        SELECT * FROM asked_question WHERE server_id = :server AND asked_at >= :since
                        ORDER BY asked_at DESC, id LIMIT :most
                        """)
                .bind("server", serverId)
                .bind("since", since.toEpochMilli())
                .bind("most", mostOfServer)
                .map(ROW)
                .list());
    }

    @Override
    public Optional<Kept> find(String serverId, String id) {
        return database.read(
                handle -> handle.createQuery("SELECT * FROM asked_question WHERE server_id = :server AND id = :id")
                        .bind("server", serverId)
                        .bind("id", id)
                        .map(ROW)
                        .findOne());
    }

    /** The same for the same question of the same member on the same day there, and for no other. */
    private static String id(Asked asked, String code) {
        long day = asked.at().toEpochMilli() / DAY_MILLIS;
        String all = asked.serverId() + '\n' + code + '\n' + day + '\n' + asked.question();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
