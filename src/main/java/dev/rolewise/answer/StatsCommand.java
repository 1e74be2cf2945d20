package dev.rolewise.answer;

import dev.rolewise.cascade.money.Tally;
import dev.rolewise.cascade.money.TallyTotals;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Reply;
import dev.rolewise.question.Tier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code /stats}: how the questions of a server were answered lately, and to those who may manage it what that cost.
 * Thread-safe.
 */
public final class StatsCommand implements Command {
    private static final Duration LATELY = Duration.ofDays(30);

    private final Tally tally;
    private final FeedbackLog feedback;
    private final Clock clock;

    public StatsCommand(Tally tally, FeedbackLog feedback, Clock clock) {
        this.tally = tally;
        this.feedback = feedback;
        this.clock = clock;
    }

    @Override
    public CommandSpec spec() {
        return new CommandSpec(
                "stats", "How questions were answered here in the last 30 days", List.of(), Optional.empty());
    }

    @Override
    public Audience audience(CommandCall call) {
        return Audience.CALLER;
    }

    @Override
    public Reply run(CommandCall call) {
        Caller caller = call.caller();
        boolean terminal = caller.memberId().equals(Caller.TERMINAL.memberId());
        if (caller.serverId().isEmpty() && !terminal) {
            return Reply.line("These figures belong to a server: please run /stats in one.");
        }
        Instant since = clock.instant().minus(LATELY);
        TallyTotals totals = tally.since(caller.serverId(), since);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(
                (terminal ? "Answers of this installation" : "Answers in this server") + ", last 30 days"));
        if (totals.answers() == 0) {
            blocks.add(new Block.Line(false, Optional.empty(), "None yet. Ask something with /ask, then look again."));
            return new Reply(blocks);
        }
        long all = totals.answers();
        blocks.add(line("Answers", String.format(Locale.ROOT, "%,d", all)));
        blocks.add(line("From the cache", percent(totals.cached(), all)));
        blocks.add(line("Local tier, free of charge", percent(totals.fresh(Tier.LOCAL), all)));
        blocks.add(line("Cheap model", percent(totals.fresh(Tier.CHEAP), all)));
        blocks.add(line("Strong model", percent(totals.fresh(Tier.STRONG), all)));
        totals.saved().ifPresent(saved -> blocks.add(line("Beside always asking the strong model", saving(saved))));
        blocks.add(line("👍", rated(feedback.ratings(caller.serverId(), since))));
        if (caller.manages()) {
            blocks.add(line(
                    "Spent on models",
                    totals.cost().isZero() ? "nothing" : totals.cost().toString()));
        }
        return new Reply(blocks);
    }

    private static Block line(String name, String value) {
        return new Block.Line(true, Optional.of(name), value);
    }

    private static String rated(FeedbackLog.Ratings ratings) {
        if (ratings.all() == 0) {
            return "no ratings yet";
        }
        return percent(ratings.helpful(), ratings.all())
                + (ratings.all() == 1 ? " of 1 rating" : String.format(Locale.ROOT, " of %,d ratings", ratings.all()));
    }

    private static String saving(double saved) {
        long percent = Math.round(100 * saved);
        return percent >= 0 ? percent + "% saved" : -percent + "% more spent";
    }

    private static String percent(long part, long whole) {
        double percent = 100.0 * part / whole;
        return percent > 0 && percent < 1 ? "under 1%" : String.format(Locale.ROOT, "%.0f%%", percent);
    }
}
