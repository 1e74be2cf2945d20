package dev.rolewise.store;

import dev.rolewise.store.archive.ArchiveException;
import dev.rolewise.store.archive.ArchiveWriter;
import dev.rolewise.store.archive.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a backup: the rows of all tables as they are at one moment, and the other files of the data folder, in one archive.
 * The bot may run meanwhile and is not held up. Changes nothing, not even tables of an older version.
 */
public final class Backup {
    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

    static final String TABLES = "tables/";
    static final String FILES = "files/";

    private final DatabaseSettings place;
    private final Clock clock;

    public Backup(DatabaseSettings place, Clock clock) {
        this.place = place;
        this.clock = clock;
    }

    /**
     * Writes it to {@code target}, in the place of an older one.
     *
     * @throws ArchiveException where there is nothing to back up, or {@code target} is no place for it
     * @throws DatabaseException where the database cannot be read
     */
    public Manifest write(Path target) throws IOException {
        Path file = target.toAbsolutePath().normalize();
        if (file.startsWith(place.dataDir())) {
            throw new ArchiveException(
                    file + " lies in the data folder, and would be lost with it. Choose another place.");
        }
        try (ArchiveWriter archive = ArchiveWriter.begin(file);
                Snapshot snapshot = Snapshot.of(place)) {
            for (TableShape table : snapshot.tables()) {
                archive.add(
                        TABLES + TableFile.name(table.name()), out -> TableFile.write(snapshot.handle(), table, out));
            }
            for (Map.Entry<String, Path> kept :
                    new KeptFiles(place.dataDir()).files().entrySet()) {
                add(archive, kept.getKey(), kept.getValue());
            }
            return archive.finish(clock.instant(), snapshot.schema());
        } catch (JdbiException | SQLException e) {
            throw place.faults().of(e);
        }
    }

    /** What is gone when its turn comes was of no use any more. */
    private static void add(ArchiveWriter archive, String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            archive.add(FILES + name, in::transferTo);
        } catch (NoSuchFileException e) {
            LOG.debug("{} is gone", file, e);
        }
    }
}
