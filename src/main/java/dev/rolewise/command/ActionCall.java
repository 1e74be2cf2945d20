package dev.rolewise.command;

import java.util.List;
import java.util.Optional;

/**
 * One press of a button, one choice in a menu, or one form sent off. What it holds is not trusted.
 *
 * @param caller who pressed, and where
 * @param id what the button stands for
 * @param input the text typed into the form, where the action has one
 * @param chosen the values chosen in a menu; empty for anything else
 */
public record ActionCall(Caller caller, ActionId id, Optional<String> input, List<String> chosen) {
    public ActionCall {
        chosen = List.copyOf(chosen);
    }

    /** A press of a button. */
    public static ActionCall press(Caller caller, ActionId id) {
        return new ActionCall(caller, id, Optional.empty(), List.of());
    }

    /** A form that was sent off. */
    public static ActionCall form(Caller caller, ActionId id, String input) {
        return new ActionCall(caller, id, Optional.of(input), List.of());
    }

    /** A choice in a menu. */
    public static ActionCall choice(Caller caller, ActionId id, List<String> chosen) {
        return new ActionCall(caller, id, Optional.empty(), chosen);
    }
}
