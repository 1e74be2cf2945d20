package dev.rolewise.fit;

import dev.rolewise.command.Attachment;
import java.util.Optional;

/** Draws results. Implementations are thread-safe. */
@FunctionalInterface
public interface ResultPainter {
    /** Draws nothing: where there are no pictures. */
    ResultPainter NONE = picture -> Optional.empty();

    /** A PNG, or nothing where it cannot be drawn; the reply then says in words what the picture would have said. */
    Optional<Attachment> paint(ResultPicture picture);
}
