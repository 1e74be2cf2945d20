package dev.rolewise.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what projects need which role. */
final class SituationReader {
    private final Set<String> roles;
    private final StatementIndex index;
    private final Faults faults;

    SituationReader(List<Role> roles, StatementIndex index, Faults faults) {
        this.roles = roles.stream().map(Role::id).collect(Collectors.toSet());
        this.index = index;
        this.faults = faults;
    }

    List<Situation> read(YamlMap file) {
        UniqueIds ids = new UniqueIds("situation", faults);
        List<YamlMap> entries = file.maps("situations", "id", "role", "examples", "statements");
        List<Situation> situations = entries.stream()
                .map(e -> new Situation(
                        SubjectReader.id(e, ids),
                        role(e),
                        SubjectReader.values(e.someTexts("examples")),
                        index.keys(e.file(), e.someTexts("statements"))))
                .toList();
        Set<Optional<String>> called = situations.stream().map(Situation::role).collect(Collectors.toSet());
        boolean each = called.size() == roles.size() + 1 && situations.size() == called.size();
        if (!situations.isEmpty() && !each) {
            faults.add(
                    entries.get(0).file(),
                    entries.get(0).line("id"),
                    "the situations are not one for each role and one without a role",
                    "write one entry for each role, and one without \"role\" for what is told beside the matter");
        }
        return situations;
    }

    private Optional<String> role(YamlMap entry) {
        return entry.has("role") ? Optional.of(References.one(entry, "role", "role", roles, faults)) : Optional.empty();
    }
}
