package dev.rolewise.store.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads a backup that anybody may have made or damaged: nothing of it is believed that does not agree with its manifest,
 * and nothing is written outside the folder that it is unpacked into. Not thread-safe.
 */
public final class ArchiveReader implements AutoCloseable {
    private static final int MAX_MANIFEST_BYTES = 16 << 20;

    private final Path file;
    private final ZipFile zip;
    private final Manifest manifest;

    private ArchiveReader(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest();
    }

    /** Opens one and checks that it holds what its manifest says, each part once, and nothing else. */
    public static ArchiveReader open(Path file) throws IOException {
        ZipFile zip = zip(file);
        try {
            return new ArchiveReader(file, zip);
        } catch (ArchiveException e) {
            zip.close();
            throw new ArchiveException(file + " is no usable backup: " + e.getMessage() + ".", e);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new ArchiveException(
                    file + " is no usable backup: it is cut off, or no file of \"rolewise backup\".", e);
        } catch (NoSuchFileException e) {
            throw new ArchiveException("There is no file " + file + ". Check the path.", e);
        }
    }

    private Manifest manifest() throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.NAME);
        if (entry == null) {
            throw new ArchiveException("it has no manifest");
        }
        byte[] text;
        try (InputStream in = zip.getInputStream(entry)) {
            text = in.readNBytes(MAX_MANIFEST_BYTES + 1);
        } catch (ZipException | EOFException e) {
            throw new ArchiveException("its manifest is damaged", e);
        }
        if (text.length > MAX_MANIFEST_BYTES) {
            throw new ArchiveException("its manifest is too long");
        }
        Manifest read = Manifest.decode(text);
        List<String> said = read.entries().stream().map(Manifest.Entry::name).toList();
        Set<String> held = zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(HashSet::new));
        boolean manifestToo = held.remove(Manifest.NAME);
        if (!manifestToo || zip.size() != said.size() + 1 || !held.equals(Set.copyOf(said))) {
            throw new ArchiveException("it does not hold what its manifest says");
        }
        return read;
    }

    /** What it says of itself; checked as far as can be without reading it all. */
    public Manifest contents() {
        return manifest;
    }

    /**
     * Writes every part below {@code folder}, which is empty, and checks size and checksum of each.
     *
     * @param expected whether a part of that name belongs into a backup
     */
    public void unpack(Path folder, Predicate<String> expected) throws IOException {
        long bytes = 0;
        for (Manifest.Entry entry : manifest.entries()) {
            if (!expected.test(entry.name())) {
                throw broken(entry, "does not belong into a backup");
            }
            bytes += entry.bytes();
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (bytes > free) {
            throw new ArchiveException(String.format(
                    Locale.ROOT,
                    "%s needs %,d bytes and %s has %,d left. Free some space, then try again.",
                    file,
                    bytes,
                    folder.getParent(),
                    free));
        }
        for (Manifest.Entry entry : manifest.entries()) {
            unpack(entry, folder);
        }
    }

    private void unpack(Manifest.Entry entry, Path folder) throws IOException {
        Path place = folder.resolve(entry.name()).normalize();
        if (!place.startsWith(folder)) {
            throw broken(entry, "has a name that leads elsewhere");
        }
        Files.createDirectories(place.getParent());
        MessageDigest digest = ArchiveWriter.sha256();
        long left = entry.bytes();
        try (InputStream in = zip.getInputStream(zip.getEntry(entry.name()));
                OutputStream out = OwnerOnly.create(place)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0 && left >= 0; read = in.read(buffer)) {
                left -= read;
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        } catch (ZipException | EOFException e) {
            throw broken(entry, "is damaged");
        }
        if (left != 0 || !HexFormat.of().formatHex(digest.digest()).equals(entry.sha256())) {
            throw broken(entry, "is not what the manifest says");
        }
    }

    private ArchiveException broken(Manifest.Entry entry, String how) {
        return new ArchiveException(file + " is no usable backup: its part " + entry.name() + " " + how + ".");
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
