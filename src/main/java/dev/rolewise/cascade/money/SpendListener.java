package dev.rolewise.cascade.money;

/** Is told when the spending of a month reaches a share of its budget. */
@FunctionalInterface
public interface SpendListener {
    /** Tells nobody. */
    SpendListener NONE = alert -> {};

    /**
     * Is called once for each month and share, by the process that reached it, after the log has it. On the thread of a
     * question: it must not block.
     */
    void reached(SpendAlert alert);
}
