package dev.rolewise.app;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Where results and everything else go: standard output and standard error. Thread-safe. */
final class Terminal {
    private final PrintStream out;
    private final PrintStream err;

    Terminal(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** That of the process, in UTF-8 whatever the locale. */
    @ProcessBoundary("standard output and standard error")
    static Terminal ofProcess() {
        return new Terminal(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8));
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
