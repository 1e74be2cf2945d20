package dev.rolewise.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of an English text that stand for something said before it. All methods take text in lower case. */
final class References {
    /** Words that look like one and are none: "is it true that", "is there". */
    private static final Pattern EMPTY = Pattern.compile(
            "\\b(?:is|was) it (?:still |even |really )?worth(?: it)?\\b|\\b(?:is|was|would|will|does|isn't|s) it (?:be |make sense |take |a |an |too |very |really |still |even ){0,2}\\w+ (?:to|that|if)\\b|\\b(?:is|are|was|will) there\\b|\\bthere(?:'s| is| are)\\b"
                    + "|\\bit(?:'s| is) (?:\\w+ ){1,2}(?:to|that)\\b|\\bhow (?:long|much) does it take\\b|\\bthis (?:field|year|week|server|bot)\\b"
                    + "|\\b(?:no|any|every|some) ?one\\b|(?<!\\b(?:is|was|does|do|did|would|will|can|are) )\\bthat (?:i|we|you|he|she|they|the|an?)\\b");

    private static final String THAT =
            "(?:^|\\b(?:with|does|do|did|is|was|would|will|can|could|should|to|for|of|like|about|on|in|at|from|than|why|how|and|or|not|use|"
                    + "used|learn|know|explain|all|does|isn't|doesn't|after|before|besides)\\s)that\\b|\\bthat(?=\\s(?:is|was|one|would|will|can|could|should|does|need|needs|take|takes|work|works|as well|too|then|case|step|role|job)\\b|\\s*[?.!,]|\\s*$)";
    private static final Pattern THINGS = Pattern.compile(
            "\\b(?:it|its|this|those|these|there|such|which of (?:them|those|these)|the (?:same|former|latter|first|second|third|last|previous|next|other)"
                    + "(?: (?:one|ones|two|three|thing|step|part|point|bit|role|job|way))?|(?:that|this|each|these|those|first|second|last) ones?|which ones|(?:step|number|no|point|item|part|question|phase|stage) (?:\\d+|one|two|three|four|five|six|seven|eight)|(?:any|all|some|none|one|most|each|either|neither|half) of (?:it|them|those|these|that)"
                    + "|as well|too)\\b|" + THAT);
    private static final Pattern PEOPLE = Pattern.compile(
            "\\b(?:they|them|their|theirs|he|she|him|his|her|each other|one another|both|the two|together|either|neither)\\b");
    private static final Pattern TOGETHER = Pattern.compile(
            "\\b(?:each other|one another|both|the two|together|between them|who does wh(?:ich|at))\\b");

    private static final Pattern PRONOUN =
            Pattern.compile("\\b(?<!of )(?:it|that|this|those|these|them)\\b(?! (?:one|ones|way|case|step|role|job))");
    private static final Pattern MANY = Pattern.compile("\\b(?:those|these|them|they|either|neither|both|all|ones)\\b");

    private static final Pattern CLAUSE_END = Pattern.compile("[.?!;:,]");
    private static final int ENOUGH_SAID = 3;

    private References() {}

    /** Whether it points to a thing or a place. */
    static boolean toThings(String lower) {
        String said = EMPTY.matcher(lower).replaceAll(" ");
        Matcher things = THINGS.matcher(said);
        return things.find() && !isSaid(said.substring(0, things.start()));
    }

    /** Whether what stands before a pronoun is a sentence or clause that tells what the pronoun means. */
    private static boolean isSaid(String before) {
        return CLAUSE_END.matcher(before).find() && Gist.size(before) >= ENOUGH_SAID;
    }

    /** The text with the first such word replaced; the replacement alone where there is none. */
    static String filled(String text, String by) {
        Matcher things = THINGS.matcher(text.toLowerCase(Locale.ROOT));
        return things.find() ? text.substring(0, things.start()) + by + text.substring(things.end()) : by;
    }

    /** The text with its one plain pronoun ("it", "that", "those") replaced, where it has just one. */
    static Optional<String> named(String text, String by) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<MatchResult> pronouns = PRONOUN.matcher(lower).results().toList();
        if (pronouns.size() != 1 || EMPTY.matcher(lower).find()) {
            return Optional.empty();
        }
        MatchResult pronoun = pronouns.get(0);
        return Optional.of(text.substring(0, pronoun.start()) + by + text.substring(pronoun.end()));
    }

    /** Whether it points to more than one. */
    static boolean toMany(String lower) {
        return MANY.matcher(lower).find();
    }

    /** Whether it points to people. */
    static boolean toPeople(String lower) {
        return PEOPLE.matcher(lower).find();
    }

    /** Whether it points to several people who have to do with each other. */
    static boolean toSeveral(String lower) {
        return TOGETHER.matcher(lower).find();
    }
}
