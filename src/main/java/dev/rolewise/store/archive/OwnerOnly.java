package dev.rolewise.store.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that only their owner can read and write, where the file system knows owners. */
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** A new file beside others, with a name that nothing else has and that begins with {@code prefix}. */
    static Path temporary(Path folder, String prefix) throws IOException {
        return Files.createTempFile(folder, prefix, ".tmp", attributes(folder, FILE));
    }

    /** Writes to a file that must not exist yet. */
    static OutputStream create(Path file) throws IOException {
        Files.createFile(file, attributes(file, FILE));
        return Files.newOutputStream(file);
    }

    /** A new folder, with a name that nothing else has and that ends in {@code .tmp}. */
    public static Path temporaryFolder(Path folder, String prefix) throws IOException {
        Path made = Files.createTempDirectory(folder, prefix, attributes(folder, FOLDER));
        return Files.move(made, made.resolveSibling(made.getFileName() + ".tmp"));
    }

    /** A folder that must not exist yet. */
    public static Path folder(Path folder) throws IOException {
        return Files.createDirectory(folder, attributes(folder, FOLDER));
    }

    /** Makes a file that exists one of these. */
    public static void protect(Path file) throws IOException {
        if (knowsOwners(file)) {
            Files.setPosixFilePermissions(file, FILE);
        }
    }

    private static FileAttribute<?>[] attributes(Path near, Set<PosixFilePermission> permissions) {
        return knowsOwners(near)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean knowsOwners(Path near) {
        return near.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
