package dev.rolewise.knowledge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The files of a pack as text: UTF-8, at most {@link #MAX_BYTES}, line ends as {@code \n}, nothing invisible. */
final class PackFolder {
    static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final String NOTES = "notes";

    private final Path folder;
    private final Faults faults;

    PackFolder(Path folder, Faults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** Reports each YAML file in the folder that nothing reads. */
    void reportUnread(Set<String> read) throws IOException {
        for (String name : names(folder)) {
            if ((name.endsWith(".yml") || name.endsWith(".yaml")) && !read.contains(name)) {
                faults.add(name, 0, "no such file belongs to a pack", Nearest.advice(name, read));
            }
        }
    }

    /** Paths of the notes, relative to the folder, by name. */
    List<String> notes() throws IOException {
        Path notes = folder.resolve(NOTES);
        List<String> found = Files.isDirectory(notes) ? names(notes) : List.of();
        if (found.isEmpty()) {
            faults.add(NOTES, 0, "the pack has no source", "add notes/<source id>.md");
        }
        found.stream()
                .filter(n -> !n.endsWith(".md"))
                .forEach(n -> faults.add(NOTES + "/" + n, 0, "is not a note", "name it .md or move it away"));
        return found.stream()
                .filter(n -> n.endsWith(".md"))
                .map(n -> NOTES + "/" + n)
                .toList();
    }

    /** The text of a file that must be there. */
    Optional<String> required(String file) throws IOException {
        if (!Files.isRegularFile(folder.resolve(file))) {
            faults.add(file, 0, "the file is missing", "add it; every pack has one");
        }
        return optional(file);
    }

    /** The text of a file that may be missing. */
    Optional<String> optional(String file) throws IOException {
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        if (Files.size(path) > MAX_BYTES) {
            faults.add(file, 0, "is larger than 2 MiB", "split or shorten it");
            return Optional.empty();
        }
        return decode(file, Files.readAllBytes(path)).map(text -> visible(file, text));
    }

    private Optional<String> decode(String file, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError()) {
            String before = new String(bytes, 0, in.position(), StandardCharsets.ISO_8859_1);
            faults.add(file, line(before, before.length()), "is not UTF-8", "save the file as UTF-8");
            return Optional.empty();
        }
        String text = out.flip().toString().replace("\r\n", "\n");
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** Reports what cannot be seen, and puts spaces there so that the reader can go on. */
    private String visible(String file, String text) {
        StringBuilder clean = new StringBuilder(text.length());
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            StringBuilder seen = new StringBuilder(line);
            for (OptionalInt at = invisible(seen); at.isPresent(); at = invisible(seen)) {
                int point = seen.codePointAt(at.getAsInt());
                faults.add(file, number, TextRules.problem(point), "delete it, or type the line again");
                seen.replace(at.getAsInt(), at.getAsInt() + Character.charCount(point), " ");
            }
            clean.append(number == 1 ? "" : "\n").append(seen);
        }
        return clean.toString();
    }

    private static OptionalInt invisible(CharSequence line) {
        return TextRules.firstInvisible(line.toString());
    }

    private static int line(String text, int end) {
        return 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile)
                    .map(p -> String.valueOf(p.getFileName()))
                    .filter(n -> !n.startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
