package dev.rolewise.scorecard;

/** A kind of labelled file that answers can be measured against. */
public enum LabelledSet {
    /** Single questions. */
    ANSWERS("question"),
    /** Conversations, of which the last answer is measured. */
    FOLLOWUPS("question"),
    /** Hostile inputs and harmless look-alikes. */
    ATTACKS("text");

    private final String field;

    LabelledSet(String field) {
        this.field = field;
    }

    /** The field of a line that holds what is asked. */
    String field() {
        return field;
    }

    Scoring scoring() {
        return switch (this) {
            case ANSWERS -> new AnswerScores("must", "sources");
            case FOLLOWUPS -> new AnswerScores("must_last", "sources_last");
            case ATTACKS -> new AttackScores();
        };
    }
}
