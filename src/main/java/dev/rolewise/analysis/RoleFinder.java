package dev.rolewise.analysis;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the names of roles in a text, by the pack's aliases. Thread-safe. */
final class RoleFinder {
    /** One role where it is named. */
    record Mention(String roleId, int start, int end) {}

    private static final String JOINT = "(?:\\s*/\\s*|\\s+(?:or|and|vs\\.?|versus|to|than|&)\\s+)(?:an?\\s+|the\\s+)?";
    private static final Pattern BOTH = Pattern.compile(
            "\\b(?:both|either|neither|each of the two|the two|these two|of the two|one of them|which (?:one|role|path|job|of|is))\\b");

    private final List<Role> roles;
    private final List<Named> aliases = new ArrayList<>();
    private final List<Named> hints = new ArrayList<>();
    private final List<Named> shortNames = new ArrayList<>();

    private record Named(String roleId, Pattern pattern) {}

    RoleFinder(Pack pack) {
        this.roles = pack.roles();
        String anyName = roles.stream()
                .flatMap(RoleFinder::names)
                .map(RoleFinder::loosely)
                .collect(Collectors.joining("|"));
        for (Role role : roles) {
            aliases.add(new Named(role.id(), words(names(role))));
            if (!role.hints().isEmpty()) {
                hints.add(new Named(role.id(), words(role.hints().stream())));
                List<String> begin =
                        role.hints().stream().filter(h -> beginsName(role, h)).toList();
                if (!begin.isEmpty()) {
                    shortNames.add(new Named(role.id(), words(begin.stream())));
                }
                String anyHint = role.hints().stream().map(RoleFinder::loosely).collect(Collectors.joining("|"));
                aliases.add(new Named(role.id(), besideName(anyHint, anyName)));
            }
        }
    }

    private static boolean beginsName(Role role, String hint) {
        return names(role)
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(hint.toLowerCase(Locale.ROOT) + " "));
    }

    /** A hint joined to a name is a name: "AI/ML engineers", "ML engineer or AI". */
    private static Pattern besideName(String anyHint, String anyName) {
        String before = "(?<![\\p{L}\\p{N}])(?:" + anyHint + ")(?=" + JOINT + "(?:" + anyName + "))";
        String after = "(?<![\\p{L}\\p{N}])(?:" + anyHint + ")(?![\\p{L}\\p{N}])(?<=(?:" + anyName
                + ")s?\\s{0,2}(?:/|or|and|vs|versus|to)\\s{0,2}(?:" + anyHint + "))";
        return Pattern.compile(before + "|" + after);
    }

    /** Ids of the roles named in the text, in order; all roles where it says "both"; by hints where no name stands. */
    List<String> roles(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Set<String> found = ids(mentions(lower, aliases));
        if (found.size() < roles.size() && BOTH.matcher(lower).find() && found.isEmpty()) {
            return roles.stream().map(Role::id).toList();
        }
        return List.copyOf(found.isEmpty() ? ids(mentions(lower, hints)) : found);
    }

    /** Where roles are named, in order. */
    List<Mention> mentions(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<Mention> named = mentions(lower, aliases);
        return named.isEmpty() ? mentions(lower, hints) : named;
    }

    /** Where a role is meant itself: by an alias, or by a word that an alias begins with. Hints such as a tool's name do not count. */
    List<Mention> named(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return mentions(
                lower, Stream.concat(aliases.stream(), shortNames.stream()).toList());
    }

    private static Set<String> ids(List<Mention> mentions) {
        return mentions.stream().map(Mention::roleId).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Mention> mentions(String lower, List<Named> names) {
        List<Mention> mentions = new ArrayList<>();
        for (Named named : names) {
            Matcher matcher = named.pattern().matcher(lower);
            while (matcher.find()) {
                mentions.add(new Mention(named.roleId(), matcher.start(), matcher.end()));
            }
        }
        mentions.sort(Comparator.comparingInt(Mention::start).thenComparing(Mention::end, Comparator.reverseOrder()));
        List<Mention> apart = new ArrayList<>();
        for (Mention m : mentions) {
            if (apart.isEmpty() || m.start() >= apart.get(apart.size() - 1).end()) {
                apart.add(m);
            }
        }
        return apart;
    }

    private static Stream<String> names(Role role) {
        return Stream.concat(Stream.of(role.name(), role.plural(), role.field()), role.aliases().stream());
    }

    private static Pattern words(Stream<String> names) {
        String any = names.distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(RoleFinder::loosely)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")(?:'?s)?(?![\\p{L}\\p{N}])");
    }

    /** Words of the name with any spaces, hyphens or slashes between them. */
    private static String loosely(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("[\\s-]+"))
                .map(Pattern::quote)
                .collect(Collectors.joining("[\\s-]{0,2}"));
    }
}
