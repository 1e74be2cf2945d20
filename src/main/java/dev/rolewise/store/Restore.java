package dev.rolewise.store;

import dev.rolewise.retrieval.DocumentShelves;
import dev.rolewise.store.archive.ArchiveException;
import dev.rolewise.store.archive.ArchiveReader;
import dev.rolewise.store.archive.Manifest;
import dev.rolewise.store.archive.OwnerOnly;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.JdbiException;

/**
 * Puts a backup in the place of what is there. A new database is built beside the present one, from the rows of the backup
 * and the migrations since; only when everything in the backup has proved right do they change places. What was there is
 * put aside and not deleted. Nobody else may use the data meanwhile.
 */
public final class Restore {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final DatabaseSettings place;
    private final Clock clock;

    public Restore(DatabaseSettings place, Clock clock) {
        this.place = place;
        this.clock = clock;
    }

    /**
     * What was done.
     *
     * @param restored what the backup held
     * @param aside where what was there before is now: folders, and schemas of the server; empty where there was nothing
     */
    public record Restored(Manifest restored, List<String> aside) {
        public Restored {
            aside = List.copyOf(aside);
        }
    }

    /**
     * Restores {@code file}. Where this throws, everything is as it was.
     *
     * @throws ArchiveException where the backup cannot be used
     * @throws DatabaseException where the database cannot be written or somebody uses it
     */
    public Restored from(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ArchiveException("There is no file " + file + ". Check the path.");
        }
        Path staging = OwnerOnly.temporaryFolder(place.dataDir(), "restore");
        try (ArchiveReader archive = ArchiveReader.open(file)) {
            Manifest manifest = archive.contents();
            String newest = Schema.newest();
            if (MigrationVersion.fromVersion(manifest.schema()).isNewerThan(newest)) {
                throw new ArchiveException(file + " was made by a newer version of Rolewise (its tables have version "
                        + manifest.schema() + ", those of this one " + newest + "). Restore it with that one.");
            }
            archive.unpack(staging, Restore::belongs);
            delete(staging.resolve(Backup.FILES).resolve(DocumentShelves.FOLDER));
            return new Restored(manifest, replace(staging, manifest.schema()));
        } catch (JdbiException | SQLException e) {
            throw place.faults().of(e);
        } finally {
            delete(staging);
        }
    }

    private static boolean belongs(String entry) {
        return entry.startsWith(Backup.TABLES)
                ? TableFile.isName(entry.substring(Backup.TABLES.length()))
                : entry.startsWith(Backup.FILES) && KeptFiles.belongs(entry.substring(Backup.FILES.length()));
    }

    private List<String> replace(Path staging, String schema) throws IOException, SQLException {
        String stamp = STAMP.format(clock.instant());
        Path tables = staging.resolve(Backup.TABLES);
        try (Successor successor = place.server().isPresent()
                ? new PostgresSuccessor(place.server().get(), stamp)
                : new SqliteSuccessor(place.dataDir(), staging)) {
            successor.build(schema, tables);
            FolderSwap swap = new FolderSwap(place.dataDir(), aside(stamp));
            try {
                swap.putAside(new KeptFiles(place.dataDir()).giveWay());
                swap.bringIn(staging.resolve(Backup.FILES));
                successor.takeOver(swap);
            } catch (IOException | SQLException | RuntimeException e) {
                swap.undo(e);
                throw e;
            }
            List<String> aside = new ArrayList<>();
            swap.aside().ifPresent(folder -> aside.add(folder.toString()));
            successor.aside().ifPresent(aside::add);
            return aside;
        }
    }

    private Path aside(String stamp) {
        Path folder = place.dataDir().resolve(KeptFiles.ASIDE + stamp);
        for (int i = 2; Files.exists(folder); i++) {
            folder = place.dataDir().resolve(KeptFiles.ASIDE + stamp + "-" + i);
        }
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path emptied, IOException e) throws IOException {
                Files.delete(emptied);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
