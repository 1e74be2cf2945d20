package dev.rolewise.server;

import dev.rolewise.cascade.money.ServerBudget;
import dev.rolewise.command.Caller;
import dev.rolewise.question.ServerKnowledge.Mix;
import java.util.List;
import java.util.Optional;

/**
 * What those who manage a server have set.
 *
 * @param channels ids of the channels where the bot answers; empty for all
 * @param quiet whether replies are shown to the caller alone, with a button to share them
 * @param threads whether an answer that everybody sees starts a thread
 * @param mix how the server's documents and the pack's notes go together
 * @param limits how many questions it allows
 * @param budget what it allows to be spent on models
 */
public record ServerSettings(
        List<String> channels, boolean quiet, boolean threads, Mix mix, Limits limits, ServerBudget budget) {
    /** Of a server that has set nothing. */
    public static final ServerSettings DEFAULT =
            new ServerSettings(List.of(), false, false, Mix.BOTH, Limits.NONE, ServerBudget.NONE);

    /**
     * How many questions it allows, besides what the installation does; empty for no wish.
     *
     * @param memberHour by one member in any 60 minutes
     * @param memberDay by one member in a UTC day
     * @param serverDay by all members in a UTC day
     */
    public record Limits(Optional<Integer> memberHour, Optional<Integer> memberDay, Optional<Integer> serverDay) {
        static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ServerSettings {
        channels = List.copyOf(channels);
    }

    /** Whether the bot answers there: in one of the channels, or in a thread of one. */
    public boolean answersIn(Caller caller) {
        return channels.isEmpty()
                || channels.contains(caller.placeId())
                || caller.threadOf().filter(channels::contains).isPresent();
    }
}
