package dev.rolewise.picture;

import dev.rolewise.command.Attachment;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Draws the pictures of the README into the folder that is the one argument: {@code mvn -q test-compile
 * exec:java@site-pictures}.
 */
public final class SitePictures {
    private SitePictures() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        PictureMaker maker = PictureMaker.open().orElseThrow();
        save(folder.resolve("comparison.png"), maker.table(Samples.table(2, 8)));
        save(folder.resolve("quiz-result.png"), maker.scales(Samples.chart(10)));
    }

    private static void save(Path file, Attachment picture) throws IOException {
        Files.write(file, picture.bytes());
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(file);
    }
}
