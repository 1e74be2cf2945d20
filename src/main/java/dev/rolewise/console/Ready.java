package dev.rolewise.console;

import dev.rolewise.command.CommandRegistry;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** The commands, which may still be loading. Thread-safe. */
final class Ready {
    private final Future<CommandRegistry> future;

    Ready(Future<CommandRegistry> future) {
        this.future = future;
    }

    boolean loading() {
        return !future.isDone();
    }

    /** Waits for the commands, or for the reason why there will be none. */
    CommandRegistry await() throws ExecutionException, InterruptedException {
        try {
            return future.get();
        } catch (CancellationException e) {
            throw new ExecutionException("loading was cancelled", e);
        }
    }

    /** The commands, or none while they are loading and where they could not be loaded. */
    CommandRegistry now() {
        try {
            return loading() ? none() : await();
        } catch (ExecutionException e) {
            return none();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return none();
        }
    }

    private static CommandRegistry none() {
        return new CommandRegistry(List.of());
    }
}
