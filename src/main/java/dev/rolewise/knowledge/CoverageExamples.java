package dev.rolewise.knowledge;

import java.util.List;

/**
 * Labelled questions that the coverage check is calibrated on.
 *
 * @param covered questions that the sources answer
 * @param notCovered questions on the topic that they do not answer
 * @param outOfScope questions about something else
 */
public record CoverageExamples(List<String> covered, List<String> notCovered, List<String> outOfScope) {
    public CoverageExamples {
        covered = List.copyOf(covered);
        notCovered = List.copyOf(notCovered);
        outOfScope = List.copyOf(outOfScope);
    }
}
