package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The acknowledgement of an interaction: once, in time, and of a kind that fits it. */
final class CallbackRoute {
    private static final int COMMAND_REPLY = 20;

    private final World world;

    CallbackRoute(World world) {
        this.world = world;
    }

    Answer answer(Call call) {
        Optional<Interaction> known = world.interaction(call.parameter("interaction_id"))
                .filter(interaction -> interaction.token().equals(call.parameter("interaction_token")));
        if (known.isEmpty()) {
            return world.refuse(Violation.Kind.UNKNOWN_TARGET, call, 404, 10062, "Unknown interaction");
        }
        Interaction interaction = known.get();
        if (interaction.acknowledgement().isPresent()) {
            String twice = "Interaction has already been acknowledged.";
            return world.refuse(Violation.Kind.ACKNOWLEDGED_TWICE, call, 400, 40060, twice);
        }
        Duration age = Duration.between(interaction.sentAt(), call.receivedAt());
        if (age.compareTo(world.settings.ackLimit()) > 0) {
            return world.refuse(Violation.Kind.ACKNOWLEDGED_TOO_LATE, call, 404, 10062, "Unknown interaction");
        }
        return Acknowledgement.of(call.body().path("type").asInt())
                .filter(how -> how.fits(interaction))
                .map(how -> acknowledge(interaction, how, call))
                .orElseGet(() -> world.refuse(
                        Violation.Kind.WRONG_ACKNOWLEDGEMENT,
                        call,
                        400,
                        50035,
                        "Callback type " + call.body().path("type") + " does not fit a " + interaction.kind()));
    }

    private Answer acknowledge(Interaction interaction, Acknowledgement how, Call call) {
        JsonNode data = call.body().path("data");
        List<FormFaults.Fault> faults =
                switch (how) {
                    case MESSAGE, DEFERRED_MESSAGE -> reply(interaction, how, call);
                    case DEFERRED_UPDATE, UPDATE -> update(interaction, how, call);
                    case CHOICES -> choices(interaction, data);
                    case MODAL -> modal(interaction, data);
                };
        if (!faults.isEmpty()) {
            return world.invalidForm(Route.CALLBACK, faults);
        }
        boolean ephemeral = how.updatesSource()
                ? interaction
                                .source()
                                .map(message -> message.flags() & StoredMessage.EPHEMERAL)
                                .orElse(0)
                        != 0
                : (data.path("flags").asInt() & StoredMessage.EPHEMERAL) != 0;
        interaction.acknowledge(how, call.receivedAt(), ephemeral);
        return call.asks("with_response") ? Answer.ok(response(interaction, how)) : Answer.noContent();
    }

    private List<FormFaults.Fault> reply(Interaction interaction, Acknowledgement how, Call call) {
        JsonNode data = call.body().path("data");
        int flags = data.path("flags").asInt() & StoredMessage.EPHEMERAL;
        StoredMessage message = draft(interaction, how.defers() ? flags | StoredMessage.LOADING : flags);
        if (!how.defers()) {
            List<FormFaults.Fault> faults = world.messages.write(message, data, call.uploads(), "data");
            if (!faults.isEmpty()) {
                return faults;
            }
            if (MessageLimits.isEmpty(message.json())) {
                return List.of(new FormFaults.Fault("data", "Cannot send an empty message."));
            }
            interaction.written();
        }
        world.messages.post(message);
        interaction.original(message);
        return List.of();
    }

    private StoredMessage draft(Interaction interaction, int flags) {
        StoredMessage message = world.draftFor(interaction, flags);
        message.json().put("type", interaction.kind() == Interaction.Kind.COMMAND ? COMMAND_REPLY : 0);
        return message;
    }

    private List<FormFaults.Fault> update(Interaction interaction, Acknowledgement how, Call call) {
        StoredMessage source = interaction.source().orElseThrow();
        interaction.original(source);
        if (how.defers()) {
            return List.of();
        }
        List<FormFaults.Fault> faults = world.messages.write(source, call.body().path("data"), call.uploads(), "data");
        if (faults.isEmpty()) {
            interaction.written();
        }
        return faults;
    }

    private static List<FormFaults.Fault> choices(Interaction interaction, JsonNode data) {
        List<FormFaults.Fault> faults = ChoiceLimits.check(data);
        if (faults.isEmpty()) {
            interaction.choices(Json.objects(data.path("choices")).stream()
                    .map(choice -> new Choice(
                            choice.path("name").asText(), choice.path("value").asText()))
                    .toList());
        }
        return faults;
    }

    private static List<FormFaults.Fault> modal(Interaction interaction, JsonNode data) {
        List<FormFaults.Fault> faults = ModalLimits.check(data);
        if (faults.isEmpty()) {
            interaction.modal(
                    new Modal(data, interaction.source().map(StoredMessage::id).orElse(null)));
        }
        return faults;
    }

    private ObjectNode response(Interaction interaction, Acknowledgement how) {
        ObjectNode response = Json.object();
        ObjectNode about = response.putObject("interaction")
                .put("id", interaction.id())
                .put("type", interaction.kind().number())
                .put("channel_id", interaction.place().channelId());
        ObjectNode resource = response.putObject("resource").put("type", how.number());
        interaction.original().ifPresent(message -> {
            about.put("response_message_id", message.id())
                    .put("response_message_loading", message.loading())
                    .put("response_message_ephemeral", (message.flags() & StoredMessage.EPHEMERAL) != 0);
            if (how != Acknowledgement.DEFERRED_UPDATE) {
                resource.set("message", message.json().deepCopy());
            }
        });
        return response;
    }
}
