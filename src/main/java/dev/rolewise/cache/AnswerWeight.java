package dev.rolewise.cache;

import dev.rolewise.question.Answer;
import dev.rolewise.question.AnswerLine;
import dev.rolewise.question.Citation;
import dev.rolewise.question.QuestionProfile;
import java.util.Collection;
import java.util.Optional;

/** An estimate of the memory that a kept answer takes, in bytes, rather too high than too low: two bytes a character. */
final class AnswerWeight {
    /** An object with its header and a few references. */
    private static final int OBJECT = 64;

    private AnswerWeight() {}

    static int of(ExactKey key, CachedAnswer kept) {
        Answer answer = kept.answer();
        long bytes = 8L * OBJECT
                + text(kept.generation())
                + texts(kept.cited().keySet())
                + texts(kept.cited().values())
                + text(key.text())
                + text(key.conversation())
                + text(key.scope().serverId());
        for (AnswerLine line : answer.lines()) {
            bytes += OBJECT + text(line.text()) + text(line.label());
        }
        for (Citation citation : answer.citations()) {
            bytes += of(citation);
        }
        bytes += texts(answer.followUps());
        bytes += answer.profile().map(AnswerWeight::of).orElse(0L);
        return (int) Math.min(bytes, Integer.MAX_VALUE);
    }

    private static long of(Citation citation) {
        return OBJECT
                + text(citation.sourceId())
                + text(citation.title())
                + text(citation.quote())
                + text(citation.statementKey())
                + texts(citation.heading());
    }

    private static long of(QuestionProfile profile) {
        long bytes = 4L * OBJECT + (long) Float.BYTES * profile.embedding().dimensions();
        bytes += text(profile.text()) + text(profile.intent());
        bytes += text(profile.from()) + text(profile.to()) + text(profile.aspect());
        bytes += texts(profile.roles()) + texts(profile.quantities()) + texts(profile.terms());
        bytes += profile.meaning().words().stream()
                        .mapToLong(word -> OBJECT + text(word.concept()))
                        .sum()
                + texts(profile.meaning().order());
        for (QuestionProfile part : profile.parts()) {
            bytes += of(part);
        }
        return bytes;
    }

    private static long texts(Collection<String> texts) {
        return OBJECT + texts.stream().mapToLong(AnswerWeight::text).sum();
    }

    private static long text(Optional<String> text) {
        return text.map(AnswerWeight::text).orElse(0L);
    }

    private static long text(String text) {
        return OBJECT + 2L * text.length();
    }
}
