package dev.rolewise.compare;

import dev.rolewise.knowledge.Passage;
import dev.rolewise.knowledge.Source;
import dev.rolewise.knowledge.Statement;

/** A statement and where it stands. */
record Place(Source source, Passage passage, Statement statement) {
    /** Names the source and the heading: "our note on “Title” · Role · Aspect". */
    String origin() {
        return (source.note() ? "our note on “" : "“") + source.title() + "” · "
                + String.join(" · ", passage.heading());
    }

    /** Source and heading: several statements under one heading share it. */
    String section() {
        return source.id() + "\n" + String.join("\n", passage.heading());
    }
}
