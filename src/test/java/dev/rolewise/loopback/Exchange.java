package dev.rolewise.loopback;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * One act of a member and the bot's answer to it. Methods that read what the bot has yet to do wait for it, at most the settings'
 * patience, and then throw an {@link AssertionError} that says what is missing.
 */
public final class Exchange {
    private final World world;
    private final Interaction interaction;
    private final String act;

    Exchange(World world, Interaction interaction, String act) {
        this.world = world;
        this.interaction = interaction;
        this.act = act;
    }

    public String id() {
        return interaction.id();
    }

    /** The interaction's token, by which the bot reaches it. */
    public String token() {
        return interaction.token();
    }

    /** Whether the bot has acknowledged by now; does not wait. */
    public boolean acknowledged() {
        return world.changes.read(() -> interaction.acknowledgement().isPresent());
    }

    public Acknowledgement acknowledgement() {
        return await("an acknowledgement", interaction::acknowledgement);
    }

    /** From the act to its acknowledgement, by the settings' clock. */
    public Duration acknowledgedAfter() {
        acknowledgement();
        return world.changes.read(interaction::acknowledgedAfter);
    }

    /** Whether only the member sees the reply; fixed by the acknowledgement. */
    public boolean ephemeral() {
        acknowledgement();
        return world.changes.read(interaction::ephemeral);
    }

    /** The reply, once it is written and no longer "thinking"; for an update, the message that was updated. */
    public Message reply() {
        return reply(message -> true, "a reply");
    }

    /** The reply, once it is as wished; {@code wish} says so in words for the failure. */
    public Message reply(Predicate<Message> wished, String wish) {
        return await(wish, () -> replyNow().filter(wished));
    }

    /** The reply once it is as wished or, where the bot answers beside it, its first follow-up. */
    public Message answer(Predicate<Message> wished, String wish) {
        return await(wish, () -> replyNow().filter(wished).or(() -> followUps().stream()
                .findFirst()));
    }

    /** The reply as it stands; does not wait. */
    public Optional<Message> replyNow() {
        return world.changes.read(() -> interaction
                .original()
                .filter(message -> interaction.writes() > 0 && !message.loading())
                .map(StoredMessage::snapshot));
    }

    /** How often the bot has written the reply, the first time included. */
    public int writes() {
        return world.changes.read(interaction::writes);
    }

    /** The follow-up at this place, from 0. */
    public Message followUp(int index) {
        return await(
                "follow-up " + index, () -> followUps().stream().skip(index).findFirst());
    }

    /** The follow-ups so far, deleted ones included; does not wait. */
    public List<Message> followUps() {
        return world.changes.read(() ->
                interaction.followUps().stream().map(StoredMessage::snapshot).toList());
    }

    /** The suggestions that the bot made; asks for an autocomplete exchange. */
    public List<Choice> choices() {
        expect(Acknowledgement.CHOICES);
        return world.changes.read(interaction::choices);
    }

    /** The modal that the bot showed. */
    public Modal modal() {
        expect(Acknowledgement.MODAL);
        return await("a modal", interaction::modal);
    }

    private void expect(Acknowledgement wished) {
        if (acknowledgement() != wished) {
            throw new AssertionError(act + " was acknowledged by " + acknowledgement() + ", not " + wished);
        }
    }

    private <T> T await(String wish, Supplier<Optional<T>> reading) {
        return world.changes
                .await(world.settings.patience(), reading)
                .orElseThrow(() -> new AssertionError(act + " got no such thing within " + world.settings.patience()
                        + ": " + wish + "; acknowledgement: "
                        + interaction.acknowledgement() + "; reply now: " + replyNow() + "; violations: "
                        + world.violations.all()));
    }

    @Override
    public String toString() {
        return act;
    }
}
