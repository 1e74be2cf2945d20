package dev.rolewise.store;

import dev.rolewise.store.archive.ArchiveException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** A database that is built from a backup beside the one in use, to take its place. Closing it leaves nothing unfinished. */
interface Successor extends AutoCloseable {
    /** Makes the tables of that version, fills them from the files in {@code tables}, and brings them up to date. */
    void build(String schema, Path tables) throws IOException, SQLException;

    /** Puts it in the place of the one in use, as the last step of {@code swap}. */
    void takeOver(FolderSwap swap) throws IOException, SQLException;

    /** Where the one that was in use is now, if that is outside of the data folder. */
    Optional<String> aside();

    @Override
    void close();

    /** Adds the rows of each file to its table; every table has a file and every file a table. */
    static void load(Handle handle, Path tables) throws IOException, SQLException {
        List<TableShape> shapes = TableShape.all(handle);
        Set<String> expected = new HashSet<>();
        shapes.forEach(shape -> expected.add(TableFile.name(shape.name())));
        if (!expected.equals(names(tables))) {
            throw new ArchiveException("This is no usable backup: its tables are not those of its version.");
        }
        for (TableShape shape : shapes) {
            TableFile.load(handle, shape, tables.resolve(TableFile.name(shape.name())));
        }
    }

    private static Set<String> names(Path folder) throws IOException {
        Set<String> names = new HashSet<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> names.add(file.getFileName().toString()));
            }
        }
        return names;
    }
}
