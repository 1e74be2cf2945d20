package dev.rolewise.store;

import dev.rolewise.store.archive.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Exchanges what stands in a folder, by renaming; can be undone. Not thread-safe. */
final class FolderSwap {
    private final Path folder;
    private final Path aside;
    private final Deque<Move> moves = new ArrayDeque<>();
    private boolean usedAside;

    private record Move(Path from, Path to) {}

    /** {@code aside} does not exist yet. */
    FolderSwap(Path folder, Path aside) {
        this.folder = folder;
        this.aside = aside;
    }

    /** Moves what gives way out of the folder. */
    void putAside(List<Path> paths) throws IOException {
        for (Path path : paths) {
            if (!usedAside) {
                OwnerOnly.folder(aside);
                usedAside = true;
            }
            move(path, aside.resolve(path.getFileName().toString()));
        }
    }

    /** Moves all that stands in {@code other}, where that exists, into the folder. */
    void bringIn(Path other) throws IOException {
        if (!Files.isDirectory(other)) {
            return;
        }
        try (Stream<Path> paths = Files.list(other)) {
            for (Path path : paths.toList()) {
                bringInOne(path);
            }
        }
    }

    void bringInOne(Path path) throws IOException {
        move(path, folder.resolve(path.getFileName().toString()));
    }

    private void move(Path from, Path to) throws IOException {
        Files.move(from, to);
        moves.push(new Move(from, to));
    }

    /** Where what was there is now. */
    Optional<Path> aside() {
        return usedAside ? Optional.of(aside) : Optional.empty();
    }

    /** Moves everything back; what goes wrong with that is added to {@code cause}. */
    void undo(Exception cause) {
        try {
            while (!moves.isEmpty()) {
                Move last = moves.pop();
                Files.move(last.to(), last.from());
            }
            if (usedAside) {
                Files.delete(aside);
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
