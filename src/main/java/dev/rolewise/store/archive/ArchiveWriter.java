package dev.rolewise.store.archive;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a backup, into a file of another name that takes its place once it is whole and on disk. Closing it before that
 * leaves nothing. Not thread-safe.
 */
public final class ArchiveWriter implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();

    private ArchiveWriter(Path target, Path temporary, ZipOutputStream zip) {
        this.target = target;
        this.temporary = temporary;
        this.zip = zip;
    }

    /** Writes a part into the stream that it is given, and leaves it open. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Begins; {@code target} is replaced at the end where it exists. */
    public static ArchiveWriter begin(Path target) throws IOException {
        Path absolute = target.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new ArchiveException(absolute + " is a folder: name a file to write to.");
        }
        Path temporary = OwnerOnly.temporary(folder, ".rolewise-backup");
        return new ArchiveWriter(
                absolute, temporary, new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(temporary))));
    }

    /** Adds a part. */
    public void add(String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Measured measured = new Measured(zip);
        content.writeTo(measured);
        zip.closeEntry();
        entries.add(new Manifest.Entry(name, measured.bytes, HexFormat.of().formatHex(measured.digest.digest())));
    }

    /** Adds the manifest and puts the file in its place. */
    public Manifest finish(Instant madeAt, String schema) throws IOException {
        Manifest manifest = new Manifest(madeAt, schema, entries);
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.encode());
        zip.closeEntry();
        zip.close();
        try (FileChannel file = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return manifest;
    }

    @Override
    public void close() throws IOException {
        try {
            zip.close();
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static final class Measured extends FilterOutputStream {
        private final MessageDigest digest = sha256();
        private long bytes;

        Measured(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            digest.update((byte) b);
            bytes++;
        }

        @Override
        public void write(byte[] b, int from, int length) throws IOException {
            out.write(b, from, length);
            digest.update(b, from, length);
            bytes += length;
        }

        /** The archive stays open. */
        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
