package dev.rolewise.store;

import java.nio.file.Path;
import java.sql.SQLException;

/** The failures of an SQLite file. */
record SqliteFaults(Path file) implements Faults {
    @Override
    public DatabaseException of(Throwable failure) {
        return new DatabaseException(Faults.said(failure).map(this::explain).orElseGet(() -> other(failure)), failure);
    }

    /** The result codes are those of https://sqlite.org/rescode.html. */
    private String explain(SQLException sql) {
        return switch (sql.getErrorCode()) {
            case 3, 8, 14, 23 ->
                file + " cannot be opened for writing. Check that this user may read and write it and its"
                        + " folder, or choose another folder with data-dir.";
            case 5, 6 -> file + " is held by another program. Close it, then try again.";
            case 10 -> "Reading or writing " + file + " failed. Check the disk that it is on.";
            case 11 -> file + " is damaged. Restore a backup, or move the file away to start with an empty one.";
            case 13 -> "The disk that " + file + " is on is full. Free some space, then try again.";
            case 26 -> file + " is not a database. Restore a backup, or move the file away to start with an empty one.";
            default -> other(sql);
        };
    }

    private String other(Throwable failure) {
        return file + " cannot be used: " + Faults.firstLine(failure);
    }
}
