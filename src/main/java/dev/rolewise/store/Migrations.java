package dev.rolewise.store;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** The migrations, written once for SQLite, in the words of PostgreSQL. */
final class Migrations implements ResourceProvider {
    /** Where they are among the resources. */
    static final String FOLDER = "db/migration";

    private static final Pattern VERSIONED = Pattern.compile("V([0-9.]+)__.*[.]sql");
    private static final String FIRST = "/" + FOLDER + "/V1__feedback.sql";

    private final TreeMap<String, LoadableResource> scripts = new TreeMap<>();

    Migrations() {
        try {
            read(Objects.requireNonNull(Migrations.class.getResource(FIRST), "the program holds its migrations"));
        } catch (IOException e) {
            throw new UncheckedIOException("the packed migrations cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read(URL first) throws IOException, URISyntaxException {
        if (first.openConnection() instanceof JarURLConnection inJar) {
            try (FileSystem jar =
                    FileSystems.newFileSystem(Path.of(inJar.getJarFileURL().toURI()))) {
                read(jar.getPath(FOLDER));
            }
        } else {
            read(Path.of(first.toURI()).resolveSibling(""));
        }
    }

    private void read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                scripts.put(name, new Script(name, PostgresWords.of(Files.readString(file))));
            }
        }
    }

    /** The highest version among them. */
    String newest() {
        return scripts.keySet().stream()
                .map(VERSIONED::matcher)
                .filter(Matcher::matches)
                .map(name -> MigrationVersion.fromVersion(name.group(1)))
                .max(Comparator.naturalOrder())
                .orElseThrow()
                .getVersion();
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return scripts.get(name);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return scripts.values().stream()
                .filter(script -> script.getFilename().startsWith(prefix))
                .filter(script -> Arrays.stream(suffixes).anyMatch(script.getFilename()::endsWith))
                .toList();
    }

    private static final class Script extends LoadableResource {
        private final String name;
        private final String text;

        Script(String name, String text) {
            this.name = name;
            this.text = text;
        }

        @Override
        public Reader read() {
            return new StringReader(text);
        }

        @Override
        public String getAbsolutePath() {
            return FOLDER + "/" + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
