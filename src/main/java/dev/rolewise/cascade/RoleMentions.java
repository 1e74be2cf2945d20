package dev.rolewise.cascade;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds where a text names the roles of a pack, or all of them at once ("both roles"). Thread-safe. */
final class RoleMentions {
    /** One or several roles where they are named. */
    record Mention(Set<String> roles, int start, int end) {}

    private static final Pattern ALL = Pattern.compile(
            "(?:^|(?<=[.;!?]\\s))both(?= \\w)|\\b(?:both|either|each|the two|neither)(?: of)?(?: the| these)?(?: two)?"
                    + " (?:roles?|jobs?|engineers|professions?|titles?|paths?|careers?|fields|positions|of them)\\b");

    private final Set<String> all;
    private final List<Named> names;

    private record Named(Set<String> roles, Pattern pattern) {}

    RoleMentions(Pack pack) {
        this.all = pack.roles().stream().map(Role::id).collect(Collectors.toCollection(LinkedHashSet::new));
        this.names = pack.roles().stream()
                .map(role -> new Named(Set.of(role.id()), words(role)))
                .toList();
    }

    /** Ids of all roles of the pack. */
    Set<String> all() {
        return all;
    }

    /** Mentions in order, none inside another; {@code lower} is in lower case. */
    List<Mention> in(String lower) {
        List<Mention> found = new ArrayList<>();
        for (Named named : names) {
            add(named, lower, found);
        }
        add(new Named(all, ALL), lower, found);
        found.sort(Comparator.comparingInt(Mention::start).thenComparing(Mention::end, Comparator.reverseOrder()));
        List<Mention> apart = new ArrayList<>();
        for (Mention m : found) {
            if (apart.isEmpty() || m.start() >= apart.get(apart.size() - 1).end()) {
                apart.add(m);
            }
        }
        return apart;
    }

    private static void add(Named named, String lower, List<Mention> found) {
        Matcher matcher = named.pattern().matcher(lower);
        while (matcher.find()) {
            found.add(new Mention(named.roles(), matcher.start(), matcher.end()));
        }
    }

    private static Pattern words(Role role) {
        String any = Stream.concat(Stream.of(role.name(), role.plural(), role.field()), role.aliases().stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(RoleMentions::loosely)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")(?:s?'?s?)(?![\\p{L}\\p{N}])");
    }

    private static String loosely(String name) {
        return Stream.of(name.toLowerCase(java.util.Locale.ROOT).split("[\\s-]+"))
                .map(Pattern::quote)
                .collect(Collectors.joining("[\\s-]{1,2}"));
    }
}
