package dev.rolewise.discord;

import dev.rolewise.command.Attachment;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.utils.FileUpload;

/** The files of one message: no more and no larger than Discord takes, each under a name of its own. Used by one thread. */
final class MessageFiles {
    private static final int BYTES_A_MIB = 1 << 20;

    private final Set<String> names = new HashSet<>();

    /** Why the file cannot go with the message, in half a sentence; empty where it can. */
    Optional<String> obstacle(Attachment file) {
        int bytes = file.bytes().length;
        if (bytes > Message.MAX_FILE_SIZE) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "has %.1f MiB, and Discord takes %d",
                    bytes / (double) BYTES_A_MIB,
                    Message.MAX_FILE_SIZE / BYTES_A_MIB));
        }
        return names.size() < Message.MAX_FILE_AMOUNT
                ? Optional.empty()
                : Optional.of("is one more than Discord takes in a message");
    }

    /** The file, on its way. */
    FileUpload add(Attachment file) {
        byte[] bytes = file.bytes();
        return FileUpload.fromStreamSupplier(unique(file.name()), () -> new ByteArrayInputStream(bytes));
    }

    private String unique(String name) {
        int dot = name.lastIndexOf('.');
        String stem = dot < 1 ? name : name.substring(0, dot);
        String ending = dot < 1 ? "" : name.substring(dot);
        String free = name;
        for (int number = 2; !names.add(free.toLowerCase(Locale.ROOT)); number++) {
            free = stem + "-" + number + ending;
        }
        return free;
    }
}
