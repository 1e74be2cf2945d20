package dev.rolewise.cache;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names of a pack's roles that are one name spelled out or shortened, such as "TS" and "tree surgeon". Thread-safe.
 *
 * <p>Two names are one where their initials are the same, a short form counting letter by letter, and their last words begin
 * alike, so that "TS", "T surgeon" and "tree surg" are "tree surgeon", and "tree specialist" is not. Other aliases of a role
 * are not folded: a question may be about the very word.
 */
public final class RoleNames {
    /** Folds nothing. */
    public static final RoleNames NONE = new RoleNames(Map.of());

    private static final int ALIKE = 3;
    private static final int SHORT_FORM = 3;
    private static final String POSSESSIVE = "'s";
    private static final Set<String> ARTICLES = Set.of("a", "an");

    private final Map<String, List<Name>> byFirstWord;

    private record Name(List<String> words, String written) {}

    private RoleNames(Map<String, List<Name>> byFirstWord) {
        this.byFirstWord = byFirstWord;
    }

    /** The names in a pack. One that could stand for two roles is left out. */
    public static RoleNames of(Pack pack) {
        Map<List<String>, Set<String>> written = new HashMap<>();
        for (Role role : pack.roles()) {
            for (String alias : spellings(role)) {
                if (isOneName(alias, role.name())) {
                    add(written, alias, role.name());
                    add(written, alias + "s", role.plural());
                    add(written, alias + POSSESSIVE, role.name() + POSSESSIVE);
                } else if (isOneName(alias, role.field()) && isGerund(alias) == isGerund(role.field())) {
                    add(written, alias, role.field());
                }
            }
        }
        Map<String, List<Name>> names = new HashMap<>();
        written.forEach((words, forms) -> {
            if (forms.size() == 1) {
                names.computeIfAbsent(words.get(0), first -> new ArrayList<>())
                        .add(new Name(words, forms.iterator().next()));
            }
        });
        names.values()
                .forEach(
                        list -> list.sort((a, b) -> b.words().size() - a.words().size()));
        return new RoleNames(Map.copyOf(names));
    }

    /** The words with each such name in one form, and "a" before it for "an". */
    List<String> folded(List<String> words) {
        if (byFirstWord.isEmpty()) {
            return words;
        }
        List<String> folded = new ArrayList<>(words.size());
        for (int at = 0; at < words.size(); ) {
            Name name = at(words, at);
            if (name == null) {
                folded.add(words.get(at++));
                continue;
            }
            int last = folded.size() - 1;
            if (last >= 0 && ARTICLES.contains(folded.get(last))) {
                folded.set(last, "a");
            }
            folded.add(name.written());
            at += name.words().size();
        }
        return folded;
    }

    private @Nullable Name at(List<String> words, int at) {
        for (Name name : byFirstWord.getOrDefault(words.get(at), List.of())) {
            int end = at + name.words().size();
            if (end <= words.size() && words.subList(at, end).equals(name.words())) {
                return name;
            }
        }
        return null;
    }

    private static List<String> spellings(Role role) {
        return Stream.concat(Stream.of(role.name(), role.field()), role.aliases().stream())
                .flatMap(name ->
                        Stream.of(name, name.replace(' ', '-'), name.replaceFirst(" ", "-"), name.replace('-', ' ')))
                .distinct()
                .toList();
    }

    private static void add(Map<List<String>, Set<String>> written, String alias, String name) {
        written.computeIfAbsent(List.of(lower(alias).split(" ")), words -> new HashSet<>())
                .add(lower(name));
    }

    private static boolean isOneName(String alias, String name) {
        if (!initials(alias).equals(initials(name)) || isGerund(alias) != isGerund(name)) {
            return false;
        }
        String last = last(alias);
        return isShortForm(alias) || (last.length() >= ALIKE && last(name).startsWith(last.substring(0, ALIKE)));
    }

    private static boolean isGerund(String name) {
        return last(name).endsWith("ing");
    }

    private static boolean isShortForm(String name) {
        return !name.contains(" ") && !name.contains("-") && name.equals(name.toUpperCase(Locale.ROOT));
    }

    private static String last(String name) {
        String[] words = lower(name).split("[ -]");
        return words[words.length - 1];
    }

    private static String initials(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.split("[ -]")) {
            boolean spelled = word.equals(word.toUpperCase(Locale.ROOT)) && word.length() <= SHORT_FORM;
            initials.append(spelled || isShortForm(name) ? word : word.substring(0, Math.min(1, word.length())));
        }
        return lower(initials.toString());
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
