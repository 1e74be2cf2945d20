package dev.rolewise.loopback;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a bot does by an interaction's token after the acknowledgement: follow up, and read, edit and delete its replies. */
final class WebhookRoutes {
    private static final String ORIGINAL = "@original";

    private final World world;

    WebhookRoutes(World world) {
        this.world = world;
    }

    Answer answer(Call call) {
        Optional<Interaction> known = world.interactionByToken(call.parameter("webhook_token"))
                .filter(interaction -> call.parameter("webhook_id").equals(world.application.id()));
        if (known.isEmpty()) {
            return world.refuse(Violation.Kind.UNKNOWN_TARGET, call, 404, 10015, "Unknown Webhook");
        }
        Interaction interaction = known.get();
        if (interaction.acknowledgement().isEmpty()) {
            return world.refuse(Violation.Kind.WEBHOOK_TOO_EARLY, call, 404, 10015, "Unknown Webhook");
        }
        Duration age = Duration.between(interaction.sentAt(), call.receivedAt());
        if (age.compareTo(world.settings.tokenLifetime()) > 0) {
            return world.refuse(Violation.Kind.TOKEN_EXPIRED, call, 401, 50027, "Invalid Webhook Token");
        }
        if (call.route() == Route.FOLLOW_UP) {
            return followUp(interaction, call);
        }
        return target(interaction, call.parameter("message_id"))
                .map(message -> onMessage(interaction, message, call))
                .orElseGet(() -> world.refuse(Violation.Kind.UNKNOWN_TARGET, call, 404, 10008, "Unknown Message"));
    }

    private static Optional<StoredMessage> target(Interaction interaction, String id) {
        Stream<StoredMessage> own = Stream.concat(interaction.original().stream(), interaction.followUps().stream());
        return id.equals(ORIGINAL)
                ? interaction.original().filter(message -> !message.deleted())
                : own.filter(message -> message.id().equals(id) && !message.deleted())
                        .findFirst();
    }

    private Answer onMessage(Interaction interaction, StoredMessage message, Call call) {
        return switch (call.route()) {
            case GET_REPLY -> Answer.ok(message.json().deepCopy());
            case DELETE_REPLY -> {
                message.delete();
                yield Answer.noContent();
            }
            default -> edit(interaction, message, call);
        };
    }

    private Answer edit(Interaction interaction, StoredMessage message, Call call) {
        List<FormFaults.Fault> faults = world.messages.write(message, call.body(), call.uploads(), "message");
        if (!faults.isEmpty()) {
            return world.invalidForm(call.route(), faults);
        }
        if (interaction.original().filter(original -> original == message).isPresent()) {
            interaction.written();
        }
        return Answer.ok(message.json().deepCopy());
    }

    /** The first follow-up completes a deferred reply that is not deleted, ephemeral or not as it was deferred. */
    private Answer followUp(Interaction interaction, Call call) {
        Optional<StoredMessage> loading =
                interaction.original().filter(StoredMessage::loading).filter(m -> !m.deleted());
        if (loading.isPresent()) {
            return edit(interaction, loading.get(), call);
        }
        int flags = call.body().path("flags").asInt() & StoredMessage.EPHEMERAL;
        StoredMessage message = world.draftFor(interaction, flags);
        List<FormFaults.Fault> faults = world.messages.write(message, call.body(), call.uploads(), "message");
        if (!faults.isEmpty()) {
            return world.invalidForm(call.route(), faults);
        }
        if (MessageLimits.isEmpty(message.json())) {
            return world.refuse(Violation.Kind.LIMIT, call, 400, 50006, "Cannot send an empty message");
        }
        interaction.followUps().add(message);
        world.messages.post(message);
        return Answer.ok(message.json().deepCopy());
    }
}
