package dev.rolewise.app;

import dev.rolewise.console.TerminalWidth;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Where results and everything else go, standard output and standard error, and where lines come from. Thread-safe. */
final class Terminal {
    private final BufferedReader in;
    private final PrintStream out;
    private final PrintStream err;
    private final Supplier<OptionalInt> columns;

    /** {@code columns} says how wide a terminal standard output is; nothing where it is none. */
    Terminal(InputStream in, PrintStream out, PrintStream err, Supplier<OptionalInt> columns) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.err = err;
        this.columns = columns;
    }

    /** That of the process, in UTF-8 whatever the locale. */
    @ProcessBoundary("standard input, output and error")
    static Terminal ofProcess() {
        return new Terminal(
                System.in,
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                TerminalWidth::now);
    }

    /** The next line of standard input; empty at its end. */
    Optional<String> line() throws IOException {
        return Optional.ofNullable(in.readLine());
    }

    /** How many columns standard output has; nothing where it is no terminal. */
    OptionalInt columns() {
        return columns.get();
    }

    /** Prints a line of a result. */
    void result(String line) {
        out.println(line);
    }

    /** Prints a line of anything else: a fault, progress. */
    void note(String line) {
        err.println(line);
    }

    PrintWriter results() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    PrintWriter notes() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }
}
