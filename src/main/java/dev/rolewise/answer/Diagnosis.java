package dev.rolewise.answer;

import dev.rolewise.question.Evidence;
import dev.rolewise.question.QuestionProfile;

/**
 * How a question was read and what was found for it.
 *
 * @param profile what was understood
 * @param evidence the passages that were found, best first
 * @param coverage the verdict: {@code covered}, {@code not-covered} or {@code out-of-scope}
 * @param covered how likely the sources answer it, 0 to 1
 */
public record Diagnosis(QuestionProfile profile, Evidence evidence, String coverage, double covered) {}
