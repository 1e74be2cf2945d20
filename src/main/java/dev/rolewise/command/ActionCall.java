package dev.rolewise.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One press of a button, one choice in a menu, or one form sent off. What it holds is not trusted.
 *
 * @param caller who pressed, and where
 * @param id what the button stands for
 * @param inputs the texts typed into the form by name of their field; empty where no form was sent
 * @param chosen the values chosen in a menu; empty for anything else
 */
public record ActionCall(Caller caller, ActionId id, Map<String, String> inputs, List<String> chosen) {
    public ActionCall {
        inputs = Map.copyOf(inputs);
        chosen = List.copyOf(chosen);
    }

    /** The text of the only field of a form, if one was sent. */
    public Optional<String> input() {
        return input(Form.INPUT);
    }

    /** The text of that field, if a form was sent. */
    public Optional<String> input(String field) {
        return Optional.ofNullable(inputs.get(field));
    }

    /** A press of a button. */
    public static ActionCall press(Caller caller, ActionId id) {
        return new ActionCall(caller, id, Map.of(), List.of());
    }

    /** A form that was sent off. */
    public static ActionCall form(Caller caller, ActionId id, String input) {
        return new ActionCall(caller, id, Map.of(Form.INPUT, input), List.of());
    }

    /** A choice in a menu. */
    public static ActionCall choice(Caller caller, ActionId id, List<String> chosen) {
        return new ActionCall(caller, id, Map.of(), chosen);
    }
}
