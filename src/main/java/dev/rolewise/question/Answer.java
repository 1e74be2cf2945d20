package dev.rolewise.question;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the bot says to a question.
 *
 * @param status what kind of answer it is
 * @param lines what it says; never empty
 * @param citations what carries it, by marker and then in the order of the text
 * @param followUps questions that it suggests to ask next
 * @param profile what was understood; empty where the question was turned away before any analysis
 * @param receipt what made it and what it cost
 */
public record Answer(
        Status status,
        List<AnswerLine> lines,
        List<Citation> citations,
        List<String> followUps,
        Optional<QuestionProfile> profile,
        Receipt receipt) {

    /** The longest text of an answer, in characters. */
    public static final int MAX_TEXT = 1200;

    /** What kind of answer it is. */
    public enum Status {
        /** The sources answer it. */
        ANSWERED,
        /** On topic, but the sources do not say. */
        NOT_COVERED,
        /** Not this bot's topic. */
        OUT_OF_SCOPE,
        /** Hostile input. */
        BLOCKED,
        /** Overload or an exhausted limit; the text says when to come back. */
        BUSY;

        /** As it is written in JSON: {@code not-covered}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Answer {
        lines = List.copyOf(lines);
        citations = List.copyOf(citations);
        followUps = List.copyOf(followUps);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("an answer says something");
        }
    }

    /** All lines as plain text with their markers, one below the other. */
    public String text() {
        return lines.stream().map(AnswerLine::plain).collect(Collectors.joining("\n"));
    }

    /** The same answer with another receipt. */
    public Answer with(Receipt other) {
        return new Answer(status, lines, citations, followUps, profile, other);
    }

    /** The same answer, given to another question. */
    public Answer to(QuestionProfile asked) {
        return new Answer(status, lines, citations, followUps, Optional.of(asked), receipt);
    }

    /** The same answer with a line more at its end. */
    public Answer with(AnswerLine line) {
        return new Answer(
                status,
                Stream.concat(lines.stream(), Stream.of(line)).toList(),
                citations,
                followUps,
                profile,
                receipt);
    }
}
