package dev.rolewise.retrieval;

/**
 * One score out of two: a weighted sum of the cosine and of the word score beside the best one in the same search (a convex
 * combination; Bruch, Gai and Ingber, 2023, found it to carry over to other collections better than fusing ranks does).
 *
 * @param meaning weight of the cosine
 * @param words weight of the word score
 */
record Fusion(double meaning, double words) {
    /** For a pack and what belongs beside it: its headings and synonyms make a shared word worth more than elsewhere. */
    static final Fusion PACK = new Fusion(0.7, 0.2);

    /** For any other texts; chosen by cross-validation over the training queries of SciFact, where 0.06 to 0.12 do as well. */
    static final Fusion ANY_TEXT = new Fusion(1, 0.08);

    /** {@code best} is the highest {@code bm25} of the search, 0 where no word matched anything. */
    double score(double cosine, double bm25, double best) {
        return meaning * cosine + (best > 0 ? words * bm25 / best : 0);
    }
}
