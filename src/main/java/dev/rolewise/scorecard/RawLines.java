package dev.rolewise.scorecard;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The lines of a UTF-8 file one by one, each of bounded length. Not thread-safe. */
final class RawLines implements Closeable {
    /** Longest line in bytes; a longer one is skipped and reported. */
    static final int MAX_BYTES = 1024 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private int number;

    /**
     * A line.
     *
     * @param number counted from 1
     * @param text without its line break; empty where the line has a fault
     * @param fault what is wrong with it and what to do, where something is
     */
    record RawLine(int number, String text, Optional<String> fault) {}

    private RawLines(InputStream in) {
        this.in = in;
    }

    static RawLines of(Path file) throws UnusableFileException {
        if (Files.isDirectory(file)) {
            throw new UnusableFileException(file + " is a folder: name a file of JSON lines");
        }
        try {
            return new RawLines(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
        } catch (NoSuchFileException e) {
            throw new UnusableFileException("there is no file " + file + ": check the path", e);
        } catch (AccessDeniedException e) {
            throw new UnusableFileException(file + " may not be read: check its permissions", e);
        } catch (IOException e) {
            throw new UnusableFileException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** The next line; empty at the end of the file. */
    Optional<RawLine> next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean tooLong = false;
        int b = in.read();
        if (b < 0) {
            return Optional.empty();
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (bytes.size() < MAX_BYTES) {
                bytes.write(b);
            } else {
                tooLong = true;
            }
        }
        number++;
        return Optional.of(tooLong ? broken("is longer than 1 MiB; shorten it") : decoded(bytes.toByteArray()));
    }

    private RawLine decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean marked = number == 1 && text.startsWith(BYTE_ORDER_MARK);
            return new RawLine(number, marked ? text.substring(1) : text, Optional.empty());
        } catch (CharacterCodingException e) {
            return broken("is not UTF-8; save the file as UTF-8");
        }
    }

    private RawLine broken(String fault) {
        return new RawLine(number, "", Optional.of(fault));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
