package dev.rolewise.question;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the analyser found in a question.
 *
 * @param text the question so that it stands alone: what it left out is filled in from the conversation
 * @param roles ids of the roles it is about, in the order in which they are named; empty where it names none
 * @param from the role or background that it moves away from, where it speaks of a move
 * @param to the role that it moves towards
 * @param aspect id of the aspect it asks about, where one is clear
 * @param intent id of the pack's intent
 * @param intentConfidence 0 to 1
 * @param polarity whether it asks for a thing or its absence
 * @param complexity whether one fact answers it
 * @param personal whether it tells of the asker ("I have four years of React")
 * @param presupposes whether it takes something for granted ("why do …", "since …", "… right?")
 * @param quantities numbers in it, in digits, in order
 * @param terms its content words, stemmed, without names of roles
 * @param meaning what it asks, the same for many ways to ask it; of one that has parts, look at these
 * @param parts the questions that it consists of, in order; empty where it is one question
 * @param embedding of {@code text}, shared by all stages
 */
public record QuestionProfile(
        String text,
        List<String> roles,
        Optional<String> from,
        Optional<String> to,
        Optional<String> aspect,
        String intent,
        double intentConfidence,
        Polarity polarity,
        Complexity complexity,
        boolean personal,
        boolean presupposes,
        List<String> quantities,
        Set<String> terms,
        Meaning meaning,
        List<QuestionProfile> parts,
        Embedding embedding) {
    public QuestionProfile {
        roles = List.copyOf(roles);
        quantities = List.copyOf(quantities);
        terms = Set.copyOf(terms);
        parts = List.copyOf(parts);
    }

    /** A profile of which no meaning is known: only its other fields tell it from others. */
    public QuestionProfile(
            String text,
            List<String> roles,
            Optional<String> from,
            Optional<String> to,
            Optional<String> aspect,
            String intent,
            double intentConfidence,
            Polarity polarity,
            Complexity complexity,
            boolean personal,
            boolean presupposes,
            List<String> quantities,
            Set<String> terms,
            List<QuestionProfile> parts,
            Embedding embedding) {
        this(
                text,
                roles,
                from,
                to,
                aspect,
                intent,
                intentConfidence,
                polarity,
                complexity,
                personal,
                presupposes,
                quantities,
                terms,
                Meaning.UNKNOWN,
                parts,
                embedding);
    }

    /** The parts, or the question itself where it is one. */
    public List<QuestionProfile> each() {
        return parts.isEmpty() ? List.of(this) : parts;
    }
}
