package dev.rolewise.store;

import dev.rolewise.store.DatabaseException.Kind;
import java.sql.SQLException;
import java.util.Set;

/** The failures of a PostgreSQL server, by the codes of https://www.postgresql.org/docs/current/errcodes-appendix.html. */
record PostgresFaults(PostgresAddress address) implements Faults {
    /** The server ends, has crashed, is starting, or takes no more connections. */
    private static final Set<String> GONE = Set.of("57P01", "57P02", "57P03", "57P05", "25P03", "53300");

    /** The driver's own, where the server asks for a password and there is none. */
    private static final String NO_PASSWORD = "08004";

    @Override
    public DatabaseException of(Throwable failure) {
        return Faults.said(failure)
                .map(sql -> explain(sql, failure))
                .orElseGet(() -> new DatabaseException(other(failure), failure));
    }

    private DatabaseException explain(SQLException sql, Throwable failure) {
        String code = String.valueOf(sql.getSQLState());
        if ((code.startsWith("08") && !NO_PASSWORD.equals(code)) || GONE.contains(code)) {
            return new DatabaseException(
                    Kind.LOST,
                    address + " cannot be reached. Check that it runs, that this machine may connect to it, and"
                            + " database.url.",
                    failure);
        }
        return new DatabaseException(meaning(code, sql), failure);
    }

    private String meaning(String code, SQLException sql) {
        return switch (code) {
            case "28P01", "28000", NO_PASSWORD ->
                address + " refused the user or the password. Check both in database.url, and the server's"
                        + " pg_hba.conf.";
            case "3D000" -> address + ": there is no such database. Create it, or name another in database.url.";
            case "3F000" -> address + ": there is no schema to work in. Check search_path and currentSchema.";
            case "42501" ->
                address + ": the user lacks a right: " + Faults.firstLine(sql)
                        + ". Make it the owner of the database, or grant it CREATE on its schema.";
            case "25006" -> address + " takes no writes. Name the primary server in database.url.";
            case "53100" -> "The disk of " + address + " is full. Free some space, then try again.";
            case "55P03", "57014" -> address + " is too slow: a turn did not come in time. Check its load and locks.";
            default -> other(sql);
        };
    }

    private String other(Throwable failure) {
        return address + " cannot be used: " + Faults.firstLine(failure);
    }
}
