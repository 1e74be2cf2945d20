package dev.rolewise.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class NoFontsIT {
    /** AWT alone fails there: "Fontconfig head is null". */
    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void a_machine_without_fonts_draws_the_same_bytes(@TempDir Path folder)
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        Path none = Files.writeString(
                folder.resolve("fonts.conf"),
                "<?xml version=\"1.0\"?><fontconfig><dir>" + folder.resolve("none") + "</dir></fontconfig>");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                PictureDigest.class.getName());
        builder.environment().put("FONTCONFIG_FILE", none.toString());
        Path out = folder.resolve("out");
        Process process = builder.redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        assertThat(process.waitFor(100, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isZero();
        assertThat(Files.readString(out, StandardCharsets.UTF_8).lines().toList())
                .last()
                .isEqualTo(PictureDigest.digest());
    }
}
