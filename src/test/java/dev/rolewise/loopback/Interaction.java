package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One act of a member and what the bot has made of it so far. Read and written under the lock of {@link Changes}. */
final class Interaction {

    /** Discord's kinds of interactions. */
    enum Kind {
        COMMAND(2),
        COMPONENT(3),
        AUTOCOMPLETE(4),
        MODAL_SUBMIT(5);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    private final String id;
    private final Kind kind;
    private final Place place;
    private final User user;
    private final Instant sentAt;
    private final @Nullable StoredMessage source;
    private final List<StoredMessage> followUps = new ArrayList<>();
    private @Nullable Acknowledgement acknowledgement;
    private Duration acknowledgedAfter = Duration.ZERO;
    private boolean deferredEphemeral;
    private @Nullable StoredMessage original;
    private int writes;
    private List<Choice> choices = List.of();
    private @Nullable Modal modal;

    /** @param source the message whose component, or whose component's modal, was used */
    Interaction(String id, Kind kind, Place place, User user, Instant sentAt, @Nullable StoredMessage source) {
        this.id = id;
        this.kind = kind;
        this.place = place;
        this.user = user;
        this.sentAt = sentAt;
        this.source = source;
    }

    String id() {
        return id;
    }

    String token() {
        return "loopback-" + id;
    }

    Kind kind() {
        return kind;
    }

    Place place() {
        return place;
    }

    User user() {
        return user;
    }

    Instant sentAt() {
        return sentAt;
    }

    Optional<StoredMessage> source() {
        return Optional.ofNullable(source);
    }

    Optional<Acknowledgement> acknowledgement() {
        return Optional.ofNullable(acknowledgement);
    }

    Duration acknowledgedAfter() {
        return acknowledgedAfter;
    }

    boolean ephemeral() {
        return deferredEphemeral;
    }

    void acknowledge(Acknowledgement how, Instant when, boolean ephemeral) {
        acknowledgement = how;
        acknowledgedAfter = Duration.between(sentAt, when);
        deferredEphemeral = ephemeral;
    }

    Optional<StoredMessage> original() {
        return Optional.ofNullable(original);
    }

    void original(StoredMessage message) {
        original = message;
    }

    /** How often the bot has written the original reply. */
    int writes() {
        return writes;
    }

    void written() {
        writes++;
    }

    List<StoredMessage> followUps() {
        return followUps;
    }

    List<Choice> choices() {
        return choices;
    }

    void choices(List<Choice> offered) {
        choices = List.copyOf(offered);
    }

    Optional<Modal> modal() {
        return Optional.ofNullable(modal);
    }

    void modal(Modal shown) {
        modal = shown;
    }

    /** What Discord tells about the interaction in a message that answers it. */
    ObjectNode metadata() {
        ObjectNode metadata = Json.object().put("id", id).put("type", kind.number());
        metadata.set("user", user.json());
        metadata.putObject("authorizing_integration_owners").put("0", "0");
        return metadata;
    }
}
