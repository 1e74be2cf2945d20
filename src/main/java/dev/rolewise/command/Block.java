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

    /**
     * Channels, shown so that a press leads there; a surface without channels shows their ids.
     *
     * @param lead what stands in front of them
     * @param ids Discord's ids of the channels
     */
    record Places(String lead, List<String> ids) implements Block {
        public Places {
            ids = List.copyOf(ids);
        }
    }

    /** Buttons in a row; more than a surface can show in one row go on in the next. */
    record Actions(List<Action> actions) implements Block {
        public Actions {
            actions = List.copyOf(actions);
        }
    }

    /**
     * A menu from which a person chooses; what they chose comes back in {@link ActionCall#chosen}.
     *
     * @param prompt shown while nothing is chosen, at most 150 characters
     * @param most how many may be chosen at once, at least one
     * @param choices at most 25
     */
    record Menu(ActionId id, String prompt, int most, List<Choice> choices) implements Block {
        public Menu {
            choices = List.copyOf(choices);
        }
    }

    /**
     * A table. Each surface lays it out as well as it can; where there are no columns, row by row.
     *
     * @param columns headings, the first one over the names of the rows
     * @param rows each as long as {@code columns}, its name first
     */
    record Table(List<String> columns, List<List<String>> rows) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            int width = columns.size();
            if (rows.stream().anyMatch(row -> row.size() != width)) {
                throw new IllegalArgumentException("every row of a table has " + width + " cells");
            }
        }
    }

    /**
     * A picture; a surface without pictures shows what it says.
     *
     * @param file a PNG
     * @param alt what the picture says, at most 1,024 characters
     */
    record Picture(Attachment file, String alt) implements Block {}

    /** A file to keep. */
    record Download(Attachment file) implements Block {}
}
