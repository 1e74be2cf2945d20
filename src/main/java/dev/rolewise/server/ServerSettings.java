package dev.rolewise.server;

import dev.rolewise.question.ServerKnowledge.Mix;
import java.util.List;

/**
 * What those who manage a server have set.
 *
 * @param channels ids of the channels where the bot answers; empty for all
 * @param quiet whether replies are shown to the caller alone, with a button to share them
 * @param mix how the server's documents and the pack's notes go together
 */
public record ServerSettings(List<String> channels, boolean quiet, Mix mix) {
    /** Of a server that has set nothing. */
    public static final ServerSettings DEFAULT = new ServerSettings(List.of(), false, Mix.BOTH);

    public ServerSettings {
        channels = List.copyOf(channels);
    }

    /** Whether the bot answers in that channel. */
    public boolean answersIn(String channelId) {
        return channels.isEmpty() || channels.contains(channelId);
    }
}
