package dev.rolewise.analysis;

import dev.rolewise.knowledge.Aspect;
import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Statement;
import dev.rolewise.question.TermExtractor;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Puts a circumstance into the question before. One that the asker tells of themselves and that the pack has no word for ("I
 * am 45") stands aside: the answer is the same, and a model can still speak to it. Thread-safe.
 */
final class Circumstances {
    static final String PLACED =
            "(?:in|at|with|without|on|by|as|after|before|during|from|under|within|inside|outside|since|until|per|for)";
    private static final Pattern CIRCUMSTANCE =
            Pattern.compile("^(?:(?:even|only|just|especially|not|still|also) ){0,2}(?:" + PLACED
                    + "|if|when|while|every|because|unless|although|though|once|twice|daily|weekly|monthly|always|never"
                    + "|sometimes|already|today|nowadays)\\b");
    /** "How is it at a bank": what is asked of the new circumstance is what was asked before. */
    private static final Pattern SAME_OF = Pattern.compile(
            "(?i)^(?:how is it|how's it|what is it like|what's it like|is it the same|is it (?:also )?like that) (?!as\\b)(?="
                    + PLACED + "\\b)");

    private static final Pattern TELLS = Pattern.compile(
            "^(?:(?:even|only|just|still|also) )?(?:if |when |as |since |because )?(?:i|i'm|im|i've|ive|i'd|me|my)\\b");
    private static final Pattern NEUTRAL = Pattern.compile(
            "\\b(?:i'?m|i'?ve|i'?d|im|ive|years?|yrs?|yo|old|age|aged|months?|work|works|working|worked|job|people|person|time|live|living"
                    + "|one|two|three|four|five|six|seven|eight|nine|ten|first|second|btw|by the way|currently|already|right now|know|think|love|like|good|bad|come|make|made|take|new|day|real|kind)\\b|\\p{N}+");

    private final TermExtractor terms;
    private final Set<String> known = new HashSet<>();

    Circumstances(Pack pack, TermExtractor terms) {
        this.terms = terms;
        Stream<String> statements =
                pack.passages().stream().flatMap(p -> p.statements().stream()).map(Statement::text);
        Stream<String> words = pack.aspects().stream().map(Aspect::words).flatMap(List::stream);
        Stream.concat(statements, words).forEach(text -> known.addAll(terms.terms(Gist.of(text))));
    }

    /** Whether a message is a circumstance and no more, such as "even in 10 years?"; in lower case. */
    static boolean is(String lower) {
        return CIRCUMSTANCE.matcher(bare(lower)).find();
    }

    /** Whether it asks of another circumstance what was asked before, as in "how is it at a bank?"; in lower case. */
    static boolean asksSame(String lower) {
        return SAME_OF.matcher(lower).find();
    }

    /** The circumstance without "how is it". */
    static String bare(String circumstance) {
        return SAME_OF.matcher(circumstance).replaceFirst("");
    }

    /** The question under a circumstance. */
    String added(String question, String circumstance) {
        String lower = circumstance.toLowerCase(Locale.ROOT);
        if (TELLS.matcher(lower).find() && !matters(lower)) {
            return Asides.telling(question + "?", circumstance);
        }
        return question + ", " + circumstance;
    }

    /** The question with what the asker told. */
    String told(String question, String told) {
        return matters(told.toLowerCase(Locale.ROOT)) ? question + ", " + told : Asides.telling(question + "?", told);
    }

    /** Whether the pack has a word for it. */
    private boolean matters(String lower) {
        String told = NEUTRAL.matcher(lower.replace('’', '\'')).replaceAll(" ");
        String gist = Gist.of(told);
        return !gist.isEmpty() && terms.terms(gist).stream().anyMatch(known::contains);
    }
}
