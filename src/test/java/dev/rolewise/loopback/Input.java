package dev.rolewise.loopback;

/**
 * What a member fills in: an option of a command by its name, or a field of a modal by its custom id.
 *
 * @param value text, a number, a boolean, a {@link Member}, an {@link Upload}, or a list of texts for a field of many values
 */
public record Input(String name, Object value) {

    public static Input input(String name, Object value) {
        return new Input(name, value);
    }
}
