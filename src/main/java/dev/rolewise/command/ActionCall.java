package dev.rolewise.command;

import java.util.Optional;

/**
 * One press of a button, or one form sent off. What it holds is not trusted.
 *
 * @param caller who pressed, and where
 * @param id what the button stands for
 * @param input the text typed into the form, where the action has one
 */
public record ActionCall(Caller caller, ActionId id, Optional<String> input) {}
