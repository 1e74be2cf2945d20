package dev.rolewise.discord;

import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.entities.emoji.Emoji;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;

/**
 * The button below a reply that everybody sees, with which whoever asked takes it away again; members who may manage
 * messages can too. Who asked is what Discord says about the message, since ids of buttons can be forged.
 */
final class DeleteButton {
    /** No action has this id: an encoded action holds colons. */
    static final String ID = "delete-reply";

    static final Button BUTTON = Button.secondary(ID, "Delete").withEmoji(Emoji.fromUnicode("🗑️"));

    private DeleteButton() {}

    static void press(ButtonInteractionEvent press, String what) {
        if (!asked(press) && !managesMessages(press)) {
            Notice.NOT_YOURS.tell(press, what);
            return;
        }
        press.deferEdit()
                .queue(
                        hook -> hook.deleteOriginal().queue(null, RestFailures.logged("delete for " + what)),
                        RestFailures.logged("acknowledge " + what));
    }

    private static boolean asked(ButtonInteractionEvent press) {
        Message.InteractionMetadata origin = press.getMessage().getInteractionMetadata();
        return origin != null && origin.getUser().getIdLong() == press.getUser().getIdLong();
    }

    private static boolean managesMessages(ButtonInteractionEvent press) {
        Member member = press.getMember();
        return member != null
                && press.getChannel() instanceof GuildChannel channel
                && member.hasPermission(channel, Permission.MESSAGE_MANAGE);
    }
}
