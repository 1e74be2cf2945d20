package dev.rolewise.discord;

import net.dv8tion.jda.api.Permission;

/**
 * The address at which somebody adds the bot to a server. It asks for what replies need and no more: to be in a channel or
 * thread and write there, to start a thread at an answer, and to show previews and pictures in what is written. Nothing in it reads members' messages.
 */
final class InviteLink {
    private static final long PERMISSIONS = Permission.getRaw(
            Permission.VIEW_CHANNEL,
            Permission.MESSAGE_SEND,
            Permission.MESSAGE_SEND_IN_THREADS,
            Permission.CREATE_PUBLIC_THREADS,
            Permission.MESSAGE_EMBED_LINKS,
            Permission.MESSAGE_ATTACH_FILES);

    private InviteLink() {}

    static String of(String applicationId) {
        return "https://discord.com/oauth2/authorize?client_id=" + applicationId
                + "&scope=bot+applications.commands&permissions=" + PERMISSIONS;
    }
}
