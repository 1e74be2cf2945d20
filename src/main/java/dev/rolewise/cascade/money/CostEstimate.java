package dev.rolewise.cascade.money;

import dev.rolewise.cascade.money.CostQuestion.Asked;
import dev.rolewise.question.Usd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a month of conversations would cost: with nothing saved, and with what this installation's answers say of saving.
 *
 * @param asked how many conversations, and at which price
 * @param nothingSaved each conversation at its full price
 * @param saved what the measured shares make of it; empty where nothing is measured
 */
public record CostEstimate(Asked asked, Usd nothingSaved, Optional<Saved> saved) {
    /**
     * What the measured shares make of it.
     *
     * @param cached only the answers that do not come from the cache are paid for, each in full
     * @param cascaded and of those only what they cost here beside the strong model
     * @param shares what was measured
     */
    public record Saved(Usd cached, Usd cascaded, MeasuredShares shares) {}

    /**
     * Works it out.
     *
     * @param users 1 to a billion
     * @param conversations of each of them in a month, 1 to a billion
     * @param price of a conversation with nothing saved
     * @param shares what was measured here, if anything was
     * @throws IllegalArgumentException where a number is out of its range
     * @throws ArithmeticException where it comes to more than about 9 billion dollars
     */
    public static CostEstimate of(long users, long conversations, Usd price, Optional<MeasuredShares> shares) {
        return of(new Asked(users, conversations, price), shares);
    }

    /** Works out what {@link CostQuestion#read} has read. */
    public static CostEstimate of(Asked asked, Optional<MeasuredShares> shares) {
        Usd whole = asked.price().times(Math.multiplyExact(asked.users(), asked.conversations()));
        return new CostEstimate(asked, whole, shares.map(s -> saved(whole, s)));
    }

    private static Saved saved(Usd whole, MeasuredShares shares) {
        Usd cached = share(whole, 1 - shares.cached());
        return new Saved(cached, share(cached, shares.paid()), shares);
    }

    private static Usd share(Usd whole, double share) {
        return new Usd(Math.round(whole.nanos() * share));
    }

    /**
     * One of the sums.
     *
     * @param name what is saved there, in a word or two
     * @param amount a month
     * @param why what it rests on
     */
    public record Sum(String name, Usd amount, String why) {}

    /** What was asked, in a line. */
    public String question() {
        return String.format(
                Locale.ROOT,
                "%,d users × %,d conversations a month × %s a conversation",
                asked.users(),
                asked.conversations(),
                asked.price());
    }

    /** The sums, dearest first as a rule. */
    public List<Sum> sums() {
        List<Sum> sums = new ArrayList<>();
        sums.add(new Sum("nothing saved", nothingSaved, "every conversation at its full price"));
        saved.ifPresent(s -> {
            MeasuredShares shares = s.shares();
            sums.add(new Sum("cached", s.cached(), percent(shares.cached()) + " of the answers come from the cache"));
            sums.add(new Sum(
                    "cascaded",
                    s.cascaded(),
                    percent(shares.local()) + " local, " + percent(shares.cheap()) + " cheap, "
                            + percent(shares.strong()) + " strong; they cost " + percent(shares.paid())
                            + " of asking the strong model"));
        });
        return sums;
    }

    /** What the sums rest on, in a sentence or two. */
    public String ground() {
        return saved.map(Saved::shares)
                .map(shares -> String.format(
                        Locale.ROOT,
                        "The shares are those of the %,d %s counted here, as if each conversation went like them.",
                        shares.answers(),
                        shares.answers() == 1 ? "answer" : "answers"))
                .orElse("Nothing is counted here yet, so what caching and cascading save is not known. Ask some"
                        + " questions, then look again.");
    }

    /** The estimate in columns, for a font in which all letters are of one width. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(question());
        sums().forEach(sum ->
                lines.add(String.format(Locale.ROOT, "%-14s %12s a month   %s", sum.name(), sum.amount(), sum.why())));
        lines.add(ground());
        return lines;
    }

    private static String percent(double share) {
        double percent = 100 * share;
        return percent > 0 && percent < 1 ? "under 1%" : String.format(Locale.ROOT, "%d%%", Math.round(percent));
    }
}
