package dev.rolewise.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the driver of SQLite unpacks its native library: a folder of ours, so that what killed processes leave behind can
 * be told from what others need. The system property {@value #PROPERTY} wins.
 */
final class NativeLibrary {
    /** Name of the folder in the data folder. */
    static final String FOLDER = "native";

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);
    private static final String PROPERTY = "org.sqlite.tmpdir";

    /** A process that starts at this moment may have unpacked its library and not loaded it yet. */
    private static final Duration IN_USE = Duration.ofMinutes(1);

    private NativeLibrary() {}

    /** To be called before the driver is used first. */
    static synchronized void prepare(Path dataDir) {
        if (System.getProperty(PROPERTY) != null) {
            return;
        }
        Path folder = dataDir.resolve(FOLDER);
        try {
            Files.createDirectories(folder);
            clean(folder);
            System.setProperty(PROPERTY, folder.toString());
        } catch (IOException e) {
            LOG.debug("the library of SQLite is unpacked into the temporary folder", e);
        }
    }

    /** One that is loaded may be deleted where the system permits it: whoever has loaded it keeps it. */
    static void clean(Path folder) throws IOException {
        Path now = Files.createTempFile(folder, "now", ".tmp");
        FileTime old = FileTime.from(Files.getLastModifiedTime(now).toInstant().minus(IN_USE));
        Files.delete(now);
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "sqlite-*")) {
            for (Path file : left) {
                try {
                    if (Files.getLastModifiedTime(file).compareTo(old) < 0) {
                        Files.deleteIfExists(file);
                    }
                } catch (IOException e) {
                    LOG.debug("{} is in use", file, e);
                }
            }
        }
    }
}
