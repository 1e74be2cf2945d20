package dev.rolewise.replay;

import dev.rolewise.question.Receipt.CacheHit;
import dev.rolewise.question.Tier;
import dev.rolewise.question.Usd;
import dev.rolewise.replay.Draw.Drawn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Ways to answer the same questions, side by side. Ways that were not run are put together from those that were: as a model
 * says the same to the same prompt, a question costs in them what it cost there.
 */
public final class ReplayTable {
    private final List<Drawn> questions;
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, List<Served> served, Optional<Duration> took) {}

    public ReplayTable(List<Drawn> questions) {
        this.questions = List.copyOf(questions);
    }

    /** A way that was run. */
    public void add(String name, List<Served> served, Duration took) {
        rows.add(new Row(name, served, Optional.of(took)));
    }

    /** A way that is put together. */
    public void add(String name, List<Served> served) {
        rows.add(new Row(name, served, Optional.empty()));
    }

    /** {@code fresh}, but from the cache where {@code ours} came from there. */
    public static List<Served> behindOurCache(List<Served> ours, List<Served> fresh) {
        return IntStream.range(0, ours.size())
                .mapToObj(i -> ours.get(i).cached() ? fresh.get(i).again(ours.get(i)) : fresh.get(i))
                .toList();
    }

    /** No cache; by lot as many by the strong tier as in {@code ours}, the others by the cheap one. */
    public static List<Served> byLot(List<Served> ours, List<Served> strong, List<Served> cheap, long seed) {
        double share = share(ours, s -> s.tier() == Tier.STRONG && !s.cached());
        Random random = new Random(seed);
        return IntStream.range(0, ours.size())
                .mapToObj(i -> random.nextDouble() < share ? strong.get(i) : cheap.get(i))
                .toList();
    }

    /**
     * What ours does, but the tier of an answer that the cache does not have is drawn by lot, as often each as in ours; a
     * refusal is one there too.
     */
    public static List<Served> byLotBehindOurCache(
            List<Served> ours, List<Served> strong, List<Served> cheap, long seed) {
        List<Served> routed =
                ours.stream().filter(s -> !s.cached() && s.answered()).toList();
        double toStrong = share(routed, s -> s.tier() == Tier.STRONG);
        double toCheap = share(routed, s -> s.tier() == Tier.CHEAP);
        Random random = new Random(seed);
        return IntStream.range(0, ours.size())
                .mapToObj(i -> {
                    double drawn = random.nextDouble();
                    Served served = drawn < toStrong
                            ? strong.get(i)
                            : drawn < toStrong + toCheap
                                    ? cheap.get(i)
                                    : strong.get(i).locally();
                    return ours.get(i).cached() ? served.again(ours.get(i)) : served;
                })
                .toList();
    }

    /** What a way cost. */
    public static Usd cost(List<Served> served) {
        return new Usd(served.stream().mapToLong(Served::nanos).sum());
    }

    /** The table; {@code base} is the name of the way that the others are measured by. */
    public List<String> lines(String base) {
        long whole = rows.stream()
                .filter(row -> row.name().equals(base))
                .mapToLong(row -> cost(row.served()).nanos())
                .findFirst()
                .orElseThrow();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-34s %9s %7s %7s %8s %7s %7s %7s %7s %9s %7s %7s %8s %8s %7s",
                "",
                "cost",
                "of base",
                "exact",
                "semantic",
                "local",
                "cheap",
                "strong",
                "calls",
                "answered",
                "right¹",
                "kept",
                "complex²",
                "simple²",
                "time"));
        rows.forEach(row -> lines.add(line(row, whole)));
        lines.add("¹ of the questions whose label says what an answer has to hold, or that there is none");
        lines.add("² answers to questions labelled complex, and to the others, that the strong model made");
        return lines;
    }

    private String line(Row row, long whole) {
        List<Served> served = row.served();
        int claims = served.stream().mapToInt(Served::claims).sum();
        return String.format(
                Locale.ROOT,
                "%-34s %9s %7s %7s %8s %7s %7s %7s %,7d %,9d %7s %7s %8s %8s %7s",
                row.name(),
                cost(served),
                percent((double) cost(served).nanos() / whole),
                percent(share(served, s -> s.from().equals(Optional.of(CacheHit.EXACT)))),
                percent(share(served, s -> s.from().equals(Optional.of(CacheHit.SEMANTIC)))),
                percent(fresh(served, Tier.LOCAL)),
                percent(fresh(served, Tier.CHEAP)),
                percent(fresh(served, Tier.STRONG)),
                served.stream().mapToInt(Served::calls).sum(),
                served.stream().filter(Served::answered).count(),
                percent(right(served)),
                claims == 0
                        ? "–"
                        : percent(
                                (double) served.stream().mapToInt(Served::kept).sum() / claims),
                percent(byStrong(served, true)),
                percent(byStrong(served, false)),
                row.took().map(took -> took.toSeconds() + " s").orElse("–"));
    }

    private double byStrong(List<Served> served, boolean complex) {
        List<Served> of = IntStream.range(0, served.size())
                .filter(i -> questions.get(i).complex() == complex)
                .mapToObj(served::get)
                .filter(Served::answered)
                .toList();
        return share(of, s -> s.tier() == Tier.STRONG);
    }

    private double right(List<Served> served) {
        List<Served> of = IntStream.range(0, served.size())
                .filter(i -> questions.get(i).label().tells())
                .mapToObj(served::get)
                .toList();
        return share(of, Served::right);
    }

    /**
     * The answers that were reused for a question of another line, each pair once, and by label how many are wrong: the
     * lines are about different things, or the answer is not what the label asks for where that of {@code alone}, which
     * reuses none, is.
     */
    public List<String> reuses(List<Served> ours, List<Served> alone) {
        Map<String, Drawn> byText = new HashMap<>();
        questions.forEach(question -> byText.putIfAbsent(question.text(), question));
        Set<String> pairs = new TreeSet<>();
        int wrong = 0;
        for (int i = 0; i < ours.size(); i++) {
            Drawn asked = questions.get(i);
            Optional<String> madeFor = ours.get(i).madeFor();
            Optional<Drawn> first = madeFor.map(byText::get);
            if (madeFor.isPresent() && (first.isEmpty() || first.get().line() != asked.line())) {
                boolean bad = first.filter(f -> f.label().isOfAnotherIntentThan(asked.label()))
                                .isPresent()
                        || (alone.get(i).right() && !ours.get(i).right());
                wrong += bad ? 1 : 0;
                pairs.add((bad ? "wrong by label: " : "") + asked.text() + " ⇐ " + madeFor.get());
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "Reused for a question of another line: %d different pairs; wrong by label: %d answers.",
                pairs.size(),
                wrong));
        pairs.forEach(pair -> lines.add("  " + pair));
        return lines;
    }

    private static double fresh(List<Served> served, Tier tier) {
        return share(served, s -> !s.cached() && s.tier() == tier);
    }

    private static double share(List<Served> served, Predicate<Served> which) {
        return served.isEmpty() ? 0 : (double) served.stream().filter(which).count() / served.size();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
