package dev.rolewise.loopback;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** How the bot acknowledged an interaction. */
public enum Acknowledgement {
    MESSAGE(4),
    /** The member sees "thinking" until the bot edits or follows up. */
    DEFERRED_MESSAGE(5),
    /** The member sees nothing; the message of the component may be edited. */
    DEFERRED_UPDATE(6),
    /** The message of the component was edited. */
    UPDATE(7),
    CHOICES(8),
    MODAL(9);

    private static final Set<Acknowledgement> OF_COMMAND = Set.of(MESSAGE, DEFERRED_MESSAGE, MODAL);
    private static final Set<Acknowledgement> OF_COMPONENT =
            Set.of(MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE, MODAL);

    private final int number;

    Acknowledgement(int number) {
        this.number = number;
    }

    static Optional<Acknowledgement> of(int number) {
        return Arrays.stream(values()).filter(value -> value.number == number).findFirst();
    }

    int number() {
        return number;
    }

    boolean defers() {
        return this == DEFERRED_MESSAGE || this == DEFERRED_UPDATE;
    }

    boolean updatesSource() {
        return this == DEFERRED_UPDATE || this == UPDATE;
    }

    boolean fits(Interaction interaction) {
        return switch (interaction.kind()) {
            case COMMAND -> OF_COMMAND.contains(this);
            case AUTOCOMPLETE -> this == CHOICES;
            case COMPONENT -> OF_COMPONENT.contains(this);
            case MODAL_SUBMIT ->
                this != MODAL
                        && OF_COMPONENT.contains(this)
                        && (!updatesSource() || interaction.source().isPresent());
        };
    }
}
