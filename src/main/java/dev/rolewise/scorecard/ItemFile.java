package dev.rolewise.scorecard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes a line for each measured item, where a file is named for that. */
final class ItemFile {
    private ItemFile() {}

    /** Checks before a long measurement that it can be written to. */
    static void check(Optional<Path> out, Path in) throws IOException {
        if (out.isPresent()) {
            OutputFile.open(out.get(), in).close();
        }
    }

    static <T> void write(Optional<Path> out, Path in, List<T> items, Function<T, NamedFigures> line)
            throws IOException {
        if (out.isPresent()) {
            try (OutputFile file = OutputFile.open(out.get(), in)) {
                for (T item : items) {
                    file.line(line.apply(item).json());
                }
                file.finish();
            }
        }
    }
}
