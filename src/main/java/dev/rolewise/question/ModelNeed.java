package dev.rolewise.question;

/** Whether a question needs a model to be answered well. */
public enum ModelNeed {
    /** No model would better the local answer: a definition, a wrong premise corrected, or nothing that the sources say. */
    NONE,
    /** One well covered fact: a model helps where much has to be weighed. */
    PERHAPS,
    /** Several parts, differing sources or thin coverage: a model adds to it. */
    CERTAIN
}
