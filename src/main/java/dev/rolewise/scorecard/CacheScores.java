package dev.rolewise.scorecard;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rolewise.cache.ReuseGuard;
import dev.rolewise.cache.ReuseGuard.Verdict;
import dev.rolewise.question.QuestionProfile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How often an answer was rightly and wrongly reused, beside what likeness of embeddings alone would do.
 *
 * @param labelled of the pairs that say whether one answer serves both; empty where none does
 * @param mixed each second question asked with all first ones kept, by every way to decide; the guard's first
 * @param rightByKind right decisions and all, by "same: kind" or "differs: kind"
 * @param misses why the guard did not reuse, by reason
 * @param failed wrong reuses, in the order of the input
 */
public record CacheScores(
        List<Labelled> labelled,
        List<Mixed> mixed,
        Map<String, int[]> rightByKind,
        Map<String, Integer> misses,
        List<Scores.Failure> failed) {
    private static final double[] PLAIN = {0.95, 0.90, 0.85, 0.80};
    private static final int NEAREST = 20;

    /** A pair with what was understood and decided. */
    record Judged(CachePair pair, QuestionProfile kept, QuestionProfile asked, Verdict verdict) {}

    /** How one way to decide did on labelled pairs. */
    record Labelled(String way, int reusedRight, int reusedWrong, int missed, int kept) {
        Optional<BigDecimal> precision() {
            return Scores.share(reusedRight, reusedRight + reusedWrong);
        }

        Optional<BigDecimal> recall() {
            return Scores.share(reusedRight, reusedRight + missed);
        }

        Optional<BigDecimal> wrongShare() {
            return Scores.share(reusedWrong, reusedWrong + kept);
        }
    }

    /** How one way to decide did with all first questions kept. */
    record Mixed(String way, int correct, int wrong, int miss) {}

    static CacheScores of(List<Judged> judged, ReuseGuard guard) {
        List<Judged> known =
                judged.stream().filter(j -> j.pair().same().isPresent()).toList();
        List<Labelled> labelled = new ArrayList<>();
        if (!known.isEmpty()) {
            labelled.add(labelled("guard", known, j -> j.verdict().reuse()));
            for (double threshold : PLAIN) {
                labelled.add(labelled(plain(threshold), known, j -> j.verdict().similarity() >= threshold));
            }
        }
        return new CacheScores(labelled, mixed(judged, guard), byKind(known), misses(judged), failed(known));
    }

    private interface Decision {
        boolean reuses(Judged judged);
    }

    private static Labelled labelled(String way, List<Judged> known, Decision decision) {
        int[] counts = new int[4];
        for (Judged j : known) {
            boolean same = j.pair().same().orElseThrow();
            counts[(same ? 0 : 1) + (decision.reuses(j) ? 0 : 2)]++;
        }
        return new Labelled(way, counts[0], counts[1], counts[2], counts[3]);
    }

    /** A pair that is labelled as different counts as nobody's: reusing its own {@code a} is wrong too. */
    private static List<Mixed> mixed(List<Judged> judged, ReuseGuard guard) {
        int ways = 1 + PLAIN.length;
        int[][] counts = new int[ways][3];
        for (Judged asked : judged) {
            record Near(Judged kept, double cosine) {}
            List<Near> nearest = judged.stream()
                    .map(j -> new Near(
                            j, j.kept().embedding().cosine(asked.asked().embedding())))
                    .sorted(Comparator.comparingDouble(Near::cosine).reversed())
                    .limit(NEAREST)
                    .toList();
            Optional<Judged> guarded = nearest.stream()
                    .map(Near::kept)
                    .filter(kept -> guard.check(kept.kept(), asked.asked()).reuse())
                    .findFirst();
            counts[0][outcome(guarded, asked)]++;
            for (int i = 0; i < PLAIN.length; i++) {
                double threshold = PLAIN[i];
                Optional<Judged> plain = nearest.stream()
                        .limit(1)
                        .filter(near -> near.cosine() >= threshold)
                        .map(Near::kept)
                        .findFirst();
                counts[i + 1][outcome(plain, asked)]++;
            }
        }
        List<Mixed> mixed = new ArrayList<>();
        for (int i = 0; i < ways; i++) {
            mixed.add(new Mixed(i == 0 ? "guard" : plain(PLAIN[i - 1]), counts[i][0], counts[i][1], counts[i][2]));
        }
        return mixed;
    }

    /** 0 where the right answer was reused, 1 where a wrong one was, 2 where none was. */
    private static int outcome(Optional<Judged> reused, Judged asked) {
        if (reused.isEmpty()) {
            return 2;
        }
        boolean own = reused.get().pair().a().equals(asked.pair().a());
        return own && asked.pair().same().orElse(true) ? 0 : 1;
    }

    private static Map<String, int[]> byKind(List<Judged> known) {
        Map<String, int[]> kinds = new TreeMap<>();
        for (Judged j : known) {
            boolean same = j.pair().same().orElseThrow();
            int[] counts = kinds.computeIfAbsent(
                    (same ? "same: " : "differs: ") + j.pair().kind(), kind -> new int[2]);
            counts[0] += j.verdict().reuse() == same ? 1 : 0;
            counts[1]++;
        }
        return kinds;
    }

    private static Map<String, Integer> misses(List<Judged> judged) {
        Map<String, Integer> misses = new TreeMap<>();
        judged.stream()
                .filter(j -> !j.verdict().reuse())
                .forEach(j -> misses.merge(j.verdict().reason().id(), 1, Integer::sum));
        return Collections.unmodifiableMap(new LinkedHashMap<>(misses));
    }

    private static List<Scores.Failure> failed(List<Judged> known) {
        return known.stream()
                .filter(j -> j.verdict().reuse() && !j.pair().same().orElseThrow())
                .map(j -> new Scores.Failure(
                        j.pair().id().asText(),
                        "wrong reuse (" + j.pair().kind() + "): " + j.pair().a() + " | "
                                + j.pair().b()))
                .toList();
    }

    private static String plain(double threshold) {
        return String.format(Locale.ROOT, "similarity %.2f", threshold);
    }

    /** For people. */
    public String table() {
        StringBuilder table = new StringBuilder();
        failed.forEach(f -> line(table, "  %s: %s", f.id(), f.why()));
        if (!labelled.isEmpty()) {
            line(
                    table,
                    "%-18s%12s%18s%17s%14s",
                    "pair by pair",
                    "false_reuse",
                    "false_reuse_rate",
                    "reuse_precision",
                    "reuse_recall");
            labelled.forEach(l -> line(
                    table,
                    "%-18s%12d%18s%17s%14s",
                    l.way(),
                    l.reusedWrong(),
                    shown(l.wrongShare()),
                    shown(l.precision()),
                    shown(l.recall())));
            rightByKind.forEach((kind, counts) -> line(table, "  %-28s%d/%d", kind, counts[0], counts[1]));
        }
        line(table, "%-18s%12s%12s%12s", "all a kept", "correct", "wrong", "miss");
        mixed.forEach(m -> line(table, "%-18s%12d%12d%12d", m.way(), m.correct(), m.wrong(), m.miss()));
        line(table, "misses by reason: %s", misses);
        return table.toString().stripTrailing();
    }

    private static void line(StringBuilder table, String format, Object... values) {
        table.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String shown(Optional<BigDecimal> share) {
        return share.map(BigDecimal::toPlainString).orElse("-");
    }

    /** For scripts: the guard's figures under the names of {@code score.py cache}, and all ways, on one line. */
    public String json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (!labelled.isEmpty()) {
            Labelled guard = labelled.get(0);
            figures(json, guard);
            json.put("missing", 0);
            json.put("n", guard.reusedRight() + guard.reusedWrong() + guard.missed() + guard.kept());
            ObjectNode kinds = json.putObject("right_by_kind");
            rightByKind.forEach((kind, counts) -> kinds.put(kind, counts[0] + "/" + counts[1]));
            ObjectNode plain = json.putObject("plain_similarity");
            labelled.stream()
                    .skip(1)
                    .forEach(l -> figures(plain.putObject(l.way().replace("similarity ", "")), l));
        }
        ObjectNode kept = json.putObject("all_a_kept");
        mixed.forEach(m -> kept.putObject(m.way().replace("similarity ", ""))
                .put("correct", m.correct())
                .put("wrong", m.wrong())
                .put("miss", m.miss()));
        ObjectNode reasons = json.putObject("misses_by_reason");
        misses.forEach(reasons::put);
        return json.toString();
    }

    private static void figures(ObjectNode json, Labelled labelled) {
        json.put("false_reuse", labelled.reusedWrong());
        json.put("false_reuse_rate", labelled.wrongShare().orElse(null));
        json.put("reuse_precision", labelled.precision().orElse(null));
        json.put("reuse_recall", labelled.recall().orElse(null));
    }
}
