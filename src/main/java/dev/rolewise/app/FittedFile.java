package dev.rolewise.app;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;

/**
 * What a refit found, as properties in a file of the data folder. A change is made as a whole or not at all, and the state
 * before the last one is kept beside it.
 */
final class FittedFile {
    private final Path folder;
    private final String name;

    /** {@code name} is that of the file, with no ending. */
    FittedFile(Path folder, String name) {
        this.folder = folder;
        this.name = name;
    }

    boolean exists() {
        return Files.isRegularFile(file());
    }

    /** What it holds; nothing where it does not exist. */
    Properties now() throws IOException {
        return properties(file());
    }

    /** What it held before the last change; nothing where it did not exist. */
    Properties before() throws IOException {
        return properties(previous());
    }

    /** Puts other content in its place, and keeps what was there; {@code lines} are properties with a line break each. */
    void write(String lines) throws IOException {
        Files.createDirectories(folder);
        if (exists()) {
            replace(previous(), Files.readAllBytes(file()));
        } else {
            Files.deleteIfExists(previous());
        }
        String head = "# Made by \"rolewise calibrate\"; \"rolewise calibrate --undo\" takes it back.\n";
        replace(file(), (head + lines).getBytes(StandardCharsets.UTF_8));
    }

    /** Goes back to what was there before the last change; says in a line what that is. */
    String undo() throws OperatorException {
        try {
            if (Files.isRegularFile(previous())) {
                Files.move(previous(), file(), StandardCopyOption.REPLACE_EXISTING);
                return "back to what was found before; it counts from the next start of the bot";
            }
            return Files.deleteIfExists(file())
                    ? "back to what it was before any refit; it counts from the next start of the bot"
                    : "there is nothing to take back";
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** Writes a file of the same folder, as a whole or not at all. */
    void replace(Path file, byte[] content) throws IOException {
        Path fresh = Files.createTempFile(folder, name, ".tmp");
        Files.write(fresh, content);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    OperatorException notWritten(IOException e) {
        return new OperatorException(
                String.format(Locale.ROOT, "%s cannot be written; check the rights of its folder", this), e);
    }

    private Path file() {
        return folder.resolve(name + ".properties");
    }

    private Path previous() {
        return folder.resolve(name + ".previous.properties");
    }

    private static Properties properties(Path file) throws IOException {
        Properties values = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                values.load(in);
            }
        }
        return values;
    }

    @Override
    public String toString() {
        return file().toString();
    }
}
