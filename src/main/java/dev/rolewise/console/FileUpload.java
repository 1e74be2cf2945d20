package dev.rolewise.console;

import dev.rolewise.command.Upload;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** A file of this machine, given by its path. */
record FileUpload(Path path, long size) implements Upload {
    /** The file at that path, where there is one. */
    static Optional<Upload> at(String typed) {
        try {
            Path path = Path.of(typed);
            return Files.isRegularFile(path) && Files.isReadable(path)
                    ? Optional.of(new FileUpload(path, Files.size(path)))
                    : Optional.empty();
        } catch (InvalidPathException | IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public String name() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public byte[] read(int most) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] read = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new IOException(
                        String.format(Locale.ROOT, "The file is too long: %,d bytes are the most I take.", most));
            }
            return read;
        }
    }
}
