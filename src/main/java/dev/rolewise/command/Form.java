package dev.rolewise.command;

import java.util.List;
import java.util.Optional;

/**
 * A form that is filled in before an action is done.
 *
 * @param title at most 45 characters
 * @param fields from top to bottom, 1 to 5
 */
public record Form(String title, List<Field> fields) {
    /** Name of the field where there is but one. */
    public static final String INPUT = "input";

    /**
     * One text field.
     *
     * @param name under which its text comes back
     * @param label at most 45 characters
     * @param placeholder shown while the field is empty, at most 100 characters
     * @param maxLength longest text in characters, at most 4,000
     * @param required whether it must hold something
     * @param value what stands in it at first
     */
    public record Field(
            String name, String label, String placeholder, int maxLength, boolean required, Optional<String> value) {}

    public Form {
        fields = List.copyOf(fields);
        if (fields.isEmpty() || fields.size() > 5) {
            throw new IllegalArgumentException("a form has 1 to 5 fields");
        }
    }

    /** A form with one empty field. */
    public Form(String title, String label, String placeholder, int maxLength) {
        this(title, List.of(new Field(INPUT, label, placeholder, maxLength, true, Optional.empty())));
    }
}
