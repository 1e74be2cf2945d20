package dev.rolewise.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.scorecard.AskedLine.BrokenLineException;
import dev.rolewise.scorecard.RawLines.RawLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The usable rows of a file of labelled JSON lines, all held at once.
 *
 * @param rows in the order of the file, at least one
 * @param broken lines that could not be used; each was reported with its number
 */
record LabelledRows<T>(List<T> rows, int broken) {
    LabelledRows {
        rows = List.copyOf(rows);
    }

    /** Makes a row of a JSON object. */
    interface RowReader<T> {
        /** Refuses what it cannot use; the message completes "line 7 …" and says what to do. */
        T read(JsonNode row) throws BrokenLineException;
    }

    /**
     * Reads a file.
     *
     * @param form what a line looks like, for those that do not
     * @param messages takes the reports of broken lines
     * @throws UnusableFileException where the file cannot be read or no line of it can be used
     */
    static <T> LabelledRows<T> of(Path file, String form, RowReader<T> reader, Consumer<String> messages)
            throws IOException {
        List<T> rows = new ArrayList<>();
        int broken = 0;
        try (RawLines lines = RawLines.of(file)) {
            for (Optional<RawLine> line = lines.next(); line.isPresent(); line = lines.next()) {
                try {
                    row(line.get(), form, reader).ifPresent(rows::add);
                } catch (BrokenLineException e) {
                    broken++;
                    messages.accept(String.format(
                            Locale.ROOT,
                            "%s: line %d %s",
                            file.getFileName(),
                            line.get().number(),
                            e.getMessage()));
                }
            }
        }
        if (rows.isEmpty()) {
            throw new UnusableFileException(
                    String.format(Locale.ROOT, "%s holds no line that can be used; write lines like %s", file, form));
        }
        return new LabelledRows<>(rows, broken);
    }

    private static <T> Optional<T> row(RawLine line, String form, RowReader<T> reader) throws BrokenLineException {
        if (line.fault().isPresent()) {
            throw new BrokenLineException(line.fault().get());
        }
        return line.text().isBlank() ? Optional.empty() : Optional.of(reader.read(AskedLine.parse(line.text(), form)));
    }
}
