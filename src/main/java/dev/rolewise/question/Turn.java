package dev.rolewise.question;

import java.util.List;
import java.util.Optional;

/**
 * An earlier turn of a conversation, as far as a later question may need it.
 *
 * @param question the question as it was resolved, so that it stands alone
 * @param profile what was understood of it
 * @param statements keys of the statements that answered it
 */
public record Turn(String question, Optional<QuestionProfile> profile, List<String> statements) {
    public Turn {
        statements = List.copyOf(statements);
    }

    /** The turn that a later question may refer to, once {@code asked} has got its answer. */
    public static Turn of(String asked, Answer answer) {
        return new Turn(
                answer.profile().map(QuestionProfile::text).orElse(asked),
                answer.profile(),
                answer.citations().stream().map(Citation::statementKey).toList());
    }
}
