package dev.rolewise.scorecard;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * A file of lines that appears whole or not at all: it is written beside its place and moved there by {@link #finish}. A
 * device or a pipe is written to directly. Not thread-safe.
 */
final class OutputFile implements Closeable {
    private final Path target;
    private final Path written;
    private final BufferedWriter writer;

    private OutputFile(Path target, Path written, BufferedWriter writer) {
        this.target = target;
        this.written = written;
        this.writer = writer;
    }

    /** Opens the file; refuses where it could not be written in the end, or is {@code in}, which would be lost. */
    static OutputFile open(Path file, Path in) throws UnusableFileException {
        if (Files.isDirectory(file)) {
            throw new UnusableFileException(file + " is a folder: name a file to write to");
        }
        try {
            if (Files.exists(file) && Files.exists(in) && Files.isSameFile(file, in)) {
                throw new UnusableFileException(file + " is the input as well: name another file to write to");
            }
            boolean special = Files.exists(file) && !Files.isRegularFile(file);
            Path target = Files.isRegularFile(file) ? file.toRealPath() : file.toAbsolutePath();
            Path written = special ? target : beside(target);
            if (!special) {
                written.toFile().deleteOnExit();
            }
            return new OutputFile(target, written, writer(written));
        } catch (UnusableFileException e) {
            throw e;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static Path beside(Path target) {
        long process = ProcessHandle.current().pid();
        return target.resolveSibling("." + target.getFileName() + "." + process + ".part");
    }

    void line(String text) throws UnusableFileException {
        try {
            writer.write(text);
            writer.write('\n');
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Puts the file in its place, over an older one. */
    void finish() throws UnusableFileException {
        try {
            writer.close();
            if (!written.equals(target)) {
                Files.move(written, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw unwritable(target, e);
        }
    }

    /** Lets go of the file; what was not finished is removed. */
    @Override
    public void close() throws IOException {
        try {
            writer.close();
        } finally {
            if (!written.equals(target)) {
                Files.deleteIfExists(written);
            }
        }
    }

    private static UnusableFileException unwritable(Path file, IOException e) {
        String why;
        if (e instanceof NoSuchFileException) {
            why = "its folder does not exist; create it first";
        } else if (e instanceof AccessDeniedException) {
            why = "permission denied; choose another place or change the permissions";
        } else {
            why = e.getMessage() + "; choose another place";
        }
        return new UnusableFileException(String.format(Locale.ROOT, "%s cannot be written: %s", file, why), e);
    }

    /** A half of a surrogate pair, which no UTF-8 can hold, becomes a question mark instead of an end. */
    private static BufferedWriter writer(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
    }
}
