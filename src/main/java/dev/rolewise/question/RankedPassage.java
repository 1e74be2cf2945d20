package dev.rolewise.question;

import dev.rolewise.knowledge.Passage;

/**
 * A passage with its scores for one question.
 *
 * @param passage what was found
 * @param score the fused score, higher is better; comparable within one search only
 * @param cosine similarity of meaning, -1 to 1
 * @param bm25 word score, 0 where no word matched
 */
public record RankedPassage(Passage passage, double score, double cosine, double bm25) {}
