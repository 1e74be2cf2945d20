package dev.rolewise.analysis;

import dev.rolewise.knowledge.Aspect;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Mends slips of the keyboard: a word that nobody knows and that is one letter away from exactly one known word, two in a
 * long word. A first letter is taken to be right. Thread-safe; takes microseconds for a word.
 */
final class Spelling {
    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}@'])\\p{L}{1,24}(?![\\p{L}\\p{N}@'])");
    private static final Pattern DOUBLED = Pattern.compile("(.)\\1");

    /** Not a slip for who does it: an interviewee is no interviewer. */
    private static final Pattern DONE_TO = Pattern.compile("\\p{L}{4,}ees?");

    private static final int LONG = 11;
    private static final int SHORT = 4;
    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("dose", "does"),
            Map.entry("wat", "what"),
            Map.entry("dos", "does"),
            Map.entry("duz", "does"),
            Map.entry("wut", "what"),
            Map.entry("waht", "what"),
            Map.entry("tel", "tell"),
            Map.entry("usd", "used"),
            Map.entry("ned", "need"),
            Map.entry("shud", "should"),
            Map.entry("shoud", "should"),
            Map.entry("wud", "would"),
            Map.entry("cud", "could"),
            Map.entry("becuz", "because"),
            Map.entry("bcz", "because"),
            Map.entry("bc", "because"),
            Map.entry("cuz", "because"),
            Map.entry("wich", "which"),
            Map.entry("r", "are"),
            Map.entry("u", "you"),
            Map.entry("ur", "your"),
            Map.entry("btw", "between"),
            Map.entry("btwn", "between"),
            Map.entry("abt", "about"),
            Map.entry("ppl", "people"),
            Map.entry("rly", "really"),
            Map.entry("thru", "through"),
            Map.entry("gud", "good"));

    private final Predicate<String> isForm;
    private final Set<String> known = new HashSet<>();
    private final Set<String> formed = new HashSet<>();
    private final Map<Character, List<String>> byFirst = new HashMap<>();

    /** {@code words} are known besides those of the pack, and those of which {@code isForm} says so. */
    Spelling(Pack pack, Collection<String> words, Predicate<String> isForm) {
        this.isForm = isForm;
        words.forEach(this::learn);
        Stream<String> names = pack.roles().stream()
                .flatMap(r -> Stream.concat(Stream.of(r.name(), r.plural(), r.field()), r.hints().stream()));
        Stream<String> statements =
                pack.passages().stream().flatMap(p -> p.statements().stream()).map(Statement::text);
        Stream<String> aspects = pack.aspects().stream().map(Aspect::words).flatMap(List::stream);
        Stream<String> asked = pack.asked().values().stream().flatMap(List::stream);
        Stream<String> synonyms = pack.synonyms().stream().flatMap(List::stream);
        pack.roles().forEach(role -> role.aliases()
                .forEach(alias ->
                        WORD.matcher(alias.toLowerCase(Locale.ROOT)).results().forEach(m -> known.add(m.group()))));
        Stream.of(names, statements, aspects, asked, synonyms).flatMap(s -> s).forEach(this::learn);
        known.addAll(formed);
        known.forEach(word ->
                byFirst.computeIfAbsent(word.charAt(0), c -> new ArrayList<>()).add(word));
    }

    /** The text in lower case with the slips mended that can be mended. */
    String mended(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(m -> mendedWord(m.group()));
    }

    private void learn(String text) {
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(m -> {
            known.add(m.group());
            forms(m.group());
        });
    }

    /** What is made of a word by endings. */
    private void forms(String word) {
        if (word.length() < SHORT || word.endsWith("s")) {
            return;
        }
        String base = word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
        formed.addAll(List.of(word + "s", base + "ed", base + "ing"));
    }

    private String mendedWord(String word) {
        boolean right = known.contains(word)
                || isForm.test(word)
                || DONE_TO.matcher(word).matches();
        if (COMMON.containsKey(word) || right || word.length() < SHORT - 1) {
            return COMMON.getOrDefault(word, word);
        }
        int allowed = word.length() >= LONG ? 2 : 1;
        int best = Integer.MAX_VALUE;
        Set<String> nearest = new TreeSet<>();
        for (String candidate : byFirst.getOrDefault(word.charAt(0), List.of())) {
            int slips =
                    Math.abs(candidate.length() - word.length()) > allowed ? Integer.MAX_VALUE : slips(word, candidate);
            boolean swapped = slips <= allowed && swapped(word, candidate);
            if (slips > allowed
                    || (word.length() <= SHORT
                            && !swapped
                            && (candidate.length() == word.length() || word.length() < SHORT))) {
                continue;
            }
            int distance = 3 * slips - ease(word, candidate, swapped);
            if (distance < best) {
                nearest.clear();
                best = distance;
            }
            if (distance == best) {
                nearest.add(candidate);
            }
        }
        return nearest.stream().map(WordForms::stem).distinct().count() == 1
                ? nearest.iterator().next()
                : word;
    }

    /** Letters swapped, or written once for twice, come most easily; a wrong letter least. */
    private static int ease(String word, String candidate, boolean swapped) {
        boolean doubled = DOUBLED.matcher(word)
                .replaceAll("$1")
                .equals(DOUBLED.matcher(candidate).replaceAll("$1"));
        return swapped || doubled ? 2 : candidate.length() == word.length() ? 0 : 1;
    }

    private static boolean swapped(String a, String b) {
        char[] left = a.toCharArray();
        char[] right = b.toCharArray();
        Arrays.sort(left);
        Arrays.sort(right);
        return Arrays.equals(left, right);
    }

    /** Letters left out, added, changed, or swapped with their neighbour (optimal string alignment). */
    private static int slips(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + changed);
                boolean swap =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                d[i][j] = swap ? Math.min(d[i][j], d[i - 2][j - 2] + 1) : d[i][j];
            }
        }
        return d[a.length()][b.length()];
    }
}
