package dev.rolewise.analysis;

import dev.rolewise.question.QuestionProfile;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How an answer is to be put, where the asker wants the last one in another form. */
public enum FormWish {
    /** In one sentence. */
    ONE_SENTENCE("(?:one|1|a single|single) (?:short |single )?(?:sentence|line|liner)|one-liner"),
    /** In fewer words. */
    SHORTER(
            "short(?:er|ly|ened)?|brief(?:ly|er)?|tl;?\\s?dr|too long|too much text|in a nutshell|sum(?:med)? (?:\\w+ )?up|summary"
                    + "|summari[sz]e|fewer words|less (?:text|words)|condense|compress"),
    /** In plainer words. */
    SIMPLER(
            "simpl(?:er|y|e|ify)|simple words|easier|plain(?:er)? (?:english|words|language)|eli5|like i'?m (?:5|five|a (?:child|kid))|too complicated"
                    + "|(?:don'?t|didn'?t|can'?t) (?:get|understand|follow)(?: (?:it|that|this))?|dumb (?:it|that) down|layman(?:'?s)?(?: terms)?|less technical|clearer"),
    /** With more to it. */
    LONGER(
            "longer|more detail(?:s|ed)?|in (?:more )?(?:detail|depth)|elaborate|expand|go on|tell me more|say more|more about (?:it|that|this)"),
    /** As a list. */
    LIST("table|bullet(?:s| points?| list)?|as a list|list form(?:at)?|as points"),
    /** In the same words. */
    AGAIN("again|once more|repeat(?: that| it| please)?|come again|say what");

    private static final int LONGEST = 12;
    private static final Pattern SMALL = Pattern.compile(
            "\\b(?:pls|plz|please|can|could|would|u|you|make|put|say|explain|give|tell|write|phrase|word|do"
                    + "|it|that|this|me|now|just|bit|little|much|more|way|a|an|the|in|as|to|for|of|and|ok|okay|so|but|thanks?|thx|lol|sorry|hm+"
                    + "|i|want|need|like|have|version|answer|explanation|form|terms|words|um|uh|kindly|maybe|rather|still|too|try|with"
                    + "|same|thing|was|is|very|your|one|can't|my)\\b|[^\\p{L}\\p{N}' ]");

    /** What is done with the answer: "… that i can send to him", "… for my slides". */
    private static final Pattern PURPOSE = Pattern.compile(
            "\\b(?:(?:that |which )?(?:i|we) (?:can|could|may) \\w+|for (?:my|our|the|a)|so (?:that )?(?:my|he|she|they|i))\\b.{0,60}$");

    private static final Pattern IN_ONE_SENTENCE = Pattern.compile(
            "\\b(?:in|as|give me|just) (?:one|1|a single) (?:short |simple )?(?:sentence|line|liner)\\b");
    private static final Pattern SIMPLY = Pattern.compile(
            "\\beli ?(?:5|five|12|ten|10)\\b|\\blike i(?:'?m| am)\\b(?! being)|\\b(?:in|with) (?:very |really )?(?:simple|plain|easy) (?:words|english|terms|language)\\b");
    private static final Pattern IN_SHORT = Pattern.compile(
            "\\btl;?\\s?dr\\b|\\b(?:in short|in brief|briefly|in a nutshell|short answer|keep it short)\\b");

    private final Pattern pattern;

    FormWish(String words) {
        this.pattern = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
    }

    /** How the answer to a question is to be put, where its asker has said so: after the answer, or within the question. */
    public static Optional<FormWish> of(QuestionProfile profile) {
        Optional<FormWish> after = first(Asides.wanted(profile.text()));
        return after.isPresent() ? after : within(Asides.body(profile.text()));
    }

    /** Whether fewer words are wanted than usual. */
    public boolean isBrief() {
        return this == ONE_SENTENCE || this == SHORTER || this == SIMPLER;
    }

    private static Optional<FormWish> within(String question) {
        String lower = question.toLowerCase(Locale.ROOT).replace('’', '\'');
        if (IN_ONE_SENTENCE.matcher(lower).find()) {
            return Optional.of(ONE_SENTENCE);
        }
        if (SIMPLY.matcher(lower).find()) {
            return Optional.of(SIMPLER);
        }
        return IN_SHORT.matcher(lower).find() ? Optional.of(SHORTER) : Optional.empty();
    }

    /** Whether a message asks for another form of what was said, and for nothing else. */
    static boolean isAll(String message) {
        String lower = message.toLowerCase(Locale.ROOT).replace('’', '\'');
        String rest = PURPOSE.matcher(lower).replaceFirst("");
        Optional<FormWish> wish = first(rest);
        if (wish.isEmpty() || rest.split("\\s+").length > LONGEST) {
            return false;
        }
        for (FormWish each : values()) {
            rest = each.pattern.matcher(rest).replaceAll(" ");
        }
        return SMALL.matcher(rest).replaceAll(" ").isBlank();
    }

    private static Optional<FormWish> first(String text) {
        String lower = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        for (FormWish wish : values()) {
            if (wish.pattern.matcher(lower).find()) {
                return Optional.of(wish);
            }
        }
        return Optional.empty();
    }
}
