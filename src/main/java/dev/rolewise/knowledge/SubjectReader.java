package dev.rolewise.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what a pack is about: its roles, its aspects and the words that mean the same. */
final class SubjectReader {
    private final Faults faults;

    SubjectReader(Faults faults) {
        this.faults = faults;
    }

    List<Role> roles(YamlMap file) {
        UniqueIds ids = new UniqueIds("role", faults);
        List<YamlMap> entries = file.maps("roles", "id", "name", "plural", "field", "aliases", "hints");
        reportShared(entries);
        return entries.stream().map(e -> role(e, ids)).toList();
    }

    List<Aspect> aspects(YamlMap file) {
        UniqueIds ids = new UniqueIds("aspect", faults);
        return file.maps("aspects", "id", "name", "words").stream()
                .map(e -> new Aspect(id(e, ids), e.text("name"), lowerCase(e.someTexts("words"))))
                .toList();
    }

    List<List<String>> synonyms(YamlMap file) {
        List<List<YamlMap.Text>> groups = file.lists("synonyms");
        groups.stream()
                .filter(group -> group.size() == 1)
                .forEach(group -> faults.add(
                        file.file(),
                        group.get(0).line(),
                        "\"" + group.get(0).value() + "\" stands alone in its group",
                        "add a word that means the same, or delete the group"));
        return groups.stream().map(SubjectReader::lowerCase).toList();
    }

    static String id(YamlMap entry, UniqueIds ids) {
        String id = entry.text("id");
        ids.claim(id, entry.file(), entry.line("id"));
        return id;
    }

    static List<String> values(List<YamlMap.Text> texts) {
        return texts.stream().map(YamlMap.Text::value).toList();
    }

    static List<String> lowerCase(List<YamlMap.Text> texts) {
        return texts.stream().map(t -> t.value().toLowerCase(Locale.ROOT)).toList();
    }

    private static Role role(YamlMap entry, UniqueIds ids) {
        return new Role(
                id(entry, ids),
                entry.text("name"),
                entry.text("plural"),
                entry.text("field"),
                values(entry.someTexts("aliases")),
                values(entry.texts("hints")));
    }

    /** A name that stands for two roles stands for none. */
    private void reportShared(List<YamlMap> entries) {
        Map<String, YamlMap> owners = new HashMap<>();
        for (YamlMap entry : entries) {
            for (YamlMap.Text alias : entry.texts("aliases")) {
                YamlMap owner = owners.putIfAbsent(alias.value().toLowerCase(Locale.ROOT), entry);
                if (owner != null && owner != entry && !alias.value().isEmpty()) {
                    faults.add(
                            entry.file(),
                            alias.line(),
                            "the alias \"" + alias.value() + "\" stands for two roles",
                            "keep it with one of them");
                }
            }
        }
    }
}
