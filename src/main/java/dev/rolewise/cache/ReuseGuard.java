package dev.rolewise.cache;

import dev.rolewise.question.Meaning;
import dev.rolewise.question.Meaning.Part;
import dev.rolewise.question.Meaning.Word;
import dev.rolewise.question.QuestionProfile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says whether the answer that was made for one question is the answer to another. Unsure is a no. Thread-safe.
 *
 * <p>Likeness of embeddings alone does not tell: a question and its reverse are a hair apart. So the {@link Meaning} of the
 * two must be the same first: the way they ask, roles, direction, negations, quantities, audience, time, aspect, and every other
 * word that says something. The guesses of a profile, such as its intent, decide only where no meaning is known: two ways
 * to ask one thing are often guessed apart.
 */
public final class ReuseGuard {
    private final double threshold;

    /** {@code threshold} is the least cosine of the two embeddings, 0 to 1. */
    public ReuseGuard(double threshold) {
        this.threshold = threshold;
    }

    /** Why an answer is reused, or why not. */
    public enum Reason {
        /** It is reused. */
        SAME,
        PERSONAL,
        PARTS,
        ROLES,
        DIRECTION,
        POLARITY,
        ASPECT,
        INTENT,
        QUANTITY,
        AUDIENCE,
        TIME,
        /** A content word of one means something that the other does not ask. */
        WORDS,
        SIMILARITY,
        /** What the kept answer cites does not bear on the new question. */
        RELEVANCE;

        /** As it is written in figures and files: {@code direction}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A decision.
     *
     * @param similarity cosine of the two embeddings
     */
    public record Verdict(Reason reason, double similarity) {
        /** Whether the answer may be given. */
        public boolean reuse() {
            return reason == Reason.SAME;
        }
    }

    /** Whether the answer to {@code kept} may be given to {@code asked}, as far as the two questions tell. */
    public Verdict check(QuestionProfile kept, QuestionProfile asked) {
        double similarity = kept.embedding().cosine(asked.embedding());
        return new Verdict(reason(kept, asked, similarity), similarity);
    }

    /**
     * The same for an answer that somebody wrote to {@code kept} for all to read: nothing in it is about the one who asked, so
     * that a question about oneself may be answered by it too. Such a question is most often about everyday matters, so that
     * its {@link Wording} tells too, where roles are not weighed against each other.
     */
    public Verdict checkWritten(
            QuestionProfile kept, Wording keptWording, QuestionProfile asked, Wording askedWording) {
        double similarity = kept.embedding().cosine(asked.embedding());
        Reason reason = sameQuestion(kept, asked, similarity);
        if (reason == Reason.SAME) {
            boolean other = kept.roles().isEmpty() && asked.roles().isEmpty() && keptWording.partsFrom(askedWording);
            return new Verdict(other ? Reason.WORDS : reason, similarity);
        }
        boolean same = plain(kept, asked) && similarity >= threshold && keptWording.answers(askedWording);
        return new Verdict(same ? Reason.SAME : reason, similarity);
    }

    /** Whether everyday words tell whether the two are one: not where roles are weighed against each other, or one is left for another. */
    private static boolean plain(QuestionProfile kept, QuestionProfile asked) {
        return kept.roles().equals(asked.roles())
                && kept.roles().size() < 2
                && kept.from().equals(asked.from())
                && kept.to().equals(asked.to());
    }

    private Reason reason(QuestionProfile kept, QuestionProfile asked, double similarity) {
        return personal(kept) || personal(asked) ? Reason.PERSONAL : sameQuestion(kept, asked, similarity);
    }

    private Reason sameQuestion(QuestionProfile kept, QuestionProfile asked, double similarity) {
        List<QuestionProfile> keptParts = asking(kept);
        List<QuestionProfile> askedParts = asking(asked);
        if (keptParts.size() != askedParts.size()) {
            return Reason.PARTS;
        }
        if (keptParts.isEmpty()) {
            return Reason.WORDS;
        }
        for (int i = 0; i < keptParts.size(); i++) {
            Reason reason = differs(keptParts.get(i), askedParts.get(i));
            if (reason != Reason.SAME) {
                return reason;
            }
        }
        Reason whole = keptParts.size() > 1 ? differs(kept, asked) : Reason.SAME;
        return whole == Reason.SAME && similarity < threshold ? Reason.SIMILARITY : whole;
    }

    /** The parts that ask something, without "how are you?" before them. */
    private static List<QuestionProfile> asking(QuestionProfile profile) {
        return profile.each().stream()
                .filter(part ->
                        part.meaning().equals(Meaning.UNKNOWN) || part.meaning().says())
                .toList();
    }

    private static boolean personal(QuestionProfile profile) {
        return profile.personal() || profile.parts().stream().anyMatch(ReuseGuard::personal);
    }

    /** Why one question is not the other; {@link Reason#SAME} where nothing tells. */
    private static Reason differs(QuestionProfile kept, QuestionProfile asked) {
        if (kept.meaning().equals(Meaning.UNKNOWN) || asked.meaning().equals(Meaning.UNKNOWN)) {
            return differsPlainly(kept, asked);
        }
        List<Word> onlyKept = without(kept.meaning().words(), asked.meaning().words());
        List<Word> onlyAsked = without(asked.meaning().words(), kept.meaning().words());
        Map<String, String> slips = Slips.between(onlyAsked, onlyKept);
        if (onlyKept.size() != onlyAsked.size() || slips.size() != onlyAsked.size()) {
            Set<Reason> reasons = Stream.concat(onlyKept.stream(), onlyAsked.stream())
                    .map(word -> reason(word.part()))
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Reason.class)));
            return reasons.contains(Reason.DIRECTION)
                    ? Reason.DIRECTION
                    : reasons.iterator().next();
        }
        List<String> order = asked.meaning().order().stream()
                .map(concept -> slips.getOrDefault(concept, concept))
                .toList();
        return kept.meaning().order().equals(order) ? Reason.SAME : Reason.DIRECTION;
    }

    private static List<Word> without(List<Word> words, List<Word> others) {
        List<Word> left = new ArrayList<>(words);
        others.forEach(left::remove);
        return left;
    }

    /** By all other fields, where the meaning of one is not known. */
    private static Reason differsPlainly(QuestionProfile kept, QuestionProfile asked) {
        if (!kept.roles().equals(asked.roles())) {
            return Reason.ROLES;
        }
        if (!kept.from().equals(asked.from()) || !kept.to().equals(asked.to())) {
            return Reason.DIRECTION;
        }
        if (kept.polarity() != asked.polarity()) {
            return Reason.POLARITY;
        }
        if (!kept.aspect().equals(asked.aspect())) {
            return Reason.ASPECT;
        }
        if (!kept.intent().equals(asked.intent())) {
            return Reason.INTENT;
        }
        if (!kept.quantities().equals(asked.quantities())) {
            return Reason.QUANTITY;
        }
        return kept.terms().equals(asked.terms()) ? Reason.SAME : Reason.WORDS;
    }

    private static Reason reason(Part part) {
        return switch (part) {
            case ROLE -> Reason.ROLES;
            case DIRECTION -> Reason.DIRECTION;
            case NEGATION -> Reason.POLARITY;
            case ASPECT -> Reason.ASPECT;
            case WAY -> Reason.INTENT;
            case QUANTITY -> Reason.QUANTITY;
            case AUDIENCE -> Reason.AUDIENCE;
            case TIME -> Reason.TIME;
            case OTHER -> Reason.WORDS;
        };
    }
}
