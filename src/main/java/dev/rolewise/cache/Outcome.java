package dev.rolewise.cache;

import dev.rolewise.question.Answer;
import dev.rolewise.question.Answer.Status;
import dev.rolewise.question.QuestionProfile;
import dev.rolewise.question.Receipt.Reused;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** How the search for an answer ended, as those learn it who wait for it. */
sealed interface Outcome {
    /**
     * There is one.
     *
     * @param at when it was made
     * @param reused the question that it was made for, where that is another
     */
    record Made(Answer answer, Instant at, Optional<Reused> reused) implements Outcome {
        private static final Set<Status> FOR_EVERYBODY =
                EnumSet.of(Status.ANSWERED, Status.NOT_COVERED, Status.OUT_OF_SCOPE);

        /** Whether it is the same for whoever asks. */
        boolean forEverybody() {
            return FOR_EVERYBODY.contains(answer.status())
                    && answer.profile().stream().noneMatch(Outcome::personal);
        }

        /** Whether it is what was wanted: one that says why it is not is made again for the next who asks. */
        boolean lasts() {
            return forEverybody() && answer.receipt().spending().note().isEmpty();
        }
    }

    /** Making it failed, for all who wait. */
    record Failed(Throwable failure) implements Outcome {}

    /** The question is about who asks it: each makes their own. */
    record Alone() implements Outcome {}

    /** Who searched had no more time, or may have nothing kept or given to others any more: another may. */
    record GaveUp() implements Outcome {}

    /** Whether a question or a part of it tells of who asks it. */
    static boolean personal(QuestionProfile profile) {
        return profile.personal() || profile.parts().stream().anyMatch(Outcome::personal);
    }
}
