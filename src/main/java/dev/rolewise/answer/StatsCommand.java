package dev.rolewise.answer;

import dev.rolewise.cache.CacheFigures;
import dev.rolewise.cache.Eviction;
import dev.rolewise.cache.ReuseGuard.Reason;
import dev.rolewise.cache.ReuseLog;
import dev.rolewise.cascade.money.Tally;
import dev.rolewise.cascade.money.TallyTotals;
import dev.rolewise.command.Audience;
import dev.rolewise.command.Block;
import dev.rolewise.command.Caller;
import dev.rolewise.command.Command;
import dev.rolewise.command.CommandCall;
import dev.rolewise.command.CommandSpec;
import dev.rolewise.command.Reply;
import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Tier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * {@code /stats}: how the questions of a server were answered lately, and to those who may manage it what that cost.
 * Thread-safe.
 */
public final class StatsCommand implements Command {
    private static final Duration LATELY = Duration.ofDays(30);

    private final Tally tally;
    private final FeedbackLog feedback;
    private final ReuseLog reuses;
    private final Supplier<CacheFigures> cache;
    private final Clock clock;

    /** {@code cache} gives what the cache has done since the program started. */
    public StatsCommand(Tally tally, FeedbackLog feedback, ReuseLog reuses, Supplier<CacheFigures> cache, Clock clock) {
        this.tally = tally;
        this.feedback = feedback;
        this.reuses = reuses;
        this.cache = cache;
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
        long inOtherWords = totals.cached(CacheHit.SEMANTIC);
        blocks.add(line(
                "From the cache",
                percent(totals.cached(), all)
                        + (inOtherWords == 0
                                ? ""
                                : " (" + percent(inOtherWords, all) + " in other words than before)")));
        blocks.add(line("Local tier, free of charge", percent(totals.fresh(Tier.LOCAL), all)));
        blocks.add(line("Cheap model", percent(totals.fresh(Tier.CHEAP), all)));
        blocks.add(line("Strong model", percent(totals.fresh(Tier.STRONG), all)));
        totals.saved().ifPresent(saved -> blocks.add(line("Beside always asking the strong model", saving(saved))));
        blocks.add(line("👍", rated(feedback.ratings(caller.serverId(), since))));
        if (caller.manages()) {
            blocks.add(line(
                    "Spent on models",
                    totals.cost().isZero() ? "nothing" : totals.cost().toString()));
            blocks.addAll(cache(since));
        }
        return new Reply(blocks);
    }

    private List<Block> cache(Instant since) {
        CacheFigures figures = cache.get();
        String hits = String.format(
                Locale.ROOT,
                "%,d exact (%,d made by another process), %,d in other words",
                figures.exact(),
                figures.shared(),
                figures.semantic());
        return List.of(
                line("Cache hits since the start, all servers", hits),
                line(
                        "Cache misses",
                        count(figures.misses())
                                + counts("; a near answer was not used for: ", figures.missesByReason(), Reason::id)),
                line(
                        "Kept answers",
                        count(figures.kept()) + counts("; let go for: ", figures.evictions(), Eviction::id)),
                line("Wrong reuse reported", times(reuses.falseReuses(since)) + " in 30 days"));
    }

    private static String times(long number) {
        return number == 1 ? "once" : count(number) + " times";
    }

    /** Each with its name, the largest first; nothing where there is none. */
    private static <E extends Enum<E>> String counts(String before, Map<E, Long> counts, Function<E, String> name) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<E, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> name.apply(e.getKey()) + " " + count(e.getValue()))
                .reduce((x, y) -> x + ", " + y)
                .map(before::concat)
                .orElse("");
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
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
