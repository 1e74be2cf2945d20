package dev.rolewise.answer;

/**
 * How much each sign of relevance counts when statements are chosen; sums of points.
 *
 * @param meaning points a unit of cosine between question and statement
 * @param asked points a unit of cosine, above that of unlike questions, between the question and one that the statement is
 *     known to answer
 * @param words points where the statement holds all words of the question
 * @param askedWords points where questions that it is known to answer hold all words of the question
 * @param otherRole points lost where it is about another role
 * @param sameRoles points where it is about just the roles asked about
 * @param sameAspect points where it stands under the aspect asked about
 * @param secondAspect share of the next points that is left where another aspect is asked about
 * @param usualAspect points, times the confidence in the intent, where its aspect usually answers the intent; half for the
 *     second such aspect, and so on
 * @param lead points where it opens its passage
 * @param density points a natural logarithm of the number of its words
 * @param fall how far below the best a statement may score and still be said
 * @param besideAll how far below the best a statement about one role may score to stand beside one about all
 */
record SelectionWeights(
        double meaning,
        double asked,
        double words,
        double askedWords,
        double otherRole,
        double sameRoles,
        double sameAspect,
        double secondAspect,
        double usualAspect,
        double lead,
        double density,
        double fall,
        double besideAll) {
    /** Found by search on labelled questions. */
    static final SelectionWeights DEFAULT =
            new SelectionWeights(0.6, 0.62, 0.28, 0.075, 0.11, 0.055, 0.045, 1.55, 0.11, 0.039, 0.048, 0.26, 0.28);
}
