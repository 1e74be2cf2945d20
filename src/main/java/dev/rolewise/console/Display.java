package dev.rolewise.console;

import dev.rolewise.command.Reply;
import java.io.IOException;
import java.util.Optional;

/** Where lines come from and replies go to: a terminal, or a pipe. */
interface Display {
    void open();

    /** The next line; empty at the end of the input. */
    Optional<String> read(String prompt) throws IOException;

    void show(Reply reply);

    /** Says that something takes a moment. */
    void progress(String text);

    void progressDone();

    /** Says goodbye, where somebody is there to read it. */
    void close();
}
