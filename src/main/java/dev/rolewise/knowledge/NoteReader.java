package dev.rolewise.knowledge;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a note: YAML between two lines of {@code ---}, then headings with one statement on each line. */
final class NoteReader {
    private static final String FENCE = "---";
    private static final Set<String> KEYS =
            new LinkedHashSet<>(List.of("id", "title", "author", "attribution", "date", "note"));

    private final Headings headings;
    private final StatementIndex index;
    private final UniqueIds sourceIds;
    private final Faults faults;

    NoteReader(Headings headings, StatementIndex index, Faults faults) {
        this.headings = headings;
        this.index = index;
        this.sourceIds = new UniqueIds("source", faults);
        this.faults = faults;
    }

    Optional<Source> read(String file, String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        int end = lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (!lines.get(0).equals(FENCE) || end == 0) {
            faults.add(
                    file,
                    1,
                    "the note has no front matter",
                    "start with a line ---, then id, title, author, attribution, date and note, then a line ---");
            return Optional.empty();
        }
        String matter = "\n" + String.join("\n", lines.subList(1, end));
        return new YamlReader(faults).read(file, matter, KEYS).map(keys -> source(keys, lines, end + 1));
    }

    private Source source(YamlMap keys, List<String> lines, int bodyStart) {
        String id = keys.text("id");
        sourceIds.claim(id, keys.file(), keys.line("id"));
        String expected = keys.file().replaceFirst("^.*/", "").replaceFirst("\\.md$", "");
        if (!id.isEmpty() && !id.equals(expected)) {
            faults.add(
                    keys.file(),
                    keys.line("id"),
                    "the id \"" + id + "\" is not the file's name",
                    "write \"id: " + expected + "\" or rename the file");
        }
        NoteBody body = new NoteBody(keys.file(), id, headings, index, faults);
        for (int i = bodyStart; i < lines.size(); i++) {
            body.line(i + 1, lines.get(i).stripTrailing());
        }
        return new Source(
                id,
                keys.text("title"),
                keys.text("author"),
                keys.text("attribution"),
                keys.text("date"),
                keys.flag("note"),
                body.passages(bodyStart));
    }
}
