package dev.rolewise.picture;

import java.awt.FontFormatException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps AWT from looking for fonts on this machine while it starts. On a server that has none it would fail, "Fontconfig head
 * is null", even for a font of ours; a font configuration that names no file is what it takes instead (tried on JDK 17 and
 * 25). An operator's own {@code sun.awt.fontconfig} stays.
 */
final class NoSystemFonts {
    private static final String PROPERTY = "sun.awt.fontconfig";
    private static final String NOTHING = "version=1\nsequence.allfonts=default\n";

    private NoSystemFonts() {}

    /** What makes AWT start. */
    interface Start<T> {
        T run() throws IOException, FontFormatException;
    }

    static <T> T during(Start<T> start) throws IOException, FontFormatException {
        if (System.getProperty(PROPERTY) != null) {
            return start.run();
        }
        Path file = Files.createTempFile("rolewise-fonts", ".properties");
        try {
            Files.writeString(file, NOTHING);
            System.setProperty(PROPERTY, file.toString());
            return start.run();
        } finally {
            System.clearProperty(PROPERTY);
            Files.deleteIfExists(file);
        }
    }
}
