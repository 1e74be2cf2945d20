package dev.rolewise.analysis;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a piece of a question in place of the piece like it in the question before: "and in France?", "and a chatbot?". */
final class Parallel {
    private static final String DETERMINER = "(?:an? |the |our |my |your )?";
    private static final String WORD = "[\\p{L}\\p{N}$'@%+-]+";
    /** "At a big one": of what, stands in the question before. */
    private static final Pattern ONE = Pattern.compile(
            "^(?:even |only |just )?(?<place>" + Circumstances.PLACED + ") (?<which>" + DETERMINER + "(?:" + WORD
                    + " )?)ones?\\b(?<rest>.*)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern PLACE =
            Pattern.compile("^(?<place>in|at|with|without|on|about) (?<what>.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern THING = Pattern.compile(
            "^(?:an?|the|our|my|your) " + WORD + "(?: " + WORD + "){0,2}[\\s?.!]*$", Pattern.CASE_INSENSITIVE);
    /** A thing at the end of a question, or in front of its verb. */
    private static final Pattern LAST_THING = Pattern.compile(
            "\\b(?:an?|the|our|my|your) (?:(?!" + Circumstances.PLACED + "\\b|of\\b|to\\b|and\\b)" + WORD
                    + "(?: |$)){1,3}$|^(?:should|can|does|would|will|is|must|could|do) (?<subject>(?:an?|the|our|my|your) "
                    + WORD + ")\\b",
            Pattern.CASE_INSENSITIVE);

    private Parallel() {}

    /** The question with its circumstance of the same kind replaced, where it has one. */
    static Optional<String> place(String circumstance, String question) {
        Matcher one = ONE.matcher(circumstance);
        if (one.matches()) {
            Matcher same = Pattern.compile(
                            "\\b" + like(one.group("place")) + " " + DETERMINER + "(?:" + WORD + " )??(?<what>" + WORD
                                    + ")(?=$|[\\s,]*$|,| " + Circumstances.PLACED + "\\b)",
                            Pattern.CASE_INSENSITIVE)
                    .matcher(question);
            if (same.find()) {
                String which = one.group("which").isBlank() ? "a " : one.group("which");
                return Optional.of(question.substring(0, same.start()) + one.group("place") + " " + which
                        + same.group("what") + question.substring(same.end()) + "?");
            }
        }
        Matcher place = PLACE.matcher(circumstance);
        if (!place.matches()) {
            return Optional.empty();
        }
        Matcher same = Pattern.compile(
                        "\\b" + like(place.group("place")) + " " + DETERMINER + WORD + "(?: " + WORD + "){0,2}$",
                        Pattern.CASE_INSENSITIVE)
                .matcher(question);
        return same.find() ? Optional.of(question.substring(0, same.start()) + circumstance) : Optional.empty();
    }

    /** The question with its thing replaced by another; {@code isRole} says what is no thing. */
    static Optional<String> put(String thing, String question, Predicate<String> isRole) {
        Optional<String> defined = Gist.thing(question);
        if (defined.isPresent() && !isRole.test(question) && Gist.size(thing) <= 3) {
            int at = question.toLowerCase(Locale.ROOT).lastIndexOf(defined.get().toLowerCase(Locale.ROOT));
            if (at < 0) {
                return Optional.empty();
            }
            String before = question.substring(0, at).replaceFirst("(?i)\\b(?:an?|the) $", "");
            return Optional.of(before + thing.replaceFirst("[\\s?.!]+$", "")
                    + question.substring(at + defined.get().length()) + "?");
        }
        if (!THING.matcher(thing).matches()) {
            return Optional.empty();
        }
        Matcher last = LAST_THING.matcher(question);
        while (last.find()) {
            boolean subject = last.group("subject") != null;
            String old = subject ? last.group("subject") : last.group();
            if (!isRole.test(old)) {
                int start = subject ? last.start("subject") : last.start();
                return Optional.of(question.substring(0, start) + thing.replaceFirst("[\\s?.!]+$", "")
                        + question.substring(start + old.length()) + "?");
            }
        }
        return Optional.empty();
    }

    private static String like(String place) {
        String lower = place.toLowerCase(Locale.ROOT);
        return lower.startsWith("with") ? "with(?:out)?" : Pattern.quote(lower);
    }
}
