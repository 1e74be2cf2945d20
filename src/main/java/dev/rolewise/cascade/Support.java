package dev.rolewise.cascade;

import dev.rolewise.question.Embedder;
import dev.rolewise.question.Embedding;
import dev.rolewise.question.TermExtractor;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How likely sentences of any document carry a claim about anything: no pack, no roles. Thread-safe; embeds the claim and
 * at most {@link #EMBEDDED} sentences.
 *
 * <p>A logistic function of five figures: how near the nearest sentence is in meaning, how much of the claim's words the
 * best two sentences and the best three in a row hold, and which numbers and names are missing. Its weights are those
 * of a logistic regression on the development part of WiCE (Kamoi et al., 2023; ODC-BY), rounded; none of its rows is here.
 */
final class Support {
    /** From here on a claim counts as supported; the regression weighed both labels the same. */
    static final double THRESHOLD = 0.5;

    private static final double[] WEIGHTS = {4.7, 0.9, 2.3, -3.3, -0.8};
    private static final double BIAS = -4.4;
    private static final int EMBEDDED = 8;
    private static final int ROW = 3;
    private static final int MAX_NAMES = 3;
    private static final Pattern NAME =
            Pattern.compile("(?<=[\\p{L}\\p{N},;:'\"(] )[\"'(]?(\\p{Lu}[\\p{L}\\p{N}_’'-]+)");

    private final TermExtractor terms;
    private final Embedder embedder;

    Support(TermExtractor terms, Embedder embedder) {
        this.terms = terms;
        this.embedder = embedder;
    }

    /** 0 to 1. */
    double score(String claim, List<String> evidence) {
        double[] figures = figures(claim, evidence);
        double sum = BIAS;
        for (int i = 0; i < figures.length; i++) {
            sum += WEIGHTS[i] * figures[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    double[] figures(String claim, List<String> evidence) {
        List<String> sentences = evidence.stream().filter(s -> !s.isBlank()).toList();
        Set<String> words = new LinkedHashSet<>(terms.terms(claim));
        List<Set<String>> held = sentences.stream()
                .map(s -> {
                    Set<String> common = new HashSet<>(terms.terms(s));
                    common.retainAll(words);
                    return common;
                })
                .toList();
        Map<String, Double> weights = weights(words, held);
        return new double[] {
            nearest(claim, sentences, held, weights),
            bestTwo(held, weights),
            bestRow(held, weights),
            missingNumbers(claim, sentences),
            missingNames(claim, sentences)
        };
    }

    /** Words that few sentences hold say more. */
    private static Map<String, Double> weights(Set<String> words, List<Set<String>> held) {
        Map<String, Double> weights = new HashMap<>();
        double total = 0;
        for (String word : words) {
            long count = held.stream().filter(h -> h.contains(word)).count();
            double weight = Math.log(1 + held.size() / (1.0 + count));
            weights.put(word, weight);
            total += weight;
        }
        double all = total == 0 ? 1 : total;
        weights.replaceAll((word, weight) -> weight / all);
        return weights;
    }

    private static double sum(Set<String> words, Map<String, Double> weights) {
        return words.stream().mapToDouble(w -> weights.getOrDefault(w, 0.0)).sum();
    }

    private double nearest(String claim, List<String> sentences, List<Set<String>> held, Map<String, Double> weights) {
        List<String> likely = IntStream.range(0, sentences.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> sum(held.get(i), weights))
                        .reversed())
                .limit(EMBEDDED)
                .map(sentences::get)
                .toList();
        Embedding vector = embedder.question(claim);
        return embedder.statements(likely).values().stream()
                .mapToDouble(v -> v.cosine(vector))
                .max()
                .orElse(0);
    }

    private static double bestTwo(List<Set<String>> held, Map<String, Double> weights) {
        Set<String> explained = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            held.stream()
                    .max(Comparator.comparingDouble(h -> added(h, explained, weights)))
                    .ifPresent(explained::addAll);
        }
        return sum(explained, weights);
    }

    private static double added(Set<String> words, Set<String> explained, Map<String, Double> weights) {
        return words.stream()
                .filter(w -> !explained.contains(w))
                .mapToDouble(w -> weights.getOrDefault(w, 0.0))
                .sum();
    }

    private static double bestRow(List<Set<String>> held, Map<String, Double> weights) {
        double best = 0;
        for (int i = 0; i < held.size(); i++) {
            Set<String> row = new HashSet<>();
            held.subList(i, Math.min(held.size(), i + ROW)).forEach(row::addAll);
            best = Math.max(best, sum(row, weights));
        }
        return best;
    }

    private static double missingNumbers(String claim, List<String> sentences) {
        List<String> numbers = Numbers.of(claim);
        Set<String> known = new HashSet<>();
        sentences.forEach(s -> known.addAll(Numbers.of(s)));
        return numbers.isEmpty()
                ? 0
                : numbers.stream().filter(n -> !known.contains(n)).count() / (double) numbers.size();
    }

    private static double missingNames(String claim, List<String> sentences) {
        String all = String.join(" ", sentences).toLowerCase(Locale.ROOT);
        Set<String> missing = NAME.matcher(claim)
                .results()
                .map(r -> r.group(1).toLowerCase(Locale.ROOT).replaceAll("['’]s$", ""))
                .filter(name -> !all.contains(name))
                .collect(Collectors.toSet());
        return Math.min(MAX_NAMES, missing.size());
    }
}
