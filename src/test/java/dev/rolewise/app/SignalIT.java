package dev.rolewise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignalIT {
    private final Path folder;

    SignalIT(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Runs the chat of the fake wiring, which ends only when it is stopped; says when it is up. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            FakeWiring wiring = new FakeWiring();
            wiring.surfacesWait = true;
            Terminal terminal = Terminal.ofProcess();
            Map<String, String> environment = Map.of("ROLEWISE_DATA_DIR", args[0]);
            Thread watcher = new Thread(() -> {
                while (!wiring.events.contains("chat runs")) {
                    Thread.onSpinWait();
                }
                terminal.result("up");
            });
            watcher.setDaemon(true);
            watcher.start();
            System.exit(new Program(new Launch(terminal, environment, Path.of(args[0]), Clock.systemUTC(), wiring))
                    .run("chat"));
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void sigterm_ends_a_surface_in_good_order_with_status_0_and_frees_the_folder() throws Exception {
        Process child = start();
        try (BufferedReader lines = child.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("up");
            Process second = start();
            assertThat(second.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            try (BufferedReader said = second.inputReader(StandardCharsets.UTF_8)) {
                assertThat(said.readLine()).startsWith("another Rolewise (chat) is using ");
            }

            child.destroy();

            assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(child.exitValue()).isZero();
            DataFolder.open(folder).lock("chat").close();
        } finally {
            child.destroyForcibly();
        }
    }
}
