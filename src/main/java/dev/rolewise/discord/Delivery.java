package dev.rolewise.discord;

import dev.rolewise.command.Reply;
import java.util.EnumSet;
import java.util.List;
import net.dv8tion.jda.api.components.container.Container;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Message.MentionType;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IMessageEditCallback;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.restaction.interactions.ReplyCallbackAction;

/** How the replies to one interaction reach the place where they stand. Nothing is sent before it is queued. Thread-safe. */
final class Delivery {
    private final IReplyCallback interaction;
    private final Standing standing;
    private volatile boolean originalGone;

    Delivery(IReplyCallback interaction, Standing standing) {
        this.interaction = interaction;
        this.standing = standing;
    }

    /** Answers an interaction that nobody has acknowledged yet; only the caller sees it. */
    static ReplyCallbackAction atOnce(IReplyCallback interaction, Reply reply) {
        return interaction
                .replyComponents(ReplyRenderer.render(reply, false))
                .useComponentsV2()
                .setEphemeral(true)
                .setAllowedMentions(EnumSet.noneOf(MentionType.class));
    }

    /** Tells Discord that a reply will come. */
    RestAction<InteractionHook> acknowledge() {
        return standing.inPlace() && interaction instanceof IMessageEditCallback source
                ? source.deferEdit()
                : interaction.deferReply(!standing.visible());
    }

    /** Whether what the reply shows may stand where the last one will. */
    boolean showsBefore(Reply interim) {
        return !interim.aside();
    }

    /** What is there so far; it can be replaced, and not be deleted by a button. */
    RestAction<?> interim(Reply reply) {
        return edit(ReplyRenderer.render(reply, false));
    }

    /** The reply itself. */
    RestAction<?> last(Reply reply) {
        if (!reply.aside()) {
            return edit(ReplyRenderer.render(reply, standing.visible()));
        }
        if (standing.inPlace()) {
            return followUp(reply);
        }
        return standing.visible() ? insteadOfOriginal(reply) : edit(ReplyRenderer.render(reply, false));
    }

    /** What follows once the reply is there: the thread that it starts. */
    void delivered(Reply reply, Object sent) {
        if (standing.visible() && !reply.aside() && sent instanceof Message message) {
            standing.thread().ifPresent(thread -> thread.startAt(message.getIdLong()));
        }
    }

    /** A word of the surface's own; where a message already stands in the place, beside it. */
    RestAction<?> notice(Reply reply) {
        return standing.inPlace() || originalGone
                ? followUp(reply)
                : edit(ReplyRenderer.render(reply, standing.visible()));
    }

    /** Discord turns the first follow-up into the public reply that was announced, unless that is deleted before. */
    private RestAction<?> insteadOfOriginal(Reply reply) {
        return hook().deleteOriginal().flatMap(deleted -> {
            originalGone = true;
            return followUp(reply);
        });
    }

    private RestAction<?> edit(Container container) {
        return hook().editOriginalComponents(container)
                .useComponentsV2()
                .setAttachments(List.of())
                .setAllowedMentions(EnumSet.noneOf(MentionType.class));
    }

    private RestAction<Message> followUp(Reply reply) {
        return hook().sendMessageComponents(ReplyRenderer.render(reply, false))
                .useComponentsV2()
                .setEphemeral(true)
                .setAllowedMentions(EnumSet.noneOf(MentionType.class));
    }

    private InteractionHook hook() {
        return interaction.getHook();
    }
}
