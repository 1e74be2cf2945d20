package dev.rolewise.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file that a result is to be written to. What makes it unwritable is found as early as can be. */
final class ResultFile {
    private final Path path;

    private ResultFile(Path path) {
        this.path = path;
    }

    /** Refuses a folder, a file in a folder that does not exist, and one that may not be written. */
    static ResultFile at(Path path) throws OperatorException {
        Path folder = path.toAbsolutePath().normalize().getParent();
        if (Files.isDirectory(path)) {
            throw new OperatorException(path + " is a folder: name a file to write to");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new OperatorException(path + " cannot be written: its folder does not exist; create it first");
        }
        if (!Files.isWritable(Files.exists(path) ? path : folder)) {
            throw denied(path);
        }
        return new ResultFile(path);
    }

    /** The same for the page of a result that takes several: {@code table.png} has {@code table-2.png} beside it. */
    ResultFile page(int number) throws OperatorException {
        if (number == 1) {
            return this;
        }
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String ending = dot > 0 ? name.substring(dot) : "";
        return at(path.resolveSibling(String.format(Locale.ROOT, "%s-%d%s", stem, number, ending)));
    }

    /** Over an older one. */
    void write(byte[] content) throws OperatorException {
        try {
            Files.write(path, content);
        } catch (AccessDeniedException e) {
            throw denied(path);
        } catch (IOException e) {
            throw new OperatorException(
                    String.format(Locale.ROOT, "%s cannot be written: %s; choose another place", path, e.getMessage()),
                    e);
        }
    }

    private static OperatorException denied(Path path) {
        return new OperatorException(
                path + " cannot be written: permission denied; choose another place or change the permissions");
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
