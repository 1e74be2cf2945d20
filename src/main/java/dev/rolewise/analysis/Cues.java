package dev.rolewise.analysis;

import dev.rolewise.question.Polarity;
import java.util.Locale;
import java.util.regex.Pattern;

/** What single words of an English question give away. All methods take any text. */
public final class Cues {
    private static final Pattern NEGATION = Pattern.compile(
            "\\b(?:not|no|never|without|neither|nor|hardly|cannot|can't|cant|don't|dont|doesn't|doesnt|isn't|isnt|aren't|arent"
                    + "|won't|wont|wouldn't|shouldn't|didn't|haven't|w/o|avoid|skip|stop|hate|hated)\\b");
    private static final Pattern PERSONAL = Pattern.compile(
            "\\b(?:i'm|im\\b|i am|i have|i've|ive|i work|i worked|(?<!\\b(?:can|could|should|do|must|would|will|did) )i do|i did|i know|i love|i like|i enjoy|i hate|i suck|i prefer|i study"
                    + "|i studied|i dream|i was (?!gonna|going to (?:ask|say)|wondering|saying|asking|thinking|told)|i come|i code|i'd|i want|i already|i failed|i care|my (?:background|dream|degree|job|"
                    + "parents|skills|strengths|experience|boss|masters?|current)|(?<!\\b(?:work|working|works|job|role|hired|start|career|life|day|employed|succeed|started|starting|start out|seen|become) )as an? [a-z]+ (?:dev|developer|engineer|student)|"
                    + "(?<!\\b(?:in|next|within|by) )\\d+\\s?(?:y|yrs?|years?)\\b|(?:right|good|better|best|suitable|something|one|role|path|job|fit|possible|hard|easy|realistic|made|late|worth it) for me|fits me|suits me|(?<![\\p{L}\\p{N}] )should i|(?:so|or|and|but|then|well|ok|okay|hey|which|which (?:one|role|job|path|career)) should i|am i|(?<!\\bfor )me\\?)");
    private static final Pattern PRESUPPOSES = Pattern.compile(
            "^(?:so |but |and |ok |hey |hi |wait )?(?:why|since(?! (?:\\d|(?:a|many|some|the last|two|three|four|five|ten) (?:few )?(?:years?|months?)))|as (?:the|both|an?|ml|ai)|because|given that|how come|if )|"
                    + "\\b(?:right\\?|isn't it|correct\\?|i heard|i read|they say|people say|everyone says|my \\w+ says|it's true|is it true"
                    + "|why (?:do|does|are|is|did|would|can|must|should)|how (?:did|do) they|anyway|as far as i know|i thought|obviously"
                    + "|that \\$|we all know|everyone knows|apparently|supposedly|because|since(?! (?:\\d|(?:a|many|some|the last|two|three|four|five|ten) (?:few )?(?:years?|months?))))");

    private Cues() {}

    /** Whether it denies something. */
    public static Polarity polarity(String text) {
        return NEGATION.matcher(lower(text)).find() ? Polarity.NEGATIVE : Polarity.POSITIVE;
    }

    /** Whether the asker tells of themselves. */
    static boolean personal(String text) {
        return PERSONAL.matcher(lower(text)).find();
    }

    /** Whether something is taken for granted. */
    public static boolean presupposes(String text) {
        return PRESUPPOSES.matcher(lower(text)).find();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
