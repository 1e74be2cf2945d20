package dev.rolewise;

import dev.rolewise.app.Program;

/** The entry point of the program. */
public final class Rolewise {
    private Rolewise() {}

    /** Runs the command line and ends the process with its exit status. */
    public static void main(String[] args) {
        System.exit(Program.ofProcess().run(args));
    }
}
