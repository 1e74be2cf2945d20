package dev.rolewise.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** One run of the program over a fake wiring: what it is given, and what came of it. */
final class ProgramRun {
    final int status;
    final String out;
    final List<String> err;

    private ProgramRun(int status, String out, List<String> err) {
        this.status = status;
        this.out = out;
        this.err = err;
    }

    /** Runs a command in that folder, with these lines on standard input. */
    static ProgramRun of(Path folder, FakeWiring wiring, String input, OptionalInt columns, String... args) {
        return of(folder, wiring, input, columns, Map.of(), args);
    }

    /** With more environment variables. */
    static ProgramRun of(
            Path folder, Wiring wiring, String input, OptionalInt columns, Map<String, String> more, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> columns);
        Map<String, String> environment = new HashMap<>(more);
        environment.put("ROLEWISE_DATA_DIR", folder.resolve("data").toString());
        Clock clock = Clock.fixed(Instant.ofEpochMilli(1000), ZoneOffset.UTC);
        int status = new Program(new Launch(terminal, environment, folder, clock, wiring)).run(args);
        return new ProgramRun(
                status,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
