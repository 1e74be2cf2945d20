package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a bot does in a channel without an interaction: send, read, edit and delete its messages, and open direct ones. */
final class ChannelRoutes {
    private final World world;

    ChannelRoutes(World world) {
        this.world = world;
    }

    Answer answer(Call call) {
        return switch (call.route()) {
            case OPEN_DIRECT_MESSAGE -> open(call);
            case SEND_MESSAGE -> send(call);
            default ->
                world.messages
                        .find(call.parameter("message_id"))
                        .filter(message -> message.channelId().equals(call.parameter("channel_id")))
                        .map(message -> onMessage(message, call))
                        .orElseGet(
                                () -> world.refuse(Violation.Kind.UNKNOWN_TARGET, call, 404, 10008, "Unknown Message"));
        };
    }

    private Answer open(Call call) {
        String recipient = call.body().path("recipient_id").asText();
        ObjectNode channel = Json.object()
                .put("id", world.id("direct", recipient))
                .put("type", 1)
                .putNull("last_message_id");
        channel.putArray("recipients").add(new User(recipient, world.userName(recipient), false).json());
        return Answer.ok(channel);
    }

    private Answer send(Call call) {
        User bot = world.application.bot();
        StoredMessage message = world.messages.draft(call.parameter("channel_id"), bot, bot.id(), 0);
        List<FormFaults.Fault> faults = world.messages.write(message, call.body(), call.uploads(), "message");
        if (!faults.isEmpty()) {
            return world.invalidForm(call.route(), faults);
        }
        if (MessageLimits.isEmpty(message.json())) {
            return world.refuse(Violation.Kind.LIMIT, call, 400, 50006, "Cannot send an empty message");
        }
        world.messages.post(message);
        return Answer.ok(message.json().deepCopy());
    }

    /** A message has one thread at most, which has its id. */
    private Answer startThread(StoredMessage message, Call call) {
        Place.InServer place = world.place(message.channelId());
        if (place.isThread()) {
            return world.refuse(Violation.Kind.LIMIT, call, 400, 50024, "Cannot execute action on this channel type");
        }
        if (world.threadless(place.server())) {
            return world.refuse(Violation.Kind.LIMIT, call, 403, 50013, "Missing Permissions");
        }
        if (message.json().has("thread") || (message.flags() & StoredMessage.EPHEMERAL) != 0) {
            return world.refuse(Violation.Kind.LIMIT, call, 400, 160004, "A thread has already been created");
        }
        Place.InServer thread =
                world.startThread(place, message.id(), call.body().path("name").asText());
        ObjectNode json = world.servers.thread(thread);
        message.json().set("thread", json);
        world.gateway.session(thread).tell(thread.channelId(), "THREAD_CREATE", json.deepCopy());
        return Answer.ok(json.deepCopy());
    }

    private Answer onMessage(StoredMessage message, Call call) {
        return switch (call.route()) {
            case GET_MESSAGE -> Answer.ok(message.json().deepCopy());
            case START_THREAD -> startThread(message, call);
            case DELETE_MESSAGE -> {
                message.delete();
                yield Answer.noContent();
            }
            default -> {
                List<FormFaults.Fault> faults = world.messages.write(message, call.body(), call.uploads(), "message");
                yield faults.isEmpty() ? Answer.ok(message.json().deepCopy()) : world.invalidForm(call.route(), faults);
            }
        };
    }
}
