package dev.rolewise.server;

import dev.rolewise.knowledge.reading.ReadText;
import dev.rolewise.question.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A document that somebody gave to the bot.
 *
 * @param id 10 characters of {@code [0-9a-z]}
 * @param scope of which server, or of the installation
 * @param title as it is shown
 * @param format such as {@code PDF}
 * @param pages 0 where its format knows none
 * @param passages how many passages it was made into
 * @param hash of its content: the same content has the same
 * @param addedBy id of the member who gave it
 * @param addedAt when, in milliseconds
 * @param state where it stands
 * @param stateAt since when, in milliseconds
 * @param replaces id of the document whose newer version it is
 */
public record ServerDocument(
        String id,
        Scope scope,
        String title,
        String format,
        int pages,
        int passages,
        String hash,
        String addedBy,
        Instant addedAt,
        State state,
        Instant stateAt,
        Optional<String> replaces) {
    /** Times are as exact as the record keeps them, so that what was kept equals what is. */
    public ServerDocument {
        addedAt = addedAt.truncatedTo(ChronoUnit.MILLIS);
        stateAt = stateAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Where a document stands. */
    public enum State {
        /** Read, and waiting for a yes. */
        PENDING,
        /** It counts. */
        LIVE,
        /** Taken out, and can be put back for a day. */
        REMOVED
    }

    /** The same in another state. */
    ServerDocument in(State other, Instant since) {
        return new ServerDocument(
                id, scope, title, format, pages, passages, hash, addedBy, addedAt, other, since, replaces);
    }

    /** Whether it was taken out for that one: another version of the document, which counts since. */
    boolean gaveWayTo(ServerDocument other) {
        return state == State.REMOVED
                && other.state == State.LIVE
                && title.equalsIgnoreCase(other.title)
                && stateAt.equals(other.stateAt);
    }

    /** The same of a member who must not be named. */
    ServerDocument ofNobody() {
        return new ServerDocument(
                id,
                scope,
                title,
                format,
                pages,
                passages,
                hash,
                PersonalData.NOBODY,
                addedAt,
                state,
                stateAt,
                replaces);
    }

    /** The same, made into so many passages. */
    ServerDocument with(int others) {
        return new ServerDocument(
                id, scope, title, format, pages, others, hash, addedBy, addedAt, state, stateAt, replaces);
    }

    /** A document with its text. */
    public record Text(ServerDocument document, List<ReadText.Section> sections) {
        public Text {
            sections = List.copyOf(sections);
        }
    }
}
