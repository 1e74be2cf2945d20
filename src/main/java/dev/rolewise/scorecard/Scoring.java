package dev.rolewise.scorecard;

import dev.rolewise.question.Answer;
import dev.rolewise.scorecard.AskedLine.BrokenLineException;
import java.util.Optional;

/** Adds up what is right and wrong, item by item. Not thread-safe. */
interface Scoring {
    /** Reads the labels of an item; refuses a line whose labels cannot be used. */
    Item item(AskedLine line) throws BrokenLineException;

    /** What was found so far. */
    Scores scores();

    /** An item whose labels are known. */
    interface Item {
        /** Counts the item with its answer; without one it counts as missing. */
        void add(Optional<Answer> answer);
    }
}
