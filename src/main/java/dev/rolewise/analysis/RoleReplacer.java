package dev.rolewise.analysis;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Role;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts other roles into a question in place of those that it names. Thread-safe. */
final class RoleReplacer {
    private static final Pattern OTHER = Pattern.compile(
            "\\b(?:the )?others?(?: (?:one|role|side|job|path|title|position|kind|type))?s?\\b(?! (?:than|way|direction))");
    private static final Pattern OTHER_JOB =
            Pattern.compile("\\bthe other (?:role|job|path|field|side|career|position)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_ONE = Pattern.compile(
            "\\bthe others?(?: (?:ones?|guys?|people|person|engineers?))?\\b(?!\\s+\\p{L}*(?:way|direction|role|job|path|field|side|career|position))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PLACE = Pattern.compile(
            "\\bthe (former\\b|latter\\b|(?:first|second)(?=(?: (?:one|role|job|path|title)\\b)?+\\s*(?:[?.!,]|$)|(?: (?:one|role|job|path|title)\\b)))(?: (?:one|role|job|path|title)\\b)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern REVERSED = Pattern.compile(
            "\\b(?:(?:the )?other (?:way|direction)(?: a?round)?|vice versa|the reverse|reversed|the opposite(?: direction)?|and back|back again|backwards|the way back|back)\\b");
    private static final Pattern FILLER = Pattern.compile(
            "\\b(?:the|an?|for|about|of|in|on|with|case|side|ones?|please|pls|plz|then|too|also|as|well|same|question|thing|again|instead|someone|somebody"
                    + "|person|people|role|roles|guys?|folks|now|just|only|regarding|to|as|is|it|i|mean|meant|and|or|both|at|end|there|not)\\b|[^\\p{L}\\p{N}]");

