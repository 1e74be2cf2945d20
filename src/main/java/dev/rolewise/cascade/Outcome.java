package dev.rolewise.cascade;

import dev.rolewise.question.Embedding;
import java.util.Optional;

/**
 * What two models made of one prompt.
 *
 * @param prompt as it was sent
 * @param vector of the prompt, as a question
 * @param weakAnswer what the weak model answered, where it is known before the strong one is asked
 * @param gain score of the strong model less that of the weak one
 */
public record Outcome(String prompt, Embedding vector, Optional<String> weakAnswer, double gain) {}
