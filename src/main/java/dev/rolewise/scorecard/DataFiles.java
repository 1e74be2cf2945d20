package dev.rolewise.scorecard;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files under a folder, and under its neighbours {@code data} and {@code eval}, by their names. What lies deeper than
 * {@value #DEPTH} folders is not seen.
 */
final class DataFiles {
    private static final int DEPTH = 6;
    private static final int MOST = 100_000;
    private static final List<String> NEIGHBOURS = List.of("data", "eval");

    private final List<Path> files;

    private DataFiles(List<Path> files) {
        this.files = files;
    }

    /** Looks through the folder once. */
    static DataFiles under(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UnusableFileException("there is no folder " + folder + ": check the path given as --data");
        }
        Path root = folder.toRealPath();
        Set<Path> roots = new LinkedHashSet<>(List.of(root));
        if (NEIGHBOURS.contains(String.valueOf(root.getFileName()))) {
            NEIGHBOURS.stream()
                    .map(root::resolveSibling)
                    .filter(Files::isDirectory)
                    .forEach(roots::add);
        }
        Set<Path> found = new LinkedHashSet<>();
        for (Path each : roots) {
            try (Stream<Path> all = Files.walk(each, DEPTH)) {
                all.filter(Files::isRegularFile).limit(MOST).forEach(found::add);
            }
        }
        return new DataFiles(found.stream()
                .sorted(Comparator.comparing(Path::getNameCount).thenComparing(Path::toString))
                .toList());
    }

    /** The file of that name, which may have folders and stars in it; of several the highest, then the first by letters. */
    Optional<Path> find(String name) {
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:/**/" + name);
        return files.stream().filter(matcher::matches).findFirst();
    }
}
