package dev.rolewise.answer;

import dev.rolewise.knowledge.Pack;
import dev.rolewise.knowledge.Premise;
import dev.rolewise.knowledge.Quiz;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The frame sentences of answers and refusals. They state no fact about the subject. */
final class Phrases {
    static final String WHAT_THEY_SAY = "What they do say:";
    static final String ENGLISH_ONLY = "My sources are in English, and so are my answers.";
    static final String ASK_IN_ENGLISH = "I could not match your question. Please try it in English.";
    static final String PART_LEFT_OUT = "The other part of your question is not something my sources answer.";

    /** Of an answer without a model, on its receipt. */
    static final String WAITED = "the model did not answer in time";

    static final String DISTRESS =
            "I'm sorry that things are this hard right now. I'm only a bot for career questions, but you"
                    + " deserve to talk to somebody: please reach out to a person you trust, a crisis line in your country, or the"
                    + " emergency number, today.";
    static final String THANKS = "You're welcome! Ask me more whenever you like.";
    static final String WHAT_ELSE = "Here is what else my sources say:";
    static final String NOTHING_ELSE =
            "I have nothing better: what you saw is all that my sources say about this. Asking it in other words may help.";
    static final String PROJECT = "Going by what you describe:";
    static final String UNDECIDED = "What you describe does not decide it yet. This would:";
    static final String CLOSEST = "The closest they come:";
    static final String SECRET =
            "A token or key was in your message: it is not kept here, but others may have seen it, so please reset it.";
    static final String ONLY_SECRET =
            "That looks like a token or key. I neither keep nor try it, but others may have seen it: please reset it now.";

    private static final List<String> NOT_COVERED = List.of(
            "My sources don't say.",
            "That is not something my sources answer.",
            "My sources leave that open.",
            "I can't find that in my sources.",
            "Good question, and none of my sources answers it.",
            "I looked, and my sources are silent on that.");
    private static final List<String> OUT_OF_SCOPE = List.of(
            "That one is outside what I know: I answer questions about %s.",
            "I'm no help there, I'm afraid: my subject is %s.",
            "That's beyond my bookshelf, which is all about %s.",
            "I'd only be guessing there: what I know about is %s.",
            "Somebody else will know that better; I know about %s.");

    private static final Pattern ASKER = Pattern.compile(
            "\\b(?:(?:do|must|should|can|will|would|did) (?:i|we)|(?:i|we) (?:have|need|must|should|got) (?:to|a|an|any|so|years?)?)\\b",
            Pattern.CASE_INSENSITIVE);

    private Phrases() {}

    static String notCovered(String question) {
        return pick(NOT_COVERED, question);
    }

    static String outOfScope(String question, Pack pack) {
        return String.format(Locale.ROOT, pick(OUT_OF_SCOPE, question), pack.about());
    }

    static String hostile(Pack pack) {
        return "I only answer questions, and only from my sources; I don't take instructions. My subject is "
                + pack.about() + ".";
    }

    static String empty(Pack pack) {
        return "I couldn't find a question in that. Ask me anything about " + pack.about() + ".";
    }

    static String tooLong(int characters, int most) {
        return String.format(
                Locale.ROOT,
                "Your message has %,d characters and I read up to %,d. Please ask the question itself, with what matters"
                        + " for it.",
                characters,
                most);
    }

    /** The frame that opens a correction, turned to the asker where they ask about themselves. */
    static String reply(Premise premise, String question) {
        boolean asker = ASKER.matcher(question).find();
        return asker && premise.reply().equals("They don't.") ? "You don't." : premise.reply();
    }

    static String dependsOn(String what) {
        return "My sources give both answers: it depends on " + what + ".";
    }

    /** {@code decides} is what the quiz finds out, as the end of "what decides". */
    static String quiz(String command, String decides, Quiz quiz) {
        return String.format(
                Locale.ROOT,
                "%s asks what decides %s, in %d short questions.",
                command,
                decides,
                quiz.questions().size());
    }

    static String suggest(List<String> questions) {
        return questions.isEmpty() ? "" : "Try “" + String.join("” or “", questions) + "”";
    }

    /** The same question gets the same words; different ones vary. */
    private static String pick(List<String> phrases, String question) {
        return phrases.get(Math.floorMod(question.hashCode(), phrases.size()));
    }

    /** A document as it is named beside a marker; the operator's belong to no server. */
    static String guide(String title, boolean ofServer) {
        return (ofServer ? "server guide: " : "guide: ") + title;
    }

    /** In front of what documents say. */
    static String own(boolean ofServer, boolean sure) {
        String guide = ofServer ? "this server's own guide" : "the guides that I was given";
        return (sure ? "From " : "The nearest in ") + guide;
    }

    /** In front of a server's answer to a question that may not be the one that was asked. */
    static String asked(String question) {
        String cut = question.length() <= LONGEST_QUESTION
                ? question
                : question.substring(0, LONGEST_QUESTION - 1).strip() + "…";
        return "To “" + cut + "” this server answers:";
    }

    private static final int LONGEST_QUESTION = 120;

    /** Characters of it at most, with a line break. */
    static final int LONGEST_ASKED = 160;

    /** Between what a server's documents say and what the pack says. */
    static final String IN_GENERAL = "In general:";

    /** Beside a marker, for an answer that a server has written itself. */
    static String ownAnswer(String date) {
        return "this server's own answer, " + date;
    }

    /** Where a server wants its own documents alone and they do not answer. */
    static final String OWN_SILENT =
            "This server's own guides don't say, and its moderators have me answer from those alone.";
}
