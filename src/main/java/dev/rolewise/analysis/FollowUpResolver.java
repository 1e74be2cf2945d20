package dev.rolewise.analysis;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Role;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Turn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Fills what a question leaves out from the turn before it, and leaves a new topic alone. Thread-safe. */
final class FollowUpResolver {
    private static final Pattern NEW_TOPIC = Pattern.compile(
            "^(?:(?!\\b(?:what|which|how|who|when|where|why|is|are|do|does)\\b).){0,60}?\\b(?:different (?:topic|question)|new (?:topic|question)|another (?:topic|question)|something else|forget (?:that|what i asked)"
                    + "|changing (?:the )?(?:topic|subject))\\b(?:[^:,.]{0,30}[:,.])?\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADING = Pattern.compile(
            "^(?:and|ok|okay|so|but|then|also|hm+|ah|oh|lol|no|sorry|thanks|what about|how about|whats? with|for|in|,|\\s){1,20}\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER = Pattern.compile(
            "\\b(?:the other (?:one|role|way(?: a?round)?|side|job|path)|other way|vice versa|the reverse|the opposite)\\b");
    private static final Pattern REVERSED =
            Pattern.compile("\\b(?:other way(?: a?round)?|vice versa|the reverse|the opposite)\\b");
    private static final Pattern POINTS_BACK = Pattern.compile(
            "\\b(?:it|its|that|this|those|these|them|they|their|he|his|she|there|one of|ones?|same|shorter|longer|more detail|again|else"
                    + "|second|first|last|former|latter|why not|why|when not|even|instead|still|either|neither)\\b");
    private static final Set<String> REPHRASE =
            Set.of("shorter", "short", "again", "simpler", "longer", "sentence", "detail");
    /** Questions that are half of one. */
    private static final Pattern HALF = Pattern.compile(
            "^(?:am i|what if|how (?:long|much|many|so|come)|who does|who is|really|every day|such as|like what|for example|explain"
                    + "|why|when|where|who|which|how)\\b.{0,40}$|^im \\d+$");

    private static final Pattern CHAT = Pattern.compile(
            "^(?:hi|hello|hey|thanks?|thank you|thx|ty|bye|good (?:morning|night|bot)|cool|nice|great|lol|wow)\\b[^?]{0,30}$");

    /** Characters of an earlier question that are carried on: a long talk must not grow without end. */
    private static final int LONGEST_BASE = 300;

    private final Pack pack;
    private final RoleFinder roles;

    FollowUpResolver(Pack pack, RoleFinder roles) {
        this.pack = pack;
        this.roles = roles;
    }

    /** The question so that it stands alone. */
    String resolve(String text, List<Turn> conversation) {
        var fresh = NEW_TOPIC.matcher(text);
        if (fresh.find() && fresh.end() < text.length()) {
            return text.substring(fresh.end());
        }
        Optional<Turn> last =
                conversation.isEmpty() ? Optional.empty() : Optional.of(conversation.get(conversation.size() - 1));
        return last.map(turn -> resolve(text, turn)).orElse(text);
    }

    private String resolve(String text, Turn last) {
        String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        List<String> named = roles.roles(lower);
        List<String> before = last.profile().map(QuestionProfile::roles).orElse(List.of());
        if (OTHER.matcher(lower).find() && before.size() == 1) {
            return swapped(last.question(), List.of());
        }
        if (REVERSED.matcher(lower).find() && before.size() == 2 && named.isEmpty()) {
            return swapped(last.question(), before);
        }
        String rest = LEADING.matcher(lower).replaceFirst("").strip();
        boolean onlyRole = named.size() == 1 && words(rest) <= 4;
        if (onlyRole && before.size() == 1 && opens(lower)) {
            return withRole(last.question(), named.get(0));
        }
        boolean leans = POINTS_BACK.matcher(lower).find()
                || LEADING.matcher(lower).lookingAt()
                || HALF.matcher(lower).find();
        if (!leans || CHAT.matcher(lower).find() || standsByRole(lower, named)) {
            return text;
        }
        String earlier = last.question();
        String base = earlier.substring(0, Math.min(earlier.length(), LONGEST_BASE));
        return base + (REPHRASE.stream().anyMatch(lower::contains) ? " (" + text + ")" : " — " + text);
    }

    private static boolean standsByRole(String lower, List<String> named) {
        return !named.isEmpty()
                && words(lower) >= 5
                && !POINTS_BACK.matcher(lower).find();
    }

    private static boolean opens(String lower) {
        return LEADING.matcher(lower).lookingAt() || words(lower) <= 4;
    }

    /** The question with every role's name replaced by another role's, one of {@code among} where there are any. */
    private String swapped(String question, List<String> among) {
        StringBuilder swapped = new StringBuilder(question);
        List<RoleFinder.Mention> mentions = roles.mentions(question);
        for (int i = mentions.size() - 1; i >= 0; i--) {
            RoleFinder.Mention m = mentions.get(i);
            swapped.replace(m.start(), m.end(), other(m.roleId(), among).name());
        }
        return swapped.toString();
    }

    private String withRole(String question, String roleId) {
        StringBuilder text = new StringBuilder(question);
        List<RoleFinder.Mention> mentions = roles.mentions(question);
        String name = pack.role(roleId).map(Role::name).orElse(roleId);
        for (int i = mentions.size() - 1; i >= 0; i--) {
            text.replace(mentions.get(i).start(), mentions.get(i).end(), name);
        }
        return mentions.isEmpty() ? question + " (" + name + ")" : text.toString();
    }

    private Role other(String roleId, List<String> among) {
        return pack.roles().stream()
                .filter(r -> !r.id().equals(roleId) && (among.isEmpty() || among.contains(r.id())))
                .findFirst()
                .orElseGet(() -> pack.roles().get(0));
    }

    private static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
