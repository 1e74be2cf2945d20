package dev.rolewise.app;

import java.util.List;

/** A part of the program that can be fitted to the installation's own records and ratings. */
interface Refit {
    /** What it is called before operators: {@code routing}. */
    String name();

    /** What the records speak for; changes nothing. */
    Proposal propose() throws OperatorException;

    /** Goes back to what was before the last change; says in a line what that was, or that there was none. */
    String undo() throws OperatorException;

    /** What a refit comes to. */
    sealed interface Proposal {
        /** Nothing is to change; {@code why} is a line for the operator. */
        record Nothing(String why) implements Proposal {}

        /**
         * Something is.
         *
         * @param lines for the operator: what would change, and on what ground
         * @param change makes it so, from the next start on
         */
        record Change(List<String> lines, Step change) implements Proposal {
            public Change {
                lines = List.copyOf(lines);
            }
        }
    }

    /** Makes a change; says in a line where it is. */
    @FunctionalInterface
    interface Step {
        String make() throws OperatorException;
    }
}
