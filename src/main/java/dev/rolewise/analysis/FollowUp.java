package dev.rolewise.analysis;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message that follows another gives away by its words.
 *
 * @param text the message without its opening
 * @param lower the same in lower case
 */
record FollowUp(String text, String lower) {
    private static final Pattern CHAT = Pattern.compile(
            "(?:(?:hi|hello|hey|thanks?|thank you|thx|ty|bye|good (?:morning|night|bot)|cool|nice|great|lol|wow|perfect|awesome"
                    + "|ok|okay|got it|i see|that|this|was|is|that's|helps?|helped|very|so|much|a lot|for|the|all|your|helpful"
                    + "|good|info|answer|mate|man|bro|bot|again|there|you|really|me|never ?mind)\\b[\\s,.!:)]*)+");
    private static final Pattern SOCIAL = Pattern.compile(
            "\\b(?:hi|hello|hey|thanks?|thank you|thx|ty|bye|good|cool|nice|great|lol|wow|perfect|awesome|ok|okay|got it|i see"
                    + "|helps?|helped|that's all|never ?mind)\\b");
    private static final Pattern ASKS = Pattern.compile(
            "(?:^|[,.;:!?]\\s*(?:and |but |so |or )?)(?:what|whats|what's|which|wich|how|who|whos|who's|whose|whom|where"
                    + "|when(?! (?:the|an?|i|we|you|my|our|they|it|there)\\b)|why|is|are|am|was|were|do|does|did|can|could"
                    + "|should|would|will|isn't|aren't|don't|doesn't|explain|describe|define|list|compare|name|tell)\\b");
    private static final Pattern ASKS_WHO = Pattern.compile(
            "^(?:who(?:'s|s)?|whose|whom|which (?:role|job|one|person|engineer|of (?:them|the two|us)|of the roles))\\b");
    private static final Pattern WHICH = Pattern.compile(
            "^which (?:has|is|pays|needs|gets|would|does|should|requires|will|can|earns|suits|fits|takes|offers|makes)\\b");
    private static final Pattern CHOOSES = Pattern.compile("\\bwhich of (?:those|these|them)\\b");
    private static final Pattern MEASURES = Pattern.compile("^how (?:much|many|long|often|far|fast|big|exactly)\\b");
    private static final Pattern UNITS =
            Pattern.compile("\\b(?:how|much|many|weeks?|months?|years?|hours?|days?|money|time|long"
                    + "|often|far|fast|big|exactly)\\b");
    private static final Pattern RELATES = Pattern.compile(
            "\\b(?:alternatives?|instead|enough|only|another|else|better|worse|hardest|easiest|necessary|required)\\b");
    private static final Pattern ALIKE = Pattern.compile("\\b(?:too|as well|also|either|neither)\\b");
    private static final Pattern TELLS = Pattern.compile("^(?:i|i'm|im|i've|ive|i'd|we|we're|we've|my|our|me)\\b");
    private static final Pattern WHY = Pattern.compile("^(?:why|how (?:come|so))\\b");
    private static final Pattern PICKS = Pattern.compile("^(?:just|only|skip|leave out|except|apart from)\\b");
    private static final Pattern SUPPOSES = Pattern.compile(
            "^(?:what if|and if|suppose(?: that)?|let's say|lets say|say|assuming)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANGES = Pattern.compile(
            "[,.;:!?]?\\s+(?:and |so |but )?(?:would|does|do|will|could|should|is) (?:that|this|it) (?:change|matter|affect|alter"
                    + "|count|make (?:a|any) difference)\\b.{0,40}$",
            Pattern.CASE_INSENSITIVE);

    /** Characters; longer texts are no mere thanks, and the pattern's repetition takes room on the stack. */
    private static final int LONGEST_CHAT = 80;

    /** Words; a longer story is a question of its own. */
    private static final int LONGEST_ASIDE = 20;

    /** Content words; a longer question says by itself what it is about. */
    private static final int LONGEST_RELATING = 4;

    static FollowUp of(String text) {
        return new FollowUp(text, text.toLowerCase(Locale.ROOT).replace('’', '\''));
    }

    /** Whether it is a greeting or thanks and no more. */
    boolean isChat() {
        return lower.length() <= LONGEST_CHAT
                && CHAT.matcher(lower).matches()
                && SOCIAL.matcher(lower).find();
    }

    /** Whether it is put as a question. */
    boolean asks() {
        return ASKS.matcher(lower).find()
                && !Circumstances.asksSame(lower)
                && supposition().isEmpty();
    }

    /** Whether it asks for a person or a role. */
    boolean asksWho() {
        return ASKS_WHO.matcher(lower).find();
    }

    /** "Which has more jobs?": which role. */
    boolean asksWhich() {
        return WHICH.matcher(lower).find();
    }

    /** "Which of those is hers?": answered by saying whose the others are too. */
    boolean chooses() {
        return CHOOSES.matcher(lower).find();
    }

    /** "How many weeks?": for what, stands in the question before. */
    boolean measures() {
        return MEASURES.matcher(lower).find() && Gist.size(UNITS.matcher(lower).replaceAll(" ")) <= 1;
    }

    /** Whether it measures by something said before, as "is that enough" does. */
    boolean relates() {
        return size() <= LONGEST_RELATING && RELATES.matcher(lower).find();
    }

    /** Whether it asks if something holds as well. */
    boolean alike() {
        return ALIKE.matcher(lower).find();
    }

    /** Whether the asker tells of themselves, in passing. */
    boolean tells() {
        return TELLS.matcher(lower).find() && lower.split("\\s+").length <= LONGEST_ASIDE;
    }

    boolean asksWhy() {
        return WHY.matcher(lower).find();
    }

    /** Whether it takes something out of what was said. */
    boolean picks() {
        return PICKS.matcher(lower).find() || pointsToThings();
    }

    /** "What if I hated maths?": the circumstance in it. */
    Optional<String> supposition() {
        Matcher supposes = SUPPOSES.matcher(text);
        return supposes.find() ? Optional.of("if " + text.substring(supposes.end())) : Optional.empty();
    }

    /** Without "would that change it?" behind a circumstance. */
    FollowUp withoutTag() {
        return of(CHANGES.matcher(text).replaceFirst(""));
    }

    boolean pointsToThings() {
        return References.toThings(lower);
    }

    boolean pointsToPeople() {
        return References.toPeople(lower);
    }

    /** How many words it has that say what it is about. */
    int size() {
        return Gist.size(text);
    }
}
