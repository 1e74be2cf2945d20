package dev.rolewise.cascade;

import dev.rolewise.question.Choice;
import dev.rolewise.question.Tier;

/**
 * Which tier is to answer.
 *
 * @param choice with the cheapest tier that answers well; the caller takes the next lower one that is set up
 * @param reason a short phrase for log and receipt: "one fact, well covered"
 */
public record Route(Choice choice, String reason) {
    /** The cheapest that answers well. */
    public Tier tier() {
        return choice.tier();
    }

    /** How much must be weighed, 0 to 1. */
    public double complexity() {
        return choice.complexity();
    }
}
