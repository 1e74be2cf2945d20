package dev.rolewise.console;

import dev.rolewise.command.Progress;
import dev.rolewise.command.Reply;

/** One quiet line that says that a command is at work, from the first sign of it until its reply. Thread-safe. */
final class Waiting implements Progress {
    private final Display display;
    private boolean open;
    private boolean told;

    Waiting(Display display) {
        this.display = display;
    }

    synchronized void begin() {
        open = true;
        told = false;
    }

    @Override
    public synchronized void show(Reply soFar) {
        if (open && !told) {
            told = true;
            display.progress("Found something, checking it…");
        }
    }

    synchronized void end() {
        open = false;
        if (told) {
            display.progressDone();
        }
    }
}
