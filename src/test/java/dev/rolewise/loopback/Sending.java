package dev.rolewise.loopback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an INTERACTION_CREATE event of a member's act and sends it to the bot. */
final class Sending {
    private static final long BOT_PERMISSIONS = 1L << 10 | 1L << 11 | 1L << 14 | 1L << 15 | 1L << 16;
    private static final int ATTACHMENT_BYTES = 10 << 20;

    private Sending() {}

    static Exchange command(World world, Member member, Interaction.Kind kind, ObjectNode data, String act) {
        return send(world, member, world.begin(kind, member.place(), member.user(), null), data, act);
    }

    static Exchange component(World world, Member member, StoredMessage source, ObjectNode data, String act) {
        Interaction.Kind kind = Interaction.Kind.COMPONENT;
        return send(world, member, world.begin(kind, member.place(), member.user(), source), data, act);
    }

    static Exchange modal(World world, Member member, Modal modal, ObjectNode data) {
        @Nullable
        StoredMessage source =
                modal.sourceMessageId().flatMap(world.messages::find).orElse(null);
        Interaction interaction = world.begin(Interaction.Kind.MODAL_SUBMIT, member.place(), member.user(), source);
        return send(world, member, interaction, data, "submitting \"" + modal.title() + "\"");
    }

    private static Exchange send(World world, Member member, Interaction interaction, ObjectNode data, String act) {
        ObjectNode event = Json.object()
                .put("id", interaction.id())
                .put("application_id", world.application.id())
                .put("type", interaction.kind().number())
                .put("token", interaction.token())
                .put("version", 1)
                .put("locale", "en-US")
                .put("app_permissions", Long.toString(BOT_PERMISSIONS))
                .put("attachment_size_limit", ATTACHMENT_BYTES);
        event.putArray("entitlements");
        event.set("data", data);
        member.place().describe(event, member.user(), world.application.bot(), member.permissions());
        Optional<StoredMessage> source = interaction.source();
        source.ifPresent(message -> event.set("message", message.json().deepCopy()));
        GatewaySession session = world.gateway.session(member.place());
        if (world.settings.tellsOfServers() && member.place() instanceof Place.InServer here) {
            world.servers.tell(session, here, member.permissions());
            event.withObjectProperty("member")
                    .withArrayProperty("roles")
                    .add(world.servers.roleId(here, member.permissions()));
        }
        session.dispatch("INTERACTION_CREATE", event);
        return new Exchange(world, interaction, act);
    }

    /** Stores a member's file and describes it in the {@code resolved} data; gives its id. */
    static String attach(World world, ObjectNode data, Upload upload) {
        String id = world.messages.keep(upload);
        String url = world.application.httpUrl() + "attachments/0/" + id + "/" + upload.fileName();
        data.withObjectProperty("resolved")
                .withObjectProperty("attachments")
                .set(id, Attachments.describe(id, upload, url).put("ephemeral", true));
        return id;
    }
}
