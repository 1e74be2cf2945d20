package dev.rolewise.app.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The configuration in use: the operator's folder, where there is one, over the one packed into the program. A file of
 * the folder wins over the packed one of the same name; a knowledge pack wins as a whole. Thread-safe; paths into the
 * packed configuration hold until {@link #close}.
 */
public final class ConfigFolder implements AutoCloseable {
    private static final String PACKS = "knowledge";

    private final Optional<Path> folder;
    private final Path packed;
    private final @Nullable FileSystem jar;

    private ConfigFolder(Optional<Path> folder, Path packed, @Nullable FileSystem jar) {
        this.folder = folder;
        this.packed = packed;
        this.jar = jar;
    }

    /**
     * Opens the folder {@code named}, or {@code config} in {@code startedIn} where none is named and it is there, or
     * else the packed configuration alone.
     *
     * @throws SettingsException where the named folder does not exist
     */
    public static ConfigFolder open(Optional<Path> named, Path startedIn) throws SettingsException {
        Path folder = startedIn.resolve(named.orElse(Path.of("config")));
        if (named.isPresent() && !Files.isDirectory(folder)) {
            throw new SettingsException(
                    String.format(Locale.ROOT, "--config: there is no folder %s; check the path", folder));
        }
        URL anchor = Objects.requireNonNull(
                ConfigFolder.class.getResource("/config/" + SettingsLoader.FILE),
                "the program holds its configuration");
        return over(Files.isDirectory(folder) ? Optional.of(folder) : Optional.empty(), anchor);
    }

    /** Opens {@code folder} over the packed configuration that the file {@code anchor} lies in. */
    static ConfigFolder over(Optional<Path> folder, URL anchor) {
        try {
            if (anchor.openConnection() instanceof JarURLConnection inJar) {
                FileSystem jar =
                        FileSystems.newFileSystem(Path.of(inJar.getJarFileURL().toURI()));
                return new ConfigFolder(folder, jar.getPath("config"), jar);
            }
            Path file = Path.of(anchor.toURI());
            return new ConfigFolder(folder, file.resolveSibling(""), null);
        } catch (IOException e) {
            throw new UncheckedIOException("the packed configuration cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the packed configuration is at " + anchor, e);
        }
    }

    /** The operator's folder, where there is one. */
    public Optional<Path> folder() {
        return folder;
    }

    /** The file in use under {@code name}, such as {@code rolewise.yml}. */
    public Optional<Path> file(String name) {
        return roots().map(root -> root.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The folder in use under {@code name}, such as {@code prompts}; it is taken whole. */
    public Optional<Path> folder(String name) {
        return roots().map(root -> root.resolve(name))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** How to call the file in use under {@code name} when speaking to an operator. */
    public String origin(String name) {
        boolean own = folder.map(f -> Files.isRegularFile(f.resolve(name))).orElse(false);
        return own ? name : "packed " + name;
    }

    /**
     * The folder of the knowledge pack with that id.
     *
     * @throws SettingsException where there is none; names those that there are
     */
    public Path pack(String id) throws SettingsException {
        Optional<Path> found = roots().map(root -> root.resolve(PACKS).resolve(id))
                .filter(Files::isDirectory)
                .findFirst();
        if (found.isEmpty()) {
            throw new SettingsException(String.format(
                    Locale.ROOT,
                    "pack: there is no knowledge pack %s; there is %s, and a folder %s would make one",
                    id,
                    String.join(", ", packs()),
                    folder.orElse(Path.of("config")).resolve(PACKS).resolve(id)));
        }
        return found.get();
    }

    private Set<String> packs() {
        Set<String> ids = new TreeSet<>();
        for (Path packs : roots().map(root -> root.resolve(PACKS))
                .filter(Files::isDirectory)
                .toList()) {
            try (Stream<Path> folders = Files.list(packs)) {
                folders.filter(Files::isDirectory)
                        .forEach(p -> ids.add(p.getFileName().toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ids;
    }

    private Stream<Path> roots() {
        return Stream.concat(folder.stream(), List.of(packed).stream());
    }

    /** Lets go of the jar. */
    @Override
    public void close() {
        if (jar != null) {
            try {
                jar.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
