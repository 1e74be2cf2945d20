package dev.rolewise.answer;

import dev.rolewise.command.Caller;
import dev.rolewise.question.Answer;
import dev.rolewise.question.Keeping;
import dev.rolewise.question.Tier;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a question is to be answered.
 *
 * @param fresh whether the answer may not come from the cache
 * @param only the one tier that may answer; empty for the one that the question needs
 * @param memberId who asks, and pays of their daily budget; empty at the terminal
 * @param serverId the server that pays likewise; empty outside servers
 * @param keeping what may be kept for the question
 * @param soFar is given an answer that can be shown while a better one is being made; returns at once
 */
public record AskOptions(
        boolean fresh,
        Optional<Tier> only,
        Optional<String> memberId,
        Optional<String> serverId,
        Keeping keeping,
        Consumer<Answer> soFar) {
    /** From the cache where it can, by whichever tier, for nobody in particular. */
    public static final AskOptions PLAIN = of(false, Optional.empty());

    /** For nobody in particular, showing nothing before the answer. */
    public static AskOptions of(boolean fresh, Optional<Tier> only) {
        return new AskOptions(fresh, only, Optional.empty(), Optional.empty(), Keeping.FOR_GOOD, answer -> {});
    }

    /** For a member, who sees what is there so far. */
    public static AskOptions by(Caller caller, Keeping keeping, Consumer<Answer> soFar) {
        boolean terminal = caller.memberId().equals(Caller.TERMINAL.memberId());
        return new AskOptions(
                false,
                Optional.empty(),
                terminal ? Optional.empty() : Optional.of(caller.memberId()),
                caller.serverId(),
                keeping,
                soFar);
    }

    /** The same past the cache. */
    public AskOptions anew() {
        return new AskOptions(true, only, memberId, serverId, keeping, soFar);
    }

    /** The same by one tier alone, past the cache. */
    public AskOptions only(Tier tier) {
        return new AskOptions(true, Optional.of(tier), memberId, serverId, keeping, soFar);
    }
}
