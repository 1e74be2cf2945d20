package dev.rolewise.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A schema beside the one in use. Its tables go over into that one, and the tables there into a schema of their own, in one
 * transaction.
 */
final class PostgresSuccessor implements Successor {
    private static final int LOOKS = 20;

    private final PostgresAddress address;
    private final Handle handle;
    private final String used;
    private final String fresh;
    private final String old;
    private boolean putAside;

    PostgresSuccessor(PostgresAddress address, String stamp) {
        String digits = stamp.replace('-', '_');
        this.address = address;
        this.handle = PostgresEngine.connect(address);
        this.fresh = free("restore_" + digits);
        this.old = free("before_restore_" + digits);
        this.used = handle.createQuery("SELECT current_schema()")
                .mapTo(String.class)
                .one();
    }

    /** A name that no schema has yet. */
    private String free(String name) {
        List<String> taken = handle.createQuery("SELECT nspname FROM pg_namespace")
                .mapTo(String.class)
                .list();
        String free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    @Override
    public void build(String schema, Path tables) throws IOException, SQLException {
        refuseWhereInUse();
        handle.execute("CREATE SCHEMA " + fresh);
        Schema.onServer(address, fresh, schema).migrate();
        handle.begin();
        handle.execute("SET LOCAL search_path = " + fresh);
        Successor.load(handle, tables);
        for (TableShape table : TableShape.all(handle)) {
            if (table.numbered().isPresent()) {
                numberOn(handle, table, table.numbered().get());
            }
        }
        handle.commit();
        Schema.onServer(address, fresh, Schema.LATEST).migrate();
    }

    /** A process that is connected would find its tables gone. One that has just ended may be listed for a moment. */
    private void refuseWhereInUse() {
        for (int look = 0; others() > 0; look++) {
            if (look == LOOKS) {
                throw new DatabaseException(
                        address + " is used by another Rolewise. Stop every one that uses it, then try again.");
            }
            handle.execute("SELECT pg_sleep(0.1)");
        }
    }

    private int others() {
        return handle.createQuery("""
                        SELECT count(*) FROM pg_stat_activity
                        WHERE datname = current_database() AND application_name = 'rolewise' AND pid <> pg_backend_pid()
                        """).mapTo(Integer.class).one();
    }

    /** The next number that the database gives is above those that were restored. */
    static void numberOn(Handle handle, TableShape table, String column) {
        handle.createQuery("SELECT setval(pg_get_serial_sequence(:table, :column), coalesce(max("
                        + TableShape.quoted(column) + "), 0) + 1, false) FROM " + TableShape.quoted(table.name()))
                .bind("table", TableShape.quoted(table.name()))
                .bind("column", column)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void takeOver(FolderSwap swap) throws SQLException {
        handle.begin();
        PostgresEngine.takeTurn(handle);
        handle.execute("SET LOCAL search_path = " + fresh);
        List<String> tables = new ArrayList<>();
        TableShape.all(handle).forEach(table -> tables.add(table.name()));
        tables.add(TableShape.HISTORY);
        for (String table : tables) {
            if (exists(table)) {
                if (!putAside) {
                    handle.execute("CREATE SCHEMA " + old);
                    putAside = true;
                }
                move(table, used, old);
            }
            move(table, fresh, used);
        }
        handle.commit();
    }

    private boolean exists(String table) {
        return handle.createQuery("SELECT count(*) FROM pg_tables WHERE schemaname = :schema AND tablename = :table")
                        .bind("schema", used)
                        .bind("table", table)
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }

    private void move(String table, String from, String to) {
        handle.execute("ALTER TABLE " + TableShape.quoted(from) + "." + TableShape.quoted(table) + " SET SCHEMA "
                + TableShape.quoted(to));
    }

    @Override
    public Optional<String> aside() {
        return putAside ? Optional.of("the schema " + old + " of " + address) : Optional.empty();
    }

    /** What is left of the new schema when its tables are gone, or when something went wrong. */
    @Override
    public void close() {
        try (handle) {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
            handle.execute("DROP SCHEMA IF EXISTS " + fresh + " CASCADE");
        }
    }
}