    private static final Pattern REJECTING =
            Pattern.compile("\\bnot (?:about )?(?:an? |the )?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ARTICLE = Pattern.compile("\\ban? $", Pattern.CASE_INSENSITIVE);
    /** Abbreviations are spelled out: an ML engineer. */
    private static final Pattern LIKE_A_VOWEL = Pattern.compile("^(?:[AEFHILMNORSX](?=[A-Z])|[aeioAEIO])");

    private final Pack pack;
    private final RoleFinder roles;

    RoleReplacer(Pack pack, RoleFinder roles) {
        this.pack = pack;
        this.roles = roles;
    }

    /**
     * The question before with the roles that the message names in place of its own; empty where the message says more than
     * that.
     */
    Optional<String> exchanged(String message, String question) {
        List<String> before = named(question);
        List<String> wanted = wanted(message);
        if (!wanted.isEmpty() && bare(without(message))) {
            return Optional.of(withRoles(question, before, wanted));
        }
        String lower = message.toLowerCase(Locale.ROOT);
        if (isAll(REVERSED, lower)) {
            List<String> among = before.size() == 2 ? before : List.of();
            return before.isEmpty()
                    ? Optional.empty()
                    : Optional.of(replaced(
                            question, m -> List.of(other(m.roleId(), among).id())));
        }
        List<String> one = before.isEmpty() ? roles.roles(question) : before;
        return isAll(OTHER, lower) && one.size() == 1
                ? Optional.of(withRoles(
                        question, before, List.of(other(one.get(0), List.of()).id())))
                : Optional.empty();
    }

    private static boolean isAll(Pattern pattern, String lower) {
        return pattern.matcher(lower).find() && bare(pattern.matcher(lower).replaceAll(" "));
    }

    /** Ids of the roles that a message names and does not reject, as "not an arborist" does. */
    private List<String> wanted(String message) {
        return roles.named(message).stream()
                .filter(m -> !REJECTING.matcher(message.substring(0, m.start())).find())
                .map(RoleFinder.Mention::roleId)
                .distinct()
                .toList();
    }

    /** The message with the name of the role that it points to by its place or as the other one: "the second one", "the other job". */
    String pointed(String message, String question) {
        List<String> before = named(question);
        if (before.size() > 1) {
            Matcher place = PLACE.matcher(message);
            return place.replaceAll(
                    m -> Matcher.quoteReplacement(plural(before.get(m.group(1).matches("(?i)first|former") ? 0 : 1))));
        }
        if (before.size() == 1 && named(message).isEmpty()) {
            Role other = other(before.get(0), List.of());
            return OTHER_JOB
                    .matcher(OTHER_ONE.matcher(message).replaceAll(other.plural()))
                    .replaceAll(other.field());
        }
        return message;
    }

    /** Whether the text names a role. */
    boolean names(String text) {
        return !roles.named(text).isEmpty();
    }

    /** Whether the text asks about several roles, be it without naming them. */
    boolean isAboutAll(String text) {
        return roles.roles(text).size() > 1;
    }

    /** Whether the text names more roles than one. */
    boolean namesSeveral(String text) {
        return named(text).size() > 1;
    }

    /** The text without names of roles. */
    String without(String text) {
        return cut(text, roles.named(text)).replaceAll("\\s+", " ").strip();
    }

    /** The names of the roles that the text names. */
    String namesIn(String text) {
        return named(text).stream().map(this::plural).collect(Collectors.joining(" and "));
    }

    /** The names of all roles. */
    String all() {
        return pack.roles().stream().map(Role::plural).collect(Collectors.joining(" and "));
    }

    private List<String> named(String text) {
        return roles.named(text).stream()
                .map(RoleFinder.Mention::roleId)
                .distinct()
                .toList();
    }

    private String withRoles(String question, List<String> before, List<String> wanted) {
        if (before.size() != 1) {
            return question + " (" + wanted.stream().map(this::plural).collect(Collectors.joining(" and ")) + ")?";
        }
        return replaced(question, m -> wanted);
    }

    private String replaced(String question, Function<RoleFinder.Mention, List<String>> by) {
        StringBuilder text = new StringBuilder(question);
        List<RoleFinder.Mention> mentions = roles.named(question);
        for (int i = mentions.size() - 1; i >= 0; i--) {
            RoleFinder.Mention mention = mentions.get(i);
            String old = question.substring(mention.start(), mention.end());
            String names = by.apply(mention).stream()
                    .flatMap(id -> pack.role(id).stream())
                    .map(role -> like(old, mention.roleId(), role))
                    .collect(Collectors.joining(" and "));
            text.replace(mention.start(), mention.end(), names);
            Matcher article = ARTICLE.matcher(text.substring(0, mention.start()));
            if (article.find()) {
                text.replace(
                        article.start(),
                        article.end(),
                        LIKE_A_VOWEL.matcher(names).find() ? "an " : "a ");
            }
        }
        return text + "?";
    }

    /** A role's name in the form of the one that it replaces: one, several or the field. */
    private String like(String old, String oldId, Role role) {
        Optional<Role> before = pack.role(oldId);
        String last = lastWord(old.replaceFirst("'s$", ""));
        if (before.isPresent() && last.equals(lastWord(before.get().field()))) {
            return role.field();
        }
        return last.endsWith("s") ? role.plural() : last.length() > 2 ? role.name() : role.field();
    }

    private static String lastWord(String text) {
        return text.toLowerCase(Locale.ROOT).replaceFirst("^.*[\\s-]", "");
    }

    private Role other(String roleId, List<String> among) {
        return pack.roles().stream()
                .filter(r -> !r.id().equals(roleId) && (among.isEmpty() || among.contains(r.id())))
                .findFirst()
                .orElseGet(() -> pack.roles().get(0));
    }

    private String plural(String roleId) {
        return pack.role(roleId).map(Role::plural).orElse(roleId);
    }

    private static String cut(String text, List<RoleFinder.Mention> mentions) {
        StringBuilder cut = new StringBuilder(text);
        for (int i = mentions.size() - 1; i >= 0; i--) {
            cut.replace(mentions.get(i).start(), mentions.get(i).end(), " ");
        }
        return cut.toString();
    }

    private static boolean bare(String text) {
        return FILLER.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").isBlank();
    }
}
