package dev.rolewise.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/** The database cannot be used. The message is one line for the operator: what is wrong and how to mend it. */
public final class DatabaseException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    DatabaseException(String message, Throwable cause) {
        super(message, cause instanceof IOException io ? io : new IOException(cause));
    }

    DatabaseException(String message) {
        super(message, new IOException(message));
    }

    /** Finds SQLite's result code in the causes of {@code failure} and says what it means for {@code file}. */
    static DatabaseException of(Path file, Throwable failure) {
        return sqlCause(failure)
                .map(sql -> new DatabaseException(explain(file, sql), failure))
                .orElseGet(() -> new DatabaseException(other(file, failure), failure));
    }

    private static Optional<SQLException> sqlCause(Throwable failure) {
        return Stream.iterate(failure, t -> t != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    /** The result codes are those of https://sqlite.org/rescode.html. */
    private static String explain(Path file, SQLException sql) {
        return switch (sql.getErrorCode()) {
            case 3, 8, 14, 23 ->
                file + " cannot be opened for writing. Check that this user may read and write it and its"
                        + " folder, or choose another folder with data-dir.";
            case 5, 6 -> file + " is held by another program. Close it, then try again.";
            case 10 -> "Reading or writing " + file + " failed. Check the disk that it is on.";
            case 11 -> file + " is damaged. Restore a backup, or move the file away to start with an empty one.";
            case 13 -> "The disk that " + file + " is on is full. Free some space, then try again.";
            case 26 -> file + " is not a database. Restore a backup, or move the file away to start with an empty one.";
            default -> other(file, sql);
        };
    }

    private static String other(Path file, Throwable failure) {
        String why = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return file + " cannot be used: " + why;
    }
}
