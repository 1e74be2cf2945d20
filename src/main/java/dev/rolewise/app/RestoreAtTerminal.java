package dev.rolewise.app;

import dev.rolewise.store.DatabaseSettings;
import dev.rolewise.store.Restore;
import dev.rolewise.store.Restore.Restored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rolewise restore}: puts a backup in the place of what is there. */
@Command(
        name = "restore",
        description = {
            "Put a backup in the place of what is kept. Nothing may use the data meanwhile: stop the bot first.",
            "What was there is put aside and not deleted; the last line says where. A backup of SQLite can be restored to"
                    + " PostgreSQL and the other way round: it goes to where the settings say that the database is."
        })
final class RestoreAtTerminal implements Callable<Integer> {
    private final Launch launch;
    private final RootCommand root;

    @Parameters(paramLabel = "FILE", description = "A file of \"rolewise backup\".")
    private @Nullable Path file;

    RestoreAtTerminal(Launch launch, RootCommand root) {
        this.launch = launch;
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        try (Setup setup = root.setup()) {
            DatabaseSettings place = Storage.settings(setup.settings());
            DataFolder.Lock lock = DataFolder.open(place.dataDir()).lockAgainstAll();
            try {
                say(new Restore(place, setup.clock()).from(launch.startedIn().resolve(String.valueOf(file))));
            } finally {
                lock.close();
            }
            return 0;
        } catch (UncheckedIOException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw BackupAtTerminal.failed("restore", e);
        }
    }

    private void say(Restored done) {
        launch.terminal()
                .result(String.format(
                        Locale.ROOT,
                        "Restored what was backed up at %s: %d parts.",
                        done.restored().madeAt(),
                        done.restored().entries().size()));
        if (!done.aside().isEmpty()) {
            launch.terminal()
                    .result("What was there before is in " + String.join(" and in ", done.aside())
                            + "; delete it once all is well, since no member's wish to be forgotten reaches it.");
        }
    }
}
