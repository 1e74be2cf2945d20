package dev.rolewise.command;

import java.util.List;
import java.util.Optional;

/** A piece of a reply. Texts are plain: a surface escapes what its markup would take for its own. */
public sealed interface Block {
    /**
     * A line of text.
     *
     * @param bullet whether it is an item of a list
     * @param label a lead-in, set apart from the text
     */
    record Line(boolean bullet, Optional<String> label, String text) implements Block {}

    /** A heading. */
    record Heading(String text) implements Block {}

    /**
     * A quotation.
     *
     * @param text letter by letter
     * @param origin where it stands
     */
    record Quote(String text, String origin) implements Block {}

    /** A quiet line below the rest: sources, a receipt. */
    record Small(String text) implements Block {}

    /** Buttons in a row; more than a surface can show in one row go on in the next. */
    record Actions(List<Action> actions) implements Block {
        public Actions {
            actions = List.copyOf(actions);
        }
    }
}
