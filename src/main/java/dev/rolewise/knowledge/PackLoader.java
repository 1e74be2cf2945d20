package dev.rolewise.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a pack from its folder, which may lie inside a zip file system, and checks all of it: either every reference
 * resolves, or every fault is named with its file, line and remedy. Thread-safe.
 */
public final class PackLoader {
    private static final Set<String> FILES = new LinkedHashSet<>(List.of(
            "pack.yml",
            "roles.yml",
            "aspects.yml",
            "intents.yml",
            "synonyms.yml",
            "disagreements.yml",
            "premises.yml",
            "gaps.yml",
            "situations.yml",
            "coverage.yml",
            "questions.yml",
            "asked.yml",
            "comparison.yml",
            "quizzes.yml"));

    private final String name;
    private final PackFolder folder;
    private final Faults faults = new Faults();
    private final StatementIndex index = new StatementIndex(faults);

    private PackLoader(Path folder) {
        this.name = String.valueOf(folder.getFileName()).replace("/", "");
        this.folder = new PackFolder(folder, faults);
    }

    /**
     * The pack in that folder, whose name is the pack's id.
     *
     * @throws PackFaultsException with all faults, where it has any
     * @throws IOException where there is no such folder, or a file in it cannot be read
     */
    public static Pack load(Path folder) throws PackFaultsException, IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (!Files.isDirectory(absolute)) {
            throw new IOException("there is no pack folder " + absolute);
        }
        return new PackLoader(absolute).load();
    }

    private Pack load() throws PackFaultsException, IOException {
        Optional<YamlMap> about = required("pack.yml", "id", "title", "about", "try", "greeting");
        SubjectReader subject = new SubjectReader(faults);
        List<Role> roles = required("roles.yml", "roles").map(subject::roles).orElse(List.of());
        List<Aspect> aspects =
                required("aspects.yml", "aspects").map(subject::aspects).orElse(List.of());
        List<Source> sources = sources(new NoteReader(new Headings(roles, aspects, faults), index, faults));
        ClaimReader claims = new ClaimReader(index, faults);
        ExampleReader examples = new ExampleReader(faults);
        List<Disagreement> disagreements = optional("disagreements.yml", "disagreements")
                .map(d -> claims.disagreements(d, roles))
                .orElse(List.of());
        Pack pack = new Pack(
                about.map(this::id).orElse(name),
                about.map(a -> a.text("title")).orElse(""),
                about.map(a -> a.text("about")).orElse(""),
                about.map(a -> examples.questions(a, "try")).orElse(List.of()),
                about.map(a -> a.text("greeting")).orElse(""),
                roles,
                aspects,
                optional("synonyms.yml", "synonyms").map(subject::synonyms).orElse(List.of()),
                sources,
                disagreements,
                optional("premises.yml", "premises").map(claims::premises).orElse(List.of()),
                optional("gaps.yml", "gaps").map(claims::gaps).orElse(List.of()),
                optional("situations.yml", "situations")
                        .filter(file -> !roles.isEmpty())
                        .map(file -> new SituationReader(roles, index, faults).read(file))
                        .orElse(List.of()),
                required("intents.yml", "intents")
                        .map(i -> examples.intents(i, aspects))
                        .orElse(List.of()),
                optional("coverage.yml", "covered", "not-covered", "out-of-scope")
                        .map(examples::coverage)
                        .orElse(new CoverageExamples(List.of(), List.of(), List.of())),
                optional("questions.yml", "questions")
                        .map(q -> examples.questions(q, "questions"))
                        .orElse(List.of()),
                optional("asked.yml", "asked").map(claims::asked).orElse(Map.of()),
                comparison(roles, aspects),
                quizzes(roles, disagreements));
        folder.reportUnread(FILES);
        if (!faults.isEmpty()) {
            throw new PackFaultsException(name, faults.sorted());
        }
        return pack;
    }

    /** What refers to roles and aspects is read only where there are any: their own fault is enough. */
    private Comparison comparison(List<Role> roles, List<Aspect> aspects) throws IOException {
        return optional("comparison.yml", "rows")
                .filter(file -> !roles.isEmpty() && !aspects.isEmpty())
                .map(file -> new ComparisonReader(roles, aspects, index, faults).read(file))
                .orElse(Comparison.NONE);
    }

    private List<Quiz> quizzes(List<Role> roles, List<Disagreement> disagreements) throws IOException {
        return optional("quizzes.yml", "quizzes")
                .filter(file -> !roles.isEmpty())
                .map(file -> new QuizReader(roles, disagreements, index, faults).quizzes(file))
                .orElse(List.of());
    }

    private String id(YamlMap about) {
        String id = about.text("id");
        new UniqueIds("pack", faults).claim(id, about.file(), about.line("id"));
        if (!id.isEmpty() && !id.equals(name)) {
            faults.add(
                    about.file(),
                    about.line("id"),
                    "the id \"" + id + "\" is not the folder's name",
                    "write \"id: " + name + "\" or rename the folder");
        }
        return id;
    }

    private List<Source> sources(NoteReader reader) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (String file : folder.notes()) {
            folder.required(file)
                    .flatMap(text -> reader.read(file, text))
                    .ifPresentOrElse(sources::add, index::missesASource);
        }
        return sources;
    }

    private Optional<YamlMap> required(String file, String... keys) throws IOException {
        return folder.required(file).flatMap(text -> yaml(file, text, keys));
    }

    private Optional<YamlMap> optional(String file, String... keys) throws IOException {
        return folder.optional(file).flatMap(text -> yaml(file, text, keys));
    }

    private Optional<YamlMap> yaml(String file, String text, String... keys) {
        return new YamlReader(faults).read(file, text, new LinkedHashSet<>(List.of(keys)));
    }
}
