package dev.rolewise.console;

import java.nio.file.Path;

/**
 * How the terminal chat behaves.
 *
 * @param defaultCommand name of the command that gets a line without a slash as its first text option
 * @param history file that keeps the last 1,000 lines typed at a terminal; made when first needed
 * @param colours whether a terminal that can show colours gets them; false where {@code NO_COLOR} is set
 */
public record ChatSettings(String defaultCommand, Path history, boolean colours) {}
