package dev.rolewise.app;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.PackFault;
import dev.rolewise.knowledge.PackFaultsException;
import dev.rolewise.knowledge.Passage;
import dev.rolewise.server.Documents;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rolewise knowledge …}: looks after the operator's own documents, and at what the bot knows. */
@Command(
        name = "knowledge",
        description = {
            "Look after your own documents, from which the bot answers in all servers, and at what it knows.",
            "The bot may run meanwhile: it follows within a second."
        })
final class KnowledgeCommand {
    private final Launch launch;
    private final RootCommand root;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    KnowledgeCommand(Launch launch, RootCommand root) {
        this.launch = launch;
        this.root = root;
    }

    @Command(
            description = {
                "Take documents in: PDF, Word (.docx), HTML, Markdown or text. They count at once, in all servers.",
                "Each is read in a process of its own with little memory and time. What was read is shown, and how much"
                        + " was left out since nobody would see it. A file that cannot be read is said why, the rest goes"
                        + " on, and the status is 1.",
                "What has the title of one that is there takes its place; \"undo\" brings the old one back for a day."
            })
    int add(
            @Option(
                            names = "--title",
                            paramLabel = "TITLE",
                            description = "What it is called beside answers, for a single file. Default: its first"
                                    + " heading, else its name.")
                    @Nullable
                    String title,
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files.") List<String> files)
            throws Exception {
        if (title != null && files.size() > 1) {
            throw new ParameterException(spec.commandLine(), "--title is for a single file");
        }
        try (Setup setup = setup();
                OperatorDocuments record = OperatorDocuments.open(setup)) {
            Documents documents = record.documents();
            DocumentDesk desk = new DocumentDesk(documents, launch.terminal());
            DocumentFiles taken = new DocumentFiles(documents, desk, launch.startedIn(), launch.terminal());
            taken.add(files, title == null ? "" : title);
            if (taken.added() > 0) {
                launch.wiring().index(setup);
            }
            if (taken.failed() > 0 && files.size() > 1) {
                launch.terminal()
                        .note(String.format(
                                Locale.ROOT, "%d of %d files could not be taken in", taken.failed(), files.size()));
            }
            return taken.failed() > 0 ? 1 : 0;
        } catch (UncheckedIOException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    @Command(description = "List your documents, one a line: id, date, format, pages, passages, title.")
    int list() throws Exception {
        try (Setup setup = setup()) {
            if (OperatorDocuments.mayBeThere(setup)) {
                at(setup, DocumentDesk::list);
            } else {
                launch.terminal().result(DocumentDesk.NONE);
            }
            return 0;
        }
    }

    @Command(description = "Print what was read in a document, with its headings and pages.")
    int show(
            @Parameters(arity = "1..*", paramLabel = "ID", description = "Its id or its title; quotes are not needed.")
                    List<String> words)
            throws Exception {
        return withOne(words, DocumentDesk::show);
    }

    @Command(description = "Take a document out: no answer rests on it any more. For a day \"undo\" brings it back.")
    int remove(
            @Parameters(arity = "1..*", paramLabel = "ID", description = "Its id or its title; quotes are not needed.")
                    List<String> words)
            throws Exception {
        return withOne(words, DocumentDesk::remove);
    }

    @Command(description = "Put a document back that was removed, or replaced by another version, within the last day.")
    int undo(
            @Parameters(arity = "1..*", paramLabel = "ID", description = "Its id or its title; quotes are not needed.")
                    List<String> words)
            throws Exception {
        return withOne(words, DocumentDesk::undo);
    }

    @Command(description = "Check the knowledge pack. Each fault is printed with its file, line and remedy.")
    int check() throws Exception {
        try (Setup setup = root.setup()) {
            Pack pack = launch.wiring().pack(setup);
            List<Passage> passages = pack.passages();
            int statements =
                    passages.stream().mapToInt(p -> p.statements().size()).sum();
            launch.terminal()
                    .result(String.format(
                            Locale.ROOT,
                            "pack %s: %d sources, %d passages, %d statements, no faults",
                            pack.id(),
                            pack.sources().size(),
                            passages.size(),
                            statements));
            return 0;
        } catch (PackFaultsException e) {
            e.faults().stream().map(PackFault::toString).forEach(launch.terminal()::result);
            launch.terminal()
                    .note(String.format(
                            Locale.ROOT,
                            "The knowledge pack has %d %s; mend each as its line says.",
                            e.faults().size(),
                            e.faults().size() == 1 ? "fault" : "faults"));
            return 1;
        }
    }

    @Command(
            description = {
                "Show how a question is answered: what is understood, the best passages with their scores, and the answer."
            })
    int test(
            @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "The question; quotes are not needed.")
                    List<String> words)
            throws Exception {
        try (Setup setup = root.setup();
                Services services = launch.wiring().services(setup)) {
            services.diagnose(String.join(" ", words)).forEach(launch.terminal()::result);
            return 0;
        }
    }

    /** What is done with documents. */
    private interface Work {
        void at(DocumentDesk desk) throws OperatorException;
    }

    private interface WorkOnOne {
        void at(DocumentDesk desk, String which) throws OperatorException;
    }

    private int withOne(List<String> words, WorkOnOne work) throws Exception {
        try (Setup setup = setup()) {
            if (!OperatorDocuments.mayBeThere(setup)) {
                throw new OperatorException(DocumentDesk.NONE);
            }
            at(setup, desk -> work.at(desk, String.join(" ", words)));
            return 0;
        }
    }

    private void at(Setup setup, Work work) throws OperatorException {
        try (OperatorDocuments record = OperatorDocuments.open(setup)) {
            work.at(new DocumentDesk(record.documents(), launch.terminal()));
        } catch (UncheckedIOException e) {
            throw new OperatorException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What is done is printed; the log adds warnings alone, unless it is asked for more. */
    private Setup setup() throws Exception {
        Setup setup = root.setup();
        Logging.besideAPerson(setup.settings());
        return setup;
    }
}
