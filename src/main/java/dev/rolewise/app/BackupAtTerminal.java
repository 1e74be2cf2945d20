package dev.rolewise.app;

import dev.rolewise.store.Backup;
import dev.rolewise.store.archive.ArchiveException;
import dev.rolewise.store.archive.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rolewise backup}: everything that is kept, in one file. */
@Command(
        name = "backup",
        description = {
            "Write everything that is kept into one file: the database, also that of a server, and the other files of"
                    + " the data folder. The bot may run meanwhile.",
            "Only the owner of the file can read it. It holds ids of members: keep it as safe as the data folder."
        })
final class BackupAtTerminal implements Callable<Integer> {
    private final Launch launch;
    private final RootCommand root;

    @Parameters(
            paramLabel = "FILE",
            description = "Where it goes, such as rolewise-backup.zip; replaced where it exists.")
    private @Nullable Path file;

    BackupAtTerminal(Launch launch, RootCommand root) {
        this.launch = launch;
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        Path target = launch.startedIn().resolve(String.valueOf(file));
        try (Setup setup = root.setup()) {
            ResultFile.at(target);
            Manifest made = new Backup(Storage.settings(setup.settings()), setup.clock()).write(target);
            launch.terminal()
                    .result(String.format(
                            Locale.ROOT,
                            "%s: %d parts, %,d bytes unpacked, tables of version %s",
                            file,
                            made.entries().size(),
                            made.entries().stream()
                                    .mapToLong(Manifest.Entry::bytes)
                                    .sum(),
                            made.schema()));
            return 0;
        } catch (UncheckedIOException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw failed("backup", e);
        }
    }

    /** What a person can do about it stands in the message of an archive's fault; other faults name a file. */
    static OperatorException failed(String what, IOException e) {
        return e instanceof ArchiveException
                ? new OperatorException(String.valueOf(e.getMessage()), e)
                : new OperatorException(
                        String.format(
                                Locale.ROOT,
                                "The %s failed (%s: %s); check space and permissions",
                                what,
                                e.getClass().getSimpleName(),
                                e.getMessage()),
                        e);
    }
}
