package dev.rolewise.app;

import dev.rolewise.answer.AskCommand;
import dev.rolewise.command.ActionSeal;
import dev.rolewise.command.CommandRegistry;
import dev.rolewise.console.Chat;
import dev.rolewise.console.ChatSettings;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The terminal chat. The prompt is there at once; the language model loads meanwhile. */
final class ChatSurface implements Surface {
    private static final String HISTORY = "history";

    private final Records records;
    private final FutureTask<Installation> loading;
    private final Chat chat;
    private final CompletableFuture<Integer> end = new CompletableFuture<>();

    private ChatSurface(Records records, FutureTask<Installation> loading, Chat chat) {
        this.records = records;
        this.loading = loading;
        this.chat = chat;
    }

    static ChatSurface open(Setup setup, boolean colours) throws OperatorException {
        Records records = Records.over(setup.database(), setup.clock());
        CompletableFuture<CommandRegistry> commands = new CompletableFuture<>();
        FutureTask<Installation> loading = new FutureTask<>(() -> load(setup, records, commands));
        Path history = setup.settings().folder("data-dir").resolve(HISTORY);
        Chat chat = new Chat(new ChatSettings(AskCommand.NAME, history, colours), commands, new ErrorIds());
        return new ChatSurface(records, loading, chat);
    }

    private static Installation load(Setup setup, Records records, CompletableFuture<CommandRegistry> commands)
            throws Exception {
        try {
            Installation installation = Installation.serving(setup);
            commands.complete(Commands.of(
                    installation,
                    records,
                    setup.settings(),
                    setup.clock(),
                    new ActionSeal(SealKey.random()),
                    Pictures.NONE));
            return installation;
        } catch (Exception | Error e) {
            if (e.getMessage() != null) {
                setup.terminal().note(e.getMessage());
            }
            commands.completeExceptionally(e);
            throw e;
        }
    }

    @Override
    public int run() {
        daemon(loading, "load");
        daemon(() -> end.complete(chat.run()), "chat");
        try {
            return end.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end is never exceptional", e);
        }
    }

    /** The chat waits for a line that may never come: its thread ends with the process. */
    @Override
    public void stop() {
        end.complete(0);
    }

    @Override
    public void close() {
        records.close();
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
