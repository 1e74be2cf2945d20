package dev.rolewise.command;

/**
 * One entry of a menu.
 *
 * @param value comes back when it is chosen; at most 100 characters
 * @param label at most 100 characters
 * @param chosen whether it is chosen already
 */
public record Choice(String value, String label, boolean chosen) {}
