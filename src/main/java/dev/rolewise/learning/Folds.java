package dev.rolewise.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Parts examples for cross-validation: each fold is held out once and has its share of every label. */
public final class Folds {
    private Folds() {}

    /**
     * The places of the examples of each fold, drawn the same in every run.
     *
     * @param labels one for each example
     * @param count of folds; with fewer examples than that some are empty
     */
    public static <L> List<List<Integer>> of(List<L> labels, int count) {
        Map<L, List<Integer>> byLabel = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            byLabel.computeIfAbsent(labels.get(i), l -> new ArrayList<>()).add(i);
        }
        Random random = new Random(1);
        List<List<Integer>> folds = IntStream.range(0, count)
                .<List<Integer>>mapToObj(f -> new ArrayList<>())
                .toList();
        int next = 0;
        for (List<Integer> places : byLabel.values()) {
            Collections.shuffle(places, random);
            for (int place : places) {
                folds.get(next++ % count).add(place);
            }
        }
        return folds;
    }

    /**
     * The same with neighbours in the same fold: of each label the first examples, then the next. Neighbours in a file are
     * often wordings of each other; held out together they cannot give each other away.
     */
    public static <L> List<List<Integer>> blocks(List<L> labels, int count) {
        Map<L, List<Integer>> byLabel = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            byLabel.computeIfAbsent(labels.get(i), l -> new ArrayList<>()).add(i);
        }
        List<List<Integer>> folds = IntStream.range(0, count)
                .<List<Integer>>mapToObj(f -> new ArrayList<>())
                .toList();
        for (List<Integer> places : byLabel.values()) {
            for (int i = 0; i < places.size(); i++) {
                folds.get(i * count / places.size()).add(places.get(i));
            }
        }
        return folds;
    }
}
