package dev.rolewise.cascade;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes a true statement false by one edit. */
final class Edits {
    private static final Pattern DIGITS = Pattern.compile("(?<![\\p{L}\\p{N}-])\\d[\\d,]*");
    private static final List<String> COUNTS = List.of("two", "three", "four", "five", "six", "seven", "eight", "ten");
    private static final Map<String, String> WITHOUT_NOT = Map.of(
            "do not ", "",
            "does not ", "",
            "are not ", "are ",
            "is not ", "is ",
            "cannot ", "can ",
            "without ", "with ",
            " not ", " ",
            " no ", " many ",
            "neither ", "");
    private static final Pattern VERB = Pattern.compile(
            "\\b(is|are|must|should|can|may|will)\\b|\\b(need|use|build|work|care|spend"
                    + "|train|choose|make|deploy|write|start|own|keep|know)\\b|\\b(needs|uses|builds|works|starts|runs|suits|fits|means)\\b");
    private static final List<String> ABSENT = List.of(
            " in Berlin and Munich",
            " and must pass a licence exam",
            " and wear a uniform",
            " using COBOL and mainframes",
            " for submarine crews",
            " and they need a visa",
            " under French law",
            " as well as playing the violin");

    private Edits() {}

    /** Another number in the place of the first one. */
    static Optional<String> number(String text) {
        Matcher digits = DIGITS.matcher(text);
        if (digits.find()) {
            long value = Long.parseLong(digits.group().replace(",", ""));
            return Optional.of(text.substring(0, digits.start()) + (value + 3) + text.substring(digits.end()));
        }
        return COUNTS.stream()
                .filter(count ->
                        Pattern.compile("\\b" + count + "\\b").matcher(text).find())
                .map(count -> text.replaceFirst("\\b" + count + "\\b", "nine"))
                .findFirst();
    }

    /** Another role in the place of the only one that it names; none where it names several or none. */
    static Optional<String> role(String text, Pack pack) {
        List<RoleMentions.Mention> mentions = new RoleMentions(pack).in(text.toLowerCase(java.util.Locale.ROOT));
        if (mentions.stream().map(RoleMentions.Mention::roles).distinct().count() != 1
                || mentions.get(0).roles().size() != 1) {
            return Optional.empty();
        }
        Role named = pack.role(mentions.get(0).roles().iterator().next()).orElseThrow();
        Role other =
                pack.roles().stream().filter(r -> !r.equals(named)).findFirst().orElseThrow();
        String edited = text.replace(named.plural(), other.plural())
                .replace(named.field(), other.field())
                .replace(named.name(), other.name());
        return edited.equals(text) ? Optional.empty() : Optional.of(edited);
    }

    /** Its first "not" taken away, or one put before its first verb. */
    static Optional<String> not(String text) {
        Optional<String> without = WITHOUT_NOT.entrySet().stream()
                .filter(e -> text.contains(e.getKey()) && !text.contains("not only"))
                .findFirst()
                .map(e -> text.replaceFirst(Pattern.quote(e.getKey()), e.getValue()));
        if (without.isPresent() || text.contains(" nor ") || text.contains("not only")) {
            return without;
        }
        return VERB.matcher(text)
                .results()
                .findFirst()
                .map(verb -> text.substring(0, verb.start()) + denied(verb) + text.substring(verb.end()));
    }

    private static String denied(MatchResult verb) {
        if (verb.group(1) != null) {
            return verb.group() + " not";
        }
        String bare = verb.group().replaceFirst("s$", "");
        return (verb.group(3) != null ? "does not " : "do not ") + bare;
    }

    /** With something at its end that no statement speaks of. */
    static String absent(String text, int which) {
        return text.replaceFirst("\\.$", "") + ABSENT.get(which % ABSENT.size()) + ".";
    }
}
