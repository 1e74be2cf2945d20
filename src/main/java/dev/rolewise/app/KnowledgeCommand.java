package dev.rolewise.app;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.PackFault;
import dev.rolewise.knowledge.PackFaultsException;
import dev.rolewise.knowledge.Passage;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rolewise knowledge …}: looks at what the bot knows. */
@Command(name = "knowledge", description = "Look at what the bot knows.")
final class KnowledgeCommand {
    private final Launch launch;
    private final RootCommand root;

    KnowledgeCommand(Launch launch, RootCommand root) {
        this.launch = launch;
        this.root = root;
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
}
