package dev.rolewise.discord;

import dev.rolewise.command.Caller;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.Option;
import dev.rolewise.command.Upload;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.entities.channel.concrete.ThreadChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildChannel;
import net.dv8tion.jda.api.events.interaction.command.MessageContextInteractionEvent;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;
import net.dv8tion.jda.api.interactions.commands.OptionType;

/** Interactions as the callers and calls that commands know. */
final class Calls {
    private Calls() {}

    static Caller caller(Interaction interaction) {
        return new Caller(
                interaction.getUser().getId(),
                Optional.ofNullable(interaction.getGuild()).map(server -> server.getId()),
                Long.toUnsignedString(interaction.getChannelIdLong()),
                threadOf(interaction),
                manages(interaction));
    }

    private static Optional<String> threadOf(Interaction interaction) {
        return interaction.getChannel() instanceof ThreadChannel thread && !thread.isDetached()
                ? Optional.of(thread.getParentChannel().getId())
                : Optional.empty();
    }

    /** Discord computes a member's rights in the channel and sends them with each interaction. */
    private static boolean manages(Interaction interaction) {
        Member member = interaction.getMember();
        return member != null
                && interaction.getChannel() instanceof GuildChannel channel
                && member.hasPermission(channel, Permission.MANAGE_SERVER);
    }

    static CommandCall of(SlashCommandInteractionEvent event, AttachmentHosts attachments) {
        Map<String, String> texts = new HashMap<>();
        Map<String, Boolean> flags = new HashMap<>();
        Map<String, Upload> files = new HashMap<>();
        for (OptionMapping option : event.getOptions()) {
            if (option.getType() == OptionType.BOOLEAN) {
                flags.put(option.getName(), option.getAsBoolean());
            } else if (option.getType() == OptionType.STRING) {
                texts.put(option.getName(), option.getAsString());
            } else if (option.getType() == OptionType.NUMBER) {
                texts.put(option.getName(), plain(option.getAsDouble()));
            } else if (option.getType() == OptionType.ATTACHMENT) {
                files.put(option.getName(), CdnUpload.of(option.getAsAttachment(), attachments));
            }
        }
        return new CommandCall(caller(event), Optional.ofNullable(event.getSubcommandName()), texts, flags, files);
    }

    /** As a person would type it: no exponent, and no ending of noughts. */
    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /** The message's text as the first text option; empty where the message has no text. */
    static Optional<CommandCall> onMessage(MessageContextInteractionEvent event, Iterable<Option> options) {
        String text = event.getTarget().getContentRaw();
        if (Markdown.isBlank(text)) {
            return Optional.empty();
        }
        for (Option option : options) {
            if (option.kind() == Option.Kind.TEXT) {
                return Optional.of(new CommandCall(caller(event), Map.of(option.name(), text), Map.of()));
            }
        }
        return Optional.of(new CommandCall(caller(event), Map.of(), Map.of()));
    }
}
