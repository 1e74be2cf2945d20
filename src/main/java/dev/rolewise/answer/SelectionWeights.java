package dev.rolewise.answer;

/**
 * How much each sign of relevance counts when statements are chosen. Scores are natural logarithms of odds: of two statements
 * one point apart, the better one is 2.7 times as likely to belong to the answer.
 *
 * @param meaning points a unit of cosine between question and statement
 * @param asked points a unit of cosine, above that of unlike questions, between the question and one that the statement is
 *     known to answer
 * @param answering points a unit of what was learned of all known questions together
 * @param words points where the statement holds all words of the question
 * @param askedWords points where questions that it is known to answer hold all words of the question
 * @param otherRole points lost where it is about another role
 * @param sameRoles points where it is about just the roles asked about
 * @param sameAspect points where it stands under the aspect asked about
 * @param usualAspect points, times the confidence in the intent, where its aspect usually answers the intent; half for the
 *     second such aspect, and so on
 * @param secondAspect the same where another aspect is asked about
 * @param density points a natural logarithm of the number of its words
 * @param repetition points lost a unit of cosine, above that of related statements, to one that is said already
 * @param fall how far below the best a statement may score and still be said
 */
record SelectionWeights(
        double meaning,
        double asked,
        double answering,
        double words,
        double askedWords,
        double otherRole,
        double sameRoles,
        double sameAspect,
        double usualAspect,
        double secondAspect,
        double density,
        double repetition,
        double fall) {
    /**
     * Fitted to the questions that the shipped pack's statements are known to answer, each left out in turn: multinomial
     * logistic regression over all statements.
     */
    static final SelectionWeights DEFAULT =
            new SelectionWeights(8.1, 10.3, 18, 2.5, 1.1, 1.5, 1.5, 1.2, 1.35, 1, 0.05, 5, 4);
}
