package dev.rolewise.command;

/** Shows a person what is there so far, while a command is still at work. */
@FunctionalInterface
public interface Progress {
    /** Shows nothing: for a surface that has no use for a reply that will be replaced. */
    Progress NONE = soFar -> {};

    /**
     * Shows {@code soFar} in the place where the reply will stand, unless it is {@link Reply#aside aside}. Does not wait, and
     * never fails for the caller. A surface may leave out all but the newest.
     */
    void show(Reply soFar);
}
