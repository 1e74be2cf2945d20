package dev.rolewise.answer;

import dev.rolewise.cascade.money.CostEstimate;
import dev.rolewise.cascade.money.CostQuestion;
import dev.rolewise.cascade.money.MeasuredShares;
import dev.rolewise.cascade.money.Tally;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Option;
import dev.rolewise.command.Reply;
import dev.rolewise.question.Usd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code /cost}: what a month of conversations would cost with nothing saved, and with what is saved here. Thread-safe. */
public final class CostCommand implements Command {
    private static final String USERS = "users";
    private static final String CONVERSATIONS = "conversations";
    private static final String PRICE = "price";

    private final Tally tally;

    public CostCommand(Tally tally) {
        this.tally = tally;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "cost",
                "What a month of a chatbot would cost, with nothing saved and with what is saved here",
                List.of(
                        number(USERS, "How many people use it; 10,000 where it is left out"),
                        number(CONVERSATIONS, "How many conversations each has in a month; 30 where it is left out"),
                        number(PRICE, "What a conversation costs in dollars; 1 where it is left out")),
                Optional.empty());
    }

    @Override
    public Audience audience(CommandCall call) {
        return Audience.CALLER;
    }

    @Override
    public Reply run(CommandCall call) {
        CostQuestion read = CostQuestion.read(call.text(USERS), call.text(CONVERSATIONS), call.text(PRICE));
        if (read instanceof CostQuestion.Refused refused) {
            return Reply.line(refused.text());
        }
        Optional<MeasuredShares> shares = MeasuredShares.of(tally.since(Optional.empty(), Instant.EPOCH));
        return new Reply(blocks(CostEstimate.of((CostQuestion.Asked) read, shares)));
    }

    private static List<Block> blocks(CostEstimate estimate) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("What a month of conversations costs"));
        CostQuestion.Asked asked = estimate.asked();
        blocks.add(new Block.Line(
                false,
                Optional.empty(),
                count(asked.users(), "user") + ", " + count(asked.conversations(), "conversation") + " a month each, "
                        + asked.price() + " a conversation"));
        blocks.add(amount("Nothing saved", estimate.nothingSaved(), "every conversation at its full price"));
        estimate.saved()
                .ifPresentOrElse(
                        saved -> saved(saved, blocks),
                        () -> blocks.add(
                                new Block.Small("Nothing is counted here yet, so what the cache and the cascade save"
                                        + " is not known. Ask some questions, then look again.")));
        return blocks;
    }

    private static void saved(CostEstimate.Saved saved, List<Block> blocks) {
        MeasuredShares shares = saved.shares();
        blocks.add(amount("With the cache", saved.cached(), percent(shares.cached()) + " of the answers come from it"));
        blocks.add(amount(
                "With the cascade too",
                saved.cascaded(),
                percent(shares.local()) + " local, " + percent(shares.cheap()) + " cheap, " + percent(shares.strong())
                        + " strong: together " + percent(shares.paid())
                        + " of what the strong model alone would cost"));
        blocks.add(new Block.Small("As if each conversation went like the " + count(shares.answers(), "answer")
                + " counted here so far."));
    }

    private static Block amount(String name, Usd amount, String why) {
        return new Block.Line(true, Optional.of(name), amount + " a month (" + why + ")");
    }

    private static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d ", number) + thing + (number == 1 ? "" : "s");
    }

    private static String percent(double share) {
        double percent = 100 * share;
        return percent > 0 && percent < 1 ? "under 1%" : Math.round(percent) + "%";
    }

    private static Option number(String name, String description) {
        return new Option(name, description, Option.Kind.NUMBER, false, 0, false);
    }
}
