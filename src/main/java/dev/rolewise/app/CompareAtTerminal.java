package dev.rolewise.app;

import dev.rolewise.command.Attachment;
import dev.rolewise.compare.ComparisonTable;
import dev.rolewise.compare.RowSearch;
import dev.rolewise.compare.TablePart;
import dev.rolewise.console.TableText;
import dev.rolewise.knowledge.Pack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rolewise compare}: the table, drawn in the terminal or written to files. */
@Command(
        name = "compare",
        description = {
            "Show the roles side by side, each cell with its sources.",
            "As wide as the terminal; a row a line where it goes to a file or a pipe.",
            "An aspect picks rows, by name or by what it is also called; quote one of several words."
        })
final class CompareAtTerminal implements Callable<Integer> {
    private final Launch launch;
    private final RootCommand root;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--png",
            paramLabel = "FILE",
            description = "Draw it as a picture instead; rows for which one has no room go to FILE-2 and so on.")
    private @Nullable Path png;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write it as comma-separated values instead.")
    private @Nullable Path csv;

    @Parameters(arity = "0..*", paramLabel = "ASPECT", description = "The rows to show. Default: all.")
    private List<String> aspects = new ArrayList<>();

    CompareAtTerminal(Launch launch, RootCommand root) {
        this.launch = launch;
        this.root = root;
    }

    @Override
    public Integer call() throws Exception {
        try (Setup setup = root.setup()) {
            Pack pack = launch.wiring().pack(setup);
            ComparisonTable table = ComparisonTable.of(pack)
                    .orElseThrow(() -> new OperatorException(
                            "the pack " + pack.id() + " compares nothing: it has no comparison.yml"));
            TablePart part = aspects.isEmpty() ? table.whole() : table.part(rows(table));
            if (csv != null) {
                ResultFile file = ResultFile.at(launch.startedIn().resolve(csv));
                file.write(part.csv().getBytes(StandardCharsets.UTF_8));
                launch.terminal().note("wrote " + file);
            }
            if (png != null) {
                draw(part, ResultFile.at(launch.startedIn().resolve(png)));
            }
            if (csv == null && png == null) {
                print(part);
            }
            return 0;
        }
    }

    private void print(TablePart part) {
        int columns = launch.terminal().columns().orElse(Integer.MAX_VALUE);
        launch.terminal().result(TableText.of(part.cells(), columns));
        part.sources().forEach(launch.terminal()::result);
    }

    private void draw(TablePart part, ResultFile file) throws OperatorException {
        List<Optional<Attachment>> pictures =
                part.draw(launch.wiring().pictures().comparisons());
        if (pictures.stream().anyMatch(Optional::isEmpty)) {
            throw new OperatorException("the picture cannot be drawn here; --csv or no option gives the table as text");
        }
        for (int i = 0; i < pictures.size(); i++) {
            ResultFile page = file.page(i + 1);
            page.write(pictures.get(i).orElseThrow().bytes());
            launch.terminal().note("wrote " + page);
        }
    }

    private static boolean isName(ComparisonTable table, String typed) {
        return table.names().stream().anyMatch(name -> name.equalsIgnoreCase(typed));
    }

    /** Each word is an aspect; where one is none, all of them together may be the name of a row. */
    private Set<String> rows(ComparisonTable table) {
        Set<String> rows = new LinkedHashSet<>();
        String together = String.join(" ", aspects);
        for (String aspect : aspects) {
            RowSearch found = table.find(aspect);
            if (found instanceof RowSearch.Match match) {
                rows.addAll(match.rowIds());
            } else if (isName(table, together) && table.find(together) instanceof RowSearch.Match match) {
                return new LinkedHashSet<>(match.rowIds());
            } else {
                throw unknown(table, aspect, (RowSearch.Unknown) found);
            }
        }
        return rows;
    }

    private ParameterException unknown(ComparisonTable table, String aspect, RowSearch.Unknown found) {
        return new ParameterException(
                Objects.requireNonNull(spec, "picocli sets it").commandLine(),
                "no row is called \"" + aspect.replaceAll("\\p{C}", "?") + "\"; the nearest are "
                        + String.join(", ", found.nearest()) + "; there are " + String.join(", ", table.names()));
    }
}
