package dev.rolewise.answer;

/**
 * How much each sign of relevance counts when statements are chosen; sums of points.
 *
 * @param meaning points a unit of cosine between question and statement
 * @param words points where the statement holds all words of the question
 * @param otherRole points lost where it is about another role
 * @param sameRoles points where it is about just the roles asked about
 * @param sameAspect points where it stands under the aspect asked about
 * @param secondAspect share of the next points that is left where another aspect is asked about
 * @param usualAspect points, times the confidence in the intent, where its aspect usually answers the intent; half for the
 *     second such aspect, and so on
 * @param lead points where it opens its passage
 * @param density points a natural logarithm of the number of its words
 */
record SelectionWeights(
        double meaning,
        double words,
        double otherRole,
        double sameRoles,
        double sameAspect,
        double secondAspect,
        double usualAspect,
        double lead,
        double density) {
    /** Found by search on labelled questions. */
    static final SelectionWeights DEFAULT = new SelectionWeights(0.6, 0.35, 0.1, 0.06, 0.065, 1.0, 0.1, 0.03, 0.055);
}
