package dev.rolewise.app;

/** A surface that runs until it is stopped or its person leaves: the bot on Discord, the terminal chat. */
interface Surface extends AutoCloseable {
    /** Runs; gives the exit status of the program. Returns soon after {@link #stop}, at once if that came first. */
    int run() throws OperatorException;

    /** Asks it to end: no new work, pending work is finished. Returns at once; may be called from any thread, twice. */
    void stop();

    /** Ends everything that was built for it. */
    @Override
    void close();
}
