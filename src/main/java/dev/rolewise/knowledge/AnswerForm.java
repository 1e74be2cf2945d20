package dev.rolewise.knowledge;

/** The shape that an answer to an intent has. */
public enum AnswerForm {
    /** One or two sentences that say what a thing is. */
    DEFINITION,
    /** One line and a list. */
    LIST,
    /** Role by role, side by side. */
    COMPARISON,
    /** Steps in their order. */
    STEPS,
    /** Both sides, what speaks for each, and the way to the quiz. */
    PERSONAL,
    /** A few sentences, the answer first. */
    EXPLANATION,
    /** A greeting and what can be asked. */
    SOCIAL,
    /** Not this bot's topic. */
    NONE
}
