package dev.rolewise.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The folder in which everything that is kept is stored. Exists and can be written to. */
final class DataFolder {
    /** The programs that stay and so hold a lock. */
    private static final List<String> KINDS = List.of("discord", "chat", "serve");

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** The right to be the only program of its kind on the folder; ends with the process at the latest. */
    interface Lock extends AutoCloseable {
        @Override
        void close();
    }

    /** Creates the folder where it is missing, and makes sure that it can be written to. */
    static DataFolder open(Path path) throws OperatorException {
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, ".writable", null));
            return new DataFolder(path);
        } catch (FileAlreadyExistsException e) {
            throw new OperatorException(String.format(Locale.ROOT, "data-dir: %s is a file; name a folder", path), e);
        } catch (IOException e) {
            throw new OperatorException(
                    String.format(
                            Locale.ROOT,
                            "data-dir: the folder %s cannot be written to; change its permissions or set data-dir",
                            path.toAbsolutePath()),
                    e);
        }
    }

    Path path() {
        return path;
    }

    /** Takes the folder for a program of that kind; refuses where another has it. */
    Lock lock(String kind) throws OperatorException {
        try {
            FileChannel file =
                    FileChannel.open(path.resolve(kind + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(file);
            if (lock == null) {
                file.close();
                throw new OperatorException(String.format(
                        Locale.ROOT,
                        "another Rolewise (%s) is using %s: stop it or set data-dir",
                        kind,
                        path.toAbsolutePath()));
            }
            return () -> release(file);
        } catch (IOException e) {
            throw new OperatorException(
                    String.format(
                            Locale.ROOT,
                            "data-dir: %s cannot be locked (%s); set data-dir to a local folder",
                            path.toAbsolutePath(),
                            e.getMessage()),
                    e);
        }
    }

    /** Takes the folder for work that nothing else may come between. */
    Lock lockAgainstAll() throws OperatorException {
        Deque<Lock> locks = new ArrayDeque<>();
        try {
            for (String kind : KINDS) {
                locks.push(lock(kind));
            }
            return () -> locks.forEach(Lock::close);
        } catch (OperatorException e) {
            locks.forEach(Lock::close);
            throw e;
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Closing the file gives up its lock. */
    private static void release(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
