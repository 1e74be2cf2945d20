package dev.rolewise.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads headings of notes: role or all roles, aspect, and a topic where there is one; blind to case. */
final class Headings {
    private static final List<String> EVERY_ROLE = List.of("Both roles", "All roles");

    private final Faults faults;
    private final Map<String, Set<String>> roles = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> aspects = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * What a heading says.
     *
     * @param path its parts as written
     * @param roles ids of the roles that it names
     * @param aspect id of the aspect that it names, or empty text
     */
    record Heading(List<String> path, Set<String> roles, String aspect) {}

    Headings(List<Role> roles, List<Aspect> aspects, Faults faults) {
        this.faults = faults;
        roles.forEach(r -> this.roles.put(r.name(), Set.of(r.id())));
        Set<String> all = roles.stream().map(Role::id).collect(Collectors.toSet());
        EVERY_ROLE.forEach(name -> this.roles.put(name, all));
        aspects.forEach(a -> this.aspects.put(a.name(), a.id()));
    }

    Heading read(String file, int line, String markdown) {
        List<String> path = List.of(markdown.replaceFirst("^#+", "").strip().split(" / ", -1));
        boolean complete = path.size() == 2 || path.size() == 3;
        if (!markdown.startsWith("## ") || !complete || path.stream().anyMatch(String::isBlank)) {
            faults.add(
                    file,
                    line,
                    "the heading is not \"## role / aspect\" or \"## role / aspect / topic\"",
                    "write for instance \"## " + EVERY_ROLE.get(0) + " / " + anAspect() + "\"");
            return new Heading(path, Set.of(), "");
        }
        check(file, line, "role", path.get(0), roles.keySet(), EVERY_ROLE.size());
        check(file, line, "aspect", path.get(1), aspects.keySet(), 0);
        return new Heading(path, roles.getOrDefault(path.get(0), Set.of()), aspects.getOrDefault(path.get(1), ""));
    }

    /** Silent where the pack's own names could not be read: that has been reported already. */
    private void check(String file, int line, String kind, String name, Set<String> known, int always) {
        if (!known.contains(name) && known.size() > always) {
            faults.add(
                    file,
                    line,
                    "the heading names the unknown " + kind + " \"" + name + "\"",
                    Nearest.advice(name, known));
        }
    }

    private String anAspect() {
        return aspects.keySet().stream().findFirst().orElse("Tools");
    }
}
