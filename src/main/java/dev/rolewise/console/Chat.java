package dev.rolewise.console;

import dev.rolewise.command.CommandRegistry;
import dev.rolewise.command.Reply;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chat at the terminal in which the bot was started. A line is a question; a line that starts with a slash calls a
 * command; a number presses a button or chooses from a menu below the last reply. Where standard input or output is no terminal, input is read
 * line by line to its end, with no prompts and no colours. One chat runs once, on the thread that calls {@link #run}.
 */
public final class Chat {
    private static final Logger LOG = LoggerFactory.getLogger(Chat.class);

    private final ChatSettings settings;
    private final Ready ready;
    private final Failures failures;

    /**
     * @param ready the commands, once everything behind them has been loaded
     * @param ids short ids that connect what a person sees with the log
     */
    public Chat(ChatSettings settings, Future<CommandRegistry> ready, Supplier<String> ids) {
        this.settings = settings;
        this.ready = new Ready(ready);
        this.failures = new Failures(ids);
    }

    /** Chats until the input ends or {@code /quit}; 0, or 1 where the commands could not be loaded. */
    public int run() {
        try {
            if (!atTerminal()) {
                return runPiped(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out));
            }
            try (Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .dumb(true)
                    .graphemeCluster(false)
                    .encoding(StandardCharsets.UTF_8)
                    .build()) {
                return run(terminal);
            }
        } catch (IOException e) {
            LOG.error("terminal failed", e);
            return 1;
        }
    }

    int runPiped(InputStream in, OutputStream out) {
        return run(new Pipe(in, out));
    }

    int run(Terminal terminal) {
        return run(new Screen(terminal, settings, new Completion(settings.defaultCommand(), ready, failures)));
    }

    private int run(Display display) {
        Waiting waiting = new Waiting(display);
        Session session = new Session(settings.defaultCommand(), ready, failures, waiting);
        try {
            display.open();
            Optional<String> line = display.read(session.prompt());
            while (line.isPresent()) {
                if (!line.get().isBlank()) {
                    await(display);
                }
                waiting.begin();
                Optional<Reply> reply = session.answer(line.get());
                waiting.end();
                reply.ifPresent(display::show);
                line = session.ended() ? Optional.empty() : display.read(session.prompt());
            }
            display.close();
            return 0;
        } catch (ExecutionException | IOException e) {
            display.show(failures.reply("chat", e));
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void await(Display display) throws ExecutionException, InterruptedException {
        boolean waits = ready.loading();
        if (waits) {
            display.progress("Loading the language model…");
        }
        try {
            ready.await();
        } finally {
            if (waits) {
                display.progressDone();
            }
        }
    }

    /** Since Java 22 there is a console even where there is no terminal, and a method that tells. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean atTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            Method isTerminal = Console.class.getMethod("isTerminal");
            return Boolean.TRUE.equals(isTerminal.invoke(console));
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
