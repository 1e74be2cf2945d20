package dev.rolewise.store;

import dev.rolewise.retrieval.DocumentShelves;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is kept in the data folder besides the database: everything but locks, what is unfinished, what is unpacked for the
 * running program, what is made again from the database, and what an earlier restore has put aside.
 */
final class KeptFiles {
    /** What the name of a folder begins with into which a restore has put what was there before. */
    static final String ASIDE = "before-restore-";

    private static final String TEMPORARY = ".tmp";

    /** Copied while it is written it would not agree with itself, nor with the documents of the backup. */
    private static final String INDEXES = DocumentShelves.FOLDER;

    private final Path folder;

    KeptFiles(Path folder) {
        this.folder = folder;
    }

    /** The files, by their path below the folder with slashes; links are not followed. */
    SortedMap<String, Path> files() throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return directory.equals(folder) || isKept(below(directory))
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile() && isKept(below(file))) {
                    files.put(below(file), file);
                }
                return FileVisitResult.CONTINUE;
            }

            /** Gone again while the bot runs. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        return files;
    }

    private String below(Path path) {
        List<String> names = new ArrayList<>();
        folder.relativize(path).forEach(name -> names.add(name.toString()));
        return String.join("/", names);
    }

    /** Whether a backup may hold a file of that path below the folder; an older version put the indexes there, too. */
    static boolean belongs(String path) {
        String first = first(path);
        return givesWay(first) && !first.startsWith(SqliteEngine.FILE) && !path.endsWith(TEMPORARY);
    }

    /** Whether a file of that path is kept: put into a backup, and brought back from one. */
    static boolean isKept(String path) {
        return belongs(path) && !first(path).equals(INDEXES);
    }

    private static String first(String path) {
        return path.contains("/") ? path.substring(0, path.indexOf('/')) : path;
    }

    /** What stands directly in the folder and gives way to what is restored, the database with it. */
    List<Path> giveWay() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> givesWay(path.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean givesWay(String name) {
        return !name.endsWith(".lock")
                && !name.endsWith(TEMPORARY)
                && !name.startsWith(".")
                && !name.startsWith(ASIDE)
                && !name.equals(NativeLibrary.FOLDER);
    }
}
