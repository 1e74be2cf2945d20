package dev.rolewise.scorecard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rolewise.scorecard.AskedLine.BrokenLineException;
import java.util.List;
import java.util.Set;

/**
 * What the answer to a question is measured against.
 *
 * @param category what kind of question it is, or empty text
 * @param answerable whether the sources answer it
 * @param must groups of wordings, of each of which the answer has to hold one
 * @param sources ids of sources of which it has to cite one; empty where any will do
 * @param mustNot wordings that it may not hold
 */
record LabelledQuestion(
        String category, boolean answerable, List<List<String>> must, Set<String> sources, List<String> mustNot) {

    /** Reads the labels, whose names are given for those that differ between sets. */
    static LabelledQuestion of(JsonNode row, String must, String sources) throws BrokenLineException {
        boolean answerable = row.path("answerable").asBoolean(true);
        return new LabelledQuestion(
                row.path("category").asText(""),
                answerable,
                answerable ? Labels.groups(row, must) : List.of(),
                Set.copyOf(Labels.texts(row, sources)),
                Labels.texts(row, "must_not"));
    }

    /** Whether {@code status} is one of the refusals that fit. */
    boolean isRefusedBy(String status) {
        return switch (status) {
            case "not-covered", "out-of-scope" -> true;
            case "blocked" -> !category.equals("not-covered");
            default -> false;
        };
    }
}
